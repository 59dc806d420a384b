using System.Text;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>The token endpoint: client credentials in a form, one scope at a time.</summary>
internal sealed class CegosAuthApi : ISandboxApi
{
    private static readonly string[] KnownScopes = { CegosTokens.CatalogScope, CegosTokens.RegistrationScope, CegosTokens.DocumentScope };
    private readonly CegosTokens _tokens;

    public CegosAuthApi(CegosTokens tokens) => _tokens = tokens;

    public string Prefix => "cegos/auth";

    public SandboxAnswer Handle(SandboxRequest request)
    {
        if (!request.IsAt("connect", "token"))
            return SandboxAnswer.Empty(404);
        if (request.Method != "POST")
            return SandboxAnswer.WrongMethod("POST");
        if (request.MediaType != "application/x-www-form-urlencoded" || request.Query.Pairs.Count > 0)
            return Error("invalid_request");
        return Grant(NameValues.Parse(Encoding.UTF8.GetString(request.Body)));
    }

    private SandboxAnswer Grant(NameValues form)
    {
        if (form.Pairs.GroupBy(pair => pair.Key).Any(group => group.Count() > 1) || form.Get("grant_type") is not { Length: > 0 } grant)
            return Error("invalid_request");
        // The secret travels in the body: a client that sends it in a Basic header is not known here.
        var account = _tokens.FindAccount(form.Get("client_id") ?? string.Empty, form.Get("client_secret") ?? string.Empty);
        if (account == null)
            return Error("invalid_client");
        if (grant != "client_credentials")
            return Error("unsupported_grant_type");
        if (account.Scopes.Count == 0)
            return Error("unauthorized_client");
        var scope = form.Get("scope") ?? string.Empty;
        if (!KnownScopes.Contains(scope) || !account.Scopes.Contains(scope))
            return Error("invalid_scope");
        return Token(_tokens.Issue(account, scope), scope);
    }

    private SandboxAnswer Token(string token, string scope) => SandboxAnswer.Json(200, json =>
    {
        json.WriteStartObject();
        json.WriteString("access_token", token);
        json.WriteNumber("expires_in", (int)_tokens.Lifetime.TotalSeconds);
        json.WriteString("token_type", "Bearer");
        json.WriteString("scope", scope);
        json.WriteEndObject();
    }).With("Cache-Control", "no-store");

    private static SandboxAnswer Error(string code) => SandboxAnswer.Json(400, json =>
    {
        json.WriteStartObject();
        json.WriteString("error", code);
        json.WriteEndObject();
    }).With("Cache-Control", "no-store");
}
