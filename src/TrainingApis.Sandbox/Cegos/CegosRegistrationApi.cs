using System.Text;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>Leads, registrations, cancellations and deferrals.</summary>
internal sealed class CegosRegistrationApi : ISandboxApi
{
    private readonly CegosTokens _tokens;
    private readonly CegosRoutes _routes;
    private readonly CegosRegistry _registry;
    private readonly CegosControl _control;

    public CegosRegistrationApi(CegosTokens tokens, CegosRoutes routes, CegosRegistry registry, CegosControl control)
    {
        (_tokens, _routes, _registry, _control) = (tokens, routes, registry, control);
    }

    public string Prefix => "cegos/registration";

    public SandboxAnswer Handle(SandboxRequest request)
    {
        if (_tokens.Refuse(request, CegosTokens.RegistrationScope, out var tenant) is { } refusal)
            return refusal;
        if (request.IsAt("v1", "Leads"))
            return request.Method == "POST" ? CreateLead(request, tenant) : SandboxAnswer.WrongMethod("POST");
        if (request.IsBelow(out var transactionId, "v1", "Registration", "defer"))
            return request.Method == "GET" ? ReadDeferral(transactionId, tenant) : SandboxAnswer.WrongMethod("GET");
        return Movable(request, tenant);
    }

    /// <summary>The operations whose verbs and paths are not documented for certain; two may share a path.</summary>
    private SandboxAnswer Movable(SandboxRequest request, string tenant)
    {
        var here = _routes.On(request);
        if (here.Count == 0)
            return SandboxAnswer.Empty(404);
        var asked = here.Where(one => one.Route.Method == request.Method).ToList();
        if (asked.Count == 0)
            return SandboxAnswer.WrongMethod(here.Select(one => one.Route.Method).ToArray());
        // Where a cancellation was moved onto another operation's path and verb, what it names tells them apart.
        var (operation, route) = asked.Count > 1 && !NamesRegistration(request) ? asked[1] : asked[0];
        return operation switch
        {
            CegosRoutes.CreateRegistration => Create(request, route, tenant),
            CegosRoutes.CancelRegistration => Cancel(request, route, tenant),
            CegosRoutes.DeferRegistration => Defer(request, route, tenant),
            _ => SandboxAnswer.Empty(404),
        };
    }

    private static bool NamesRegistration(SandboxRequest request) =>
        request.Query.Get("registrationNumber") != null || Encoding.UTF8.GetString(request.Body).Contains("\"registrationNumber\"");

    private SandboxAnswer CreateLead(SandboxRequest request, string tenant) =>
        CegosFieldReader.Read(request, fromQuery: false, CegosFields.Lead, out var refusal) is { } fields
            ? Answer(_registry.CreateLead(tenant, fields), withId: true)
            : refusal!;

    private SandboxAnswer Create(SandboxRequest request, CegosRoute route, string tenant) =>
        CegosFieldReader.Read(request, route.FieldsInQuery, CegosFields.Registration, out var refusal) is { } fields
            ? Answer(_registry.Create(tenant, fields), withId: true)
            : refusal!;

    private SandboxAnswer Cancel(SandboxRequest request, CegosRoute route, string tenant) =>
        CegosFieldReader.Read(request, route.FieldsInQuery, CegosFields.Cancellation, out var refusal) is { } fields
            ? Answer(_registry.Cancel(tenant, fields), withId: false)
            : refusal!;

    private SandboxAnswer Defer(SandboxRequest request, CegosRoute route, string tenant)
    {
        if (CegosFieldReader.Read(request, route.FieldsInQuery, CegosFields.Deferral, out var refusal) is not { } fields)
            return refusal!;
        var deferral = _registry.Defer(tenant, fields, _control.ScheduledReads);
        return SandboxAnswer.Json(deferral == null ? _control.RefusalStatus : 200, json =>
        {
            json.WriteStartObject();
            json.WriteString("transactionId"u8, deferral?.TransactionId);
            json.WriteEndObject();
        });
    }

    private SandboxAnswer ReadDeferral(string transactionId, string tenant)
    {
        SandboxAnswer? answer = null;
        var found = _registry.Read(tenant, transactionId, deferral => answer = SandboxAnswer.Json(200, json =>
        {
            var outcome = deferral.Status == "Processed" ? deferral.Outcome : null;
            json.WriteStartObject();
            json.WritePropertyName("response"u8);
            if (outcome == null)
                json.WriteNullValue();
            else
                CegosAnswers.WriteOutcome(json, outcome, withId: true);
            json.WriteString("error"u8, deferral.Status == "Error" ? deferral.Error : null);
            json.WriteString("status"u8, deferral.Status);
            json.WriteEndObject();
        }));
        return found ? answer! : SandboxAnswer.Problem(404, "Not Found", "There is no such transaction.");
    }

    private SandboxAnswer Answer(CegosOutcome outcome, bool withId) =>
        SandboxAnswer.Json(outcome.IsSuccess ? 200 : _control.RefusalStatus, json => CegosAnswers.WriteOutcome(json, outcome, withId));
}
