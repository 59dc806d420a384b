namespace TrainingApis.Sandbox.Resamania;

/// <summary>The vendor's words for the ways to a token.</summary>
internal static class ResamaniaGrant
{
    public const string ClientCredentials = "client_credentials";
    public const string Club = "http://clubclientcredentials";
    public const string Contact = "http://contactclientcredentials";
    public const string Password = "password";
    public const string AuthorizationCode = "authorization_code";
    public const string RefreshToken = "refresh_token";

    /// <summary>True for the words that the server's form check lets through: the bare <c>http</c> of the vendor's tables is none.</summary>
    public static bool IsWellFormed(string? text) =>
        text is ClientCredentials or Password or AuthorizationCode or RefreshToken
        || (text != null && (text.StartsWith("http://", StringComparison.Ordinal) || text.StartsWith("https://", StringComparison.Ordinal)) && text.Length > 8);
}
