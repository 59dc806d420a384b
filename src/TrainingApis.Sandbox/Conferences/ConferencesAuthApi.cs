using System.Text;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>
/// The token endpoint: a form, answered as OAuth 2.0 (RFC 6749) has it. Codes come from a page that people look at, so that
/// no code is good here.
/// </summary>
internal sealed class ConferencesAuthApi : ISandboxApi
{
    private readonly ConferencesTokens _tokens;
    private readonly ConferencesControl _control;

    public ConferencesAuthApi(ConferencesTokens tokens, ConferencesControl control) => (_tokens, _control) = (tokens, control);

    public string Prefix => "conference/o";

    public SandboxAnswer Handle(SandboxRequest request)
    {
        if (!request.Segments.SequenceEqual(new[] { "oauth2", "token" }))
            return SandboxAnswer.Empty(404);
        if (request.Method != "POST")
            return SandboxAnswer.WrongMethod("POST");
        // Nothing of it may travel in the address, where it would be logged.
        if (request.MediaType != "application/x-www-form-urlencoded" || request.Query.Pairs.Count > 0)
            return Error(400, "invalid_request");
        return Grant(NameValues.Parse(Encoding.UTF8.GetString(request.Body)));
    }

    private SandboxAnswer Grant(NameValues form)
    {
        if (form.Pairs.GroupBy(pair => pair.Key).Any(group => group.Count() > 1) || form.Get("grant_type") is not { Length: > 0 } grant)
            return Error(400, "invalid_request");
        if (_tokens.FindByClient(form.Get("client_id") ?? string.Empty, form.Get("client_secret") ?? string.Empty) is not { } account)
            return Error(401, "invalid_client");
        if (grant == "authorization_code")
            return Error(400, form.Get("code") is { Length: > 0 } && form.Get("redirect_uri") is { Length: > 0 } ? "invalid_grant" : "invalid_request");
        if (grant != "refresh_token")
            return Error(400, "unsupported_grant_type");
        if (form.Get("scope") is { } scope && scope != "agendize")
            return Error(400, "invalid_scope");
        if (form.Get("refresh_token") is not { Length: > 0 } refresh)
            return Error(400, "invalid_request");
        return _tokens.Renew(account, refresh, _control.TokenLifetime, _control.RotateRefreshTokens) is { } renewed
            ? Token(renewed.Access, renewed.Refresh)
            : Error(400, "invalid_grant");
    }

    private SandboxAnswer Token(string access, string refresh) => SandboxAnswer.Json(200, json =>
    {
        json.WriteStartObject();
        json.WriteString("access_token", access);
        json.WriteString("token_type", "Bearer");
        if (_control.StatesLifetime)
            json.WriteNumber("expires_in", (long)_control.TokenLifetime.TotalSeconds);
        json.WriteString("refresh_token", refresh);
        json.WriteEndObject();
    }).With("Cache-Control", "no-store");

    private static SandboxAnswer Error(int status, string code) => SandboxAnswer.Json(status, json =>
    {
        json.WriteStartObject();
        json.WriteString("error", code);
        json.WriteEndObject();
    }).With("Cache-Control", "no-store");
}
