using System.Globalization;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>Provides leads, registrations, cancellations and deferrals, and the rules by which Cegos refuses them.</summary>
internal sealed class CegosRegistrations
{
    private static readonly ObjectSchema Lead = new ObjectSchema()
        .Require("civility", Schema.OneOf(0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12))
        .Require("emailing", Schema.OneOf(0, 1))
        .Require("lastName firstName email", Schema.NotBlank)
        .Allow("phoneNumber companyName establishmentName siren siret address postalCode city country", Schema.Text)
        .Allow("positionCode activityCode userWebId type", Schema.Text);

    private static readonly ObjectSchema Registration = new ObjectSchema()
        .Require("managerCrmId traineeCrmId sessionId", Schema.NotBlank)
        .Require("managerCrmIsLead traineeCrmIsLead", Schema.TextBoolean)
        .Allow("clientReference canal comments webSaleId", Schema.Text)
        .Allow("isCPF includeMeal overbooking", Schema.Boolean)
        .Allow("cpfHours", Schema.TextNumber);

    private static readonly ObjectSchema Cancellation = new ObjectSchema()
        .Require("registrationNumber", Schema.NotBlank)
        .Allow("reason user", Schema.Text);

    private static readonly ObjectSchema Deferral = new ObjectSchema().Require("registrationNumber sessionId", Schema.NotBlank);

    private readonly CegosCatalog _catalog;
    private readonly CegosSettings _settings;

    public CegosRegistrations(CegosCatalog catalog, CegosSettings settings)
    {
        (_catalog, _settings) = (catalog, settings);
        Routes = new Router<CegosOperation>(StringComparison.OrdinalIgnoreCase)
        {
            { "CreateLead", "POST v1/Leads", Locked(Lead, CreateLead) },
            { "CreateRegistration", "POST v1/Registration", Locked(Registration, Create) },
            { "CancelRegistration", "DELETE v1/Registration", Locked(Cancellation, Cancel) },
            { "DeferRegistration", "POST v1/Registration/defer", Locked(Deferral, Defer) },
            { "ReadDeferral", "GET v1/Registration/defer/{transactionId}", Locked(new ObjectSchema().IgnoreUnknown(), ReadDeferral) },
        };
    }

    public Router<CegosOperation> Routes { get; }

    public Database Database { get; } = new();

    private static JsonObject Error(string reason) => new() { ["code"] = "ERROR", ["reason"] = reason, ["id"] = null };

    private static JsonObject Success(string reason, string? id) => new() { ["code"] = "SUCCESS", ["reason"] = reason, ["id"] = id };

    private CegosOperation Locked(ObjectSchema schema, Func<CegosCall, Response> handle) => new(schema, call =>
    {
        lock (Database.Lock)
        {
            return handle(call);
        }
    });

    private Response Respond(JsonObject result) =>
        Response.Json((string?)result["code"] == "ERROR" ? _settings.RefusalStatus : 200, result);

    private Response CreateLead(CegosCall call)
    {
        if (!Schema.IsEmailAddress(call.Fields.Text("email")!))
        {
            return Respond(Error("Email format is invalid"));
        }

        var leads = Database["leads"];
        var id = $"LEAD_SAP_{456788 + leads.NextNumber()}";
        leads.Add(id, new JsonObject { ["id"] = id, ["tenant"] = call.Tenant, ["fields"] = call.Fields.Json });
        return Respond(Success("Lead created successfully in SAP CRM", id));
    }

    private Response Create(CegosCall call)
    {
        var fields = call.Fields;
        var reason = CheckPerson(call.Tenant, fields.Text("managerCrmId")!, fields.Text("managerCrmIsLead") == "true")
            ?? CheckPerson(call.Tenant, fields.Text("traineeCrmId")!, fields.Text("traineeCrmIsLead") == "true");
        var session = FindSession(fields.Text("sessionId")!);
        reason ??= session is not { } found ? "Session not found"
            : found.IsClosed ? "Session not available"
            : found.IsFull && fields.Boolean("overbooking") != true ? "Session is full"
            : null;
        return Respond(reason is not null
            ? Error(reason)
            : Success("Registration created successfully", Add(call.Tenant, session!.Value.Id, fields.Json)));
    }

    private Response Cancel(CegosCall call)
    {
        var registration = FindRegistration(call.Tenant, call.Fields.Text("registrationNumber")!);
        var reason = (string?)registration?["state"] switch
        {
            null => "Registration not found",
            "Canceled" => "Registration already canceled",
            "Deferred" => "Registration was deferred",
            _ => null,
        };
        var result = reason is not null ? Error(reason) : Success("Registration canceled successfully", null);
        if (reason is null)
        {
            Leave(registration!, "Canceled");
            Database["cancellations"].Add(new JsonObject { ["tenant"] = call.Tenant, ["fields"] = call.Fields.Json });
        }

        // The documents show no ID in this response.
        result.Remove("id");
        return Respond(result);
    }

    private Response Defer(CegosCall call)
    {
        var (number, sessionId) = (call.Fields.Text("registrationNumber")!, call.Fields.Text("sessionId")!);
        var registration = FindRegistration(call.Tenant, number);
        if ((string?)registration?["state"] != "Active" || FindSession(sessionId) is not { } session)
        {
            // This is the form of a failure. It contains no reason.
            return Response.Json(_settings.RefusalStatus, new JsonObject { ["transactionId"] = null });
        }

        // The documents show transaction IDs of both lengths.
        var deferrals = Database["deferrals"];
        var count = deferrals.NextNumber();
        var id = count % 2 == 1 ? $"TXN-2026-{count:X6}" : $"TXN{1000000 + count}";
        var result = session.IsClosed ? null
            : session.Id == (string?)registration["session"] ? Error("Registration is for this session already")
            : session.IsFull ? Error("Session is full")
            : Success("Registration defer successful", Add(call.Tenant, session.Id, (JsonObject)registration["fields"]!.DeepClone()));
        if ((string?)result?["id"] is { } replacement)
        {
            Leave(registration, "Deferred");
            registration["replacedBy"] = replacement;
        }

        deferrals.Add(id, new JsonObject
        {
            ["transactionId"] = id,
            ["tenant"] = call.Tenant,
            ["registrationNumber"] = number,
            ["sessionId"] = sessionId,
            ["response"] = result,
            ["readsLeft"] = _settings.ScheduledReads,
        });
        return Response.Json(200, new JsonObject { ["transactionId"] = id });
    }

    private Response ReadDeferral(CegosCall call)
    {
        if (Database["deferrals"].Find(call.Request["transactionId"]) is not { } deferral || (string?)deferral["tenant"] != call.Tenant)
        {
            return CegosVendor.Problem(404, "Not Found", "There is no such transaction.");
        }

        var readsLeft = (int)deferral["readsLeft"]!;
        deferral["readsLeft"] = Math.Max(0, readsLeft - 1);
        var result = readsLeft > 0 ? null : deferral["response"]?.DeepClone();
        return Response.Json(200, new JsonObject
        {
            ["response"] = result,
            ["error"] = readsLeft == 0 && result is null ? "Session not available" : null,
            ["status"] = readsLeft > 0 ? "Scheduled" : result is null ? "Error" : "Processed",
        });
    }

    /// <summary>
    /// Finds the session of a registration. The documents do not specify how a <c>sessionId</c> corresponds to the catalogue. The codes of
    /// the catalogue are accepted, and IDs such as <c>SES001</c>, the example in the documents.
    /// </summary>
    private (string Id, bool IsClosed, bool IsFull)? FindSession(string id)
    {
        if (id.Length == 6 && id.StartsWith("SES", StringComparison.Ordinal) && id[3..].All(char.IsDigit))
        {
            // SES001 to SES899 are open and have no seat limit. SES900 is cancelled, and SES901 is full. Other IDs do not exist.
            var number = int.Parse(id[3..], CultureInfo.InvariantCulture);
            return number is > 0 and < 902 ? (id, number == 900, number == 901) : null;
        }

        var session = _catalog.FindSession(id);
        var isFull = session is not null && _catalog.RegistrationCount(session) >= session.Limit;
        return session is null ? null : (session.Code, session.IsClosed, isFull);
    }

    private JsonObject? FindRegistration(string tenant, string number) =>
        Database["registrations"].Find(number) is { } registration && (string?)registration["tenant"] == tenant ? registration : null;

    private string Add(string tenant, string sessionId, JsonObject fields)
    {
        var registrations = Database["registrations"];
        var number = $"INS-2026-{registrations.NextNumber():D6}";
        registrations.Add(number, new JsonObject
        {
            ["id"] = number,
            ["tenant"] = tenant,
            ["state"] = "Active",
            ["session"] = sessionId,
            ["replacedBy"] = null,
            ["fields"] = fields,
        });
        _catalog.ChangeSeats(sessionId, 1);
        return number;
    }

    private void Leave(JsonObject registration, string state)
    {
        registration["state"] = state;
        _catalog.ChangeSeats((string)registration["session"]!, -1);
    }

    /// <summary>
    /// Gets the reason to refuse a person; null if there is none. Leads are the leads created in this sandbox and <c>MGR001</c> from the
    /// documents. Any other ID is a contact.
    /// </summary>
    private string? CheckPerson(string tenant, string id, bool isLead)
    {
        var lead = Database["leads"].Find(id);
        return isLead
            ? id == "MGR001" || (string?)lead?["tenant"] == tenant ? null : "Lead not found"
            : lead is null ? null : "Contact not found";
    }
}
