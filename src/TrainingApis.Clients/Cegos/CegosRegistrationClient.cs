using System.Globalization;
using TrainingApis.Cegos;
using TrainingApis.Clients.Http;

namespace TrainingApis.Clients.Cegos;

/// <summary>The Cegos registrations: each method is build, send, map.</summary>
internal sealed class CegosRegistrationClient(CegosApi api, IApiObserver? observer) : ICegosRegistrationClient
{

    public async Task<LeadResult> CreateLeadAsync(NewLead lead, CancellationToken cancellationToken = default)
    {
        var verdict = await ChangeAsync("CreateLead", Route.Parse("POST v1/Leads")!, FieldsOf(lead), needsId: true,
            cancellationToken).ConfigureAwait(false);
        return new LeadResult { Id = verdict.Id, Code = verdict.Code, Message = verdict.Reason, Email = lead.Email };
    }

    public async Task<RegistrationResult> RegisterAsync(NewRegistration registration, CancellationToken cancellationToken = default)
    {
        var verdict = await ChangeAsync("CreateRegistration", api.Routes["CreateRegistration"], FieldsOf(registration), needsId: true,
            cancellationToken).ConfigureAwait(false);
        return new RegistrationResult
        {
            RegistrationNumber = verdict.Id,
            Code = verdict.Code,
            Message = verdict.Reason,
            SessionId = registration.SessionId,
            TraineeCrmId = registration.TraineeCrmId,
            ClientReference = registration.ClientReference,
        };
    }

    public async Task<CancellationResult> CancelAsync(string registrationNumber, string? reason = null, string? user = null,
        CancellationToken cancellationToken = default)
    {
        var fields = new WireFields().Add("registrationNumber", registrationNumber).Add("reason", reason).Add("user", user);
        var verdict = await ChangeAsync("CancelRegistration", api.Routes["CancelRegistration"], fields, needsId: false,
            cancellationToken).ConfigureAwait(false);
        return new CancellationResult { RegistrationNumber = registrationNumber, Code = verdict.Code, Message = verdict.Reason };
    }

    public async Task<Deferral> DeferAsync(string registrationNumber, string sessionId, CancellationToken cancellationToken = default)
    {
        var fields = new WireFields().Add("registrationNumber", registrationNumber).Add("sessionId", sessionId);
        var request = Request("DeferRegistration", api.Routes["DeferRegistration"], fields);
        using var answer = await api.Sender.SendAsync(request, observer, cancellationToken).ConfigureAwait(false);
        return new Deferral
        {
            TransactionId = DeferralResponse.ReadTransaction(answer),
            StatusRaw = nameof(DeferralStatus.Scheduled),
            OldRegistrationNumber = registrationNumber,
        };
    }

    public async Task<Deferral> GetDeferralAsync(string transactionId, CancellationToken cancellationToken = default)
    {
        var template = api.Routes["DeferRegistration"].Path + "/{transactionId}";
        var uri = ApiUri.Build(api.RegistrationUri, template, new Dictionary<string, string> { ["transactionId"] = transactionId });
        var request = new ApiRequest(ApiService.Cegos, "GetDeferral", CallKind.Read, HttpMethod.Get, uri,
            template) { Token = api.RegistrationToken };
        using var answer = await api.Sender.SendAsync(request, observer, cancellationToken).ConfigureAwait(false);
        return DeferralResponse.Read(answer, transactionId);
    }

    public Task<Deferral> WaitForDeferralAsync(string transactionId, TimeSpan timeout, SemaphoreSlim? slots = null,
        CancellationToken cancellationToken = default) =>
        new Polling(api.Clock).UntilAsync(
            ending => GetDeferralAsync(transactionId, ending), deferral => deferral.HasEnded, timeout, slots, cancellationToken);

    private static WireFields FieldsOf(NewLead lead) => new WireFields()
        .Add("civility", (int)lead.Civility)
        .Add("emailing", lead.Emailing ? 1 : 0)
        .Add("lastName", lead.LastName)
        .Add("firstName", lead.FirstName)
        .Add("phoneNumber", lead.PhoneNumber)
        .Add("email", lead.Email)
        .Add("companyName", lead.CompanyName)
        .Add("establishmentName", lead.EstablishmentName)
        .Add("siren", lead.Siren)
        .Add("siret", lead.Siret)
        .Add("address", lead.Address)
        .Add("postalCode", lead.PostalCode)
        .Add("city", lead.City)
        .Add("country", lead.Country)
        .Add("positionCode", lead.PositionCode)
        .Add("activityCode", lead.ActivityCode)
        .Add("userWebId", lead.UserWebId)
        .Add("type", lead.Type);

    // The vendor wants these two flags as text, the other three as booleans, and the hours as text.
    private static WireFields FieldsOf(NewRegistration registration) => new WireFields()
        .Add("managerCrmId", registration.ManagerCrmId)
        .Add("managerCrmIsLead", registration.ManagerCrmIsLead ? "true" : "false")
        .Add("traineeCrmId", registration.TraineeCrmId)
        .Add("traineeCrmIsLead", registration.TraineeCrmIsLead ? "true" : "false")
        .Add("sessionId", registration.SessionId)
        .Add("clientReference", registration.ClientReference)
        .Add("canal", registration.Canal)
        .Add("comments", registration.Comments)
        .Add("isCPF", registration.IsCpf)
        .Add("cpfHours", registration.CpfHours?.ToString("0.############################", CultureInfo.InvariantCulture))
        .Add("includeMeal", registration.IncludeMeal)
        .Add("overbooking", registration.Overbooking)
        .Add("webSaleId", registration.WebSaleId);

    private ApiRequest Request(string operation, Route route, WireFields fields)
    {
        var uri = ApiUri.Build(api.RegistrationUri, route.Path, query: route.InQuery ? fields.ToQuery() : null);
        return new ApiRequest(ApiService.Cegos, operation, CallKind.Change, route.Method, uri, route.Path)
        {
            Token = api.RegistrationToken,
            Body = route.InQuery ? default(ReadOnlyMemory<byte>?) : fields.ToJson(),
        };
    }

    private async Task<RegistrationResponse> ChangeAsync(string operation, Route route, WireFields fields, bool needsId,
        CancellationToken cancellationToken)
    {
        using var answer = await api.Sender.SendAsync(Request(operation, route, fields), observer, cancellationToken).ConfigureAwait(false);
        return RegistrationResponse.ReadChange(answer, needsId);
    }
}
