namespace TrainingApis.Sandbox.Resamania;

/// <summary>The token call: five grants, fields in the body, refusals in the form of the OAuth standard.</summary>
internal sealed class ResamaniaTokenCall
{
    private readonly ResamaniaTokens _tokens;
    private readonly ResamaniaBrands _brands;

    public ResamaniaTokenCall(ResamaniaTokens tokens, ResamaniaBrands brands) => (_tokens, _brands) = (tokens, brands);

    /// <summary>Answers the call below a brand, or below none: then the client tells which it is.</summary>
    public SandboxAnswer Handle(SandboxRequest request, ResamaniaBrand? brand)
    {
        var form = ResamaniaForm.Read(request);
        var grant = form?.GetValueOrDefault("grant_type");
        if (form == null || !ResamaniaGrant.IsWellFormed(grant))
            return Error("invalid_request", "Invalid grant_type parameter or parameter missing");
        if (!form.ContainsKey("client_id"))
            return Error("invalid_client", "Client id was not found in the headers or body");
        var account = _tokens.FindAccount(form["client_id"], form.GetValueOrDefault("client_secret"));
        if (account == null || (brand != null && brand.Token != account.ClientToken))
            return Error("invalid_client", "The client credentials are invalid");
        if (grant == ResamaniaGrant.RefreshToken)
            return Renew(form, account);
        if (grant is not (ResamaniaGrant.ClientCredentials or ResamaniaGrant.Club or ResamaniaGrant.Contact or ResamaniaGrant.Password or ResamaniaGrant.AuthorizationCode))
            return Error("unsupported_grant_type", "The grant type is not supported");
        return account.Grants.Contains(grant)
            ? Grant(form, grant!, account)
            : Error("unauthorized_client", "The grant type is unauthorized for this client_id");
    }

    private SandboxAnswer Grant(IReadOnlyDictionary<string, string> form, string grant, ResamaniaAccount account)
    {
        var needed = grant switch
        {
            ResamaniaGrant.Club => new[] { "clubId" },
            ResamaniaGrant.Contact => new[] { "email" },
            ResamaniaGrant.Password => new[] { "username", "password" },
            ResamaniaGrant.AuthorizationCode => new[] { "code" },
            _ => Array.Empty<string>(),
        };
        if (needed.FirstOrDefault(name => string.IsNullOrEmpty(form.GetValueOrDefault(name))) is { } missing)
            return Error("invalid_request", $"Missing parameter. \"{missing}\" is required");
        var brand = _brands.Find(account.ClientToken)!;
        return grant switch
        {
            ResamaniaGrant.ClientCredentials => Token(new ResamaniaIdentity(account, grant), grant),
            ResamaniaGrant.Club => brand.FindClub(form["clubId"]) is { } club
                ? Token(new ResamaniaIdentity(account, grant, clubId: club.Id), grant)
                : Error("invalid_grant", "Invalid club"),
            ResamaniaGrant.Contact => brand.FindByEmail(form["email"]) is { } contact
                ? Token(new ResamaniaIdentity(account, grant, contactId: contact.Id), grant)
                : Error("invalid_grant", "Invalid contact"),
            ResamaniaGrant.Password => form["password"] == ResamaniaAccess.MemberPassword && brand.FindByEmail(form["username"]) is { } member && member.State != "temp"
                ? Token(new ResamaniaIdentity(account, grant, contactId: member.Id), grant)
                : Error("invalid_grant", "Invalid username and password combination"),
            // A code comes out of a browser's redirect, and there is no browser here.
            _ => Error("invalid_grant", "Code doesn't exist or is invalid for the client"),
        };
    }

    private SandboxAnswer Renew(IReadOnlyDictionary<string, string> form, ResamaniaAccount account)
    {
        if (form.GetValueOrDefault("refresh_token") is not { Length: > 0 } refresh)
            return Error("invalid_request", "No \"refresh_token\" parameter found");
        return _tokens.Redeem(refresh, account) is { } identity
            ? Token(identity, ResamaniaGrant.RefreshToken)
            : Error("invalid_grant", "Invalid refresh token");
    }

    private SandboxAnswer Token(ResamaniaIdentity identity, string grant)
    {
        var (access, refresh) = _tokens.Issue(identity, grant);
        return SandboxAnswer.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteString("access_token"u8, access);
            json.WriteNumber("expires_in"u8, (int)_tokens.Lifetime.TotalSeconds);
            json.WriteString("token_type"u8, "bearer");
            json.WriteNull("scope"u8);
            if (refresh != null)
                json.WriteString("refresh_token"u8, refresh);
            json.WriteEndObject();
        }).With("Cache-Control", "no-store").With("Pragma", "no-cache");
    }

    private static SandboxAnswer Error(string code, string description) =>
        ResamaniaErrors.OAuth(400, code, description).With("Cache-Control", "no-store").With("Pragma", "no-cache");
}
