using System.Text;
using System.Text.Json;
using TrainingApis.Sandbox.Resamania;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

public sealed class ResamaniaTokenTests
{
    private const string Anonymous = "client_credentials";
    private const string Club = "http://clubclientcredentials";
    private const string Contact = "http://contactclientcredentials";

    [Fact]
    public async Task The_answer_is_as_documented()
    {
        using var caller = new ResamaniaCaller();

        var answer = await caller.TokenAsync(ResamaniaAccess.ClientId, ResamaniaAccess.ClientSecret, ("grant_type", Club), ("clubId", ResamaniaAccess.ClubId));

        Assert.Equal(200, answer.Status);
        Assert.Equal("bearer", answer["token_type"]);
        Assert.Equal(JsonValueKind.Null, answer.Json.GetProperty("scope").ValueKind);
        Assert.Equal(3600, answer.Json.GetProperty("expires_in").GetInt32());
        Assert.Equal(JsonValueKind.String, answer.Json.GetProperty("refresh_token").ValueKind);
        var parts = answer["access_token"]!.Split('.');
        Assert.Equal(3, parts.Length);
        var head = parts[0].Replace('-', '+').Replace('_', '/');
        Assert.Contains("JWT", Encoding.UTF8.GetString(Convert.FromBase64String(head.PadRight((head.Length + 3) / 4 * 4, '='))));
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task The_anonymous_grant_has_no_refresh_token_unless_asked_for()
    {
        using var caller = new ResamaniaCaller();
        var without = await caller.TokenAsync(ResamaniaAccess.ClientId, ResamaniaAccess.ClientSecret, ("grant_type", Anonymous), ("refresh_token", "stray"));
        caller.Control.AnonymousRefresh = true;
        var with = await caller.TokenAsync(ResamaniaAccess.ClientId, ResamaniaAccess.ClientSecret, ("grant_type", Anonymous));

        Assert.False(without.Json.TryGetProperty("refresh_token", out _));
        Assert.True(with.Json.TryGetProperty("refresh_token", out _));
    }

    [Theory]
    [InlineData("demoapi/oauth/v2/token", false)]
    [InlineData("oauth/v2/token", false)]
    [InlineData("demoapi/oauth/v2/token", true)]
    [InlineData("oauth/v2/token", true)]
    public async Task Both_published_addresses_take_both_published_encodings(string path, bool multipart)
    {
        using var caller = new ResamaniaCaller();
        var fields = new[] { ("grant_type", Anonymous), ("client_id", ResamaniaAccess.ClientId), ("client_secret", ResamaniaAccess.ClientSecret) };
        var content = ResamaniaCaller.Form(fields);
        if (multipart)
        {
            var parts = new MultipartFormDataContent();
            foreach (var (name, value) in fields)
                parts.Add(new StringContent(value), name);
            content = parts;
        }

        Assert.Equal(200, (await caller.SendAsync("POST", path, content)).Status);
    }

    [Theory]
    [InlineData("", "invalid_request", "Invalid grant_type parameter or parameter missing")]
    [InlineData("grant_type=http&client_id=sandbox-client&client_secret=sandbox-secret", "invalid_request", "Invalid grant_type parameter or parameter missing")]
    [InlineData("grant_type=client_credentials", "invalid_client", "Client id was not found in the headers or body")]
    [InlineData("grant_type=client_credentials&client_id=nobody&client_secret=x", "invalid_client", "The client credentials are invalid")]
    [InlineData("grant_type=client_credentials&client_id=sandbox-client&client_secret=x", "invalid_client", "The client credentials are invalid")]
    [InlineData("grant_type=client_credentials&client_id=sandbox-mono-client&client_secret=sandbox-mono-secret", "invalid_client", "The client credentials are invalid")]
    [InlineData("grant_type=http%3A%2F%2Fsomethingelse&client_id=sandbox-client&client_secret=sandbox-secret", "unsupported_grant_type", "The grant type is not supported")]
    [InlineData("grant_type=client_credentials&client_id=sandbox-contact-client&client_secret=sandbox-contact-secret", "unauthorized_client", "The grant type is unauthorized for this client_id")]
    [InlineData("grant_type=http%3A%2F%2Fcontactclientcredentials&email=x&client_id=sandbox-client&client_secret=sandbox-secret", "unauthorized_client", "The grant type is unauthorized for this client_id")]
    [InlineData("grant_type=http%3A%2F%2Fclubclientcredentials&client_id=sandbox-client&client_secret=sandbox-secret", "invalid_request", "Missing parameter. \"clubId\" is required")]
    [InlineData("grant_type=http%3A%2F%2Fclubclientcredentials&clubId=1&client_id=sandbox-client&client_secret=sandbox-secret", "invalid_grant", "Invalid club")]
    [InlineData("grant_type=http%3A%2F%2Fcontactclientcredentials&email=john+test%40email.tld&client_id=sandbox-contact-client&client_secret=sandbox-contact-secret", "invalid_grant", "Invalid contact")]
    [InlineData("grant_type=password&username=john%2Btest%40email.tld&password=x&client_id=sandbox-contact-client&client_secret=sandbox-contact-secret", "invalid_grant", "Invalid username and password combination")]
    [InlineData("grant_type=authorization_code&code=x&client_id=sandbox-contact-client&client_secret=sandbox-contact-secret", "invalid_grant", "Code doesn't exist or is invalid for the client")]
    [InlineData("grant_type=refresh_token&client_id=sandbox-client&client_secret=sandbox-secret", "invalid_request", "No \"refresh_token\" parameter found")]
    [InlineData("grant_type=refresh_token&refresh_token=x&client_id=sandbox-client&client_secret=sandbox-secret", "invalid_grant", "Invalid refresh token")]
    public async Task Refusals_have_the_form_of_the_standard(string form, string error, string description)
    {
        using var caller = new ResamaniaCaller();
        var answer = await caller.SendAsync("POST", "demoapi/oauth/v2/token", ResamaniaCaller.Body(form, "application/x-www-form-urlencoded"));
        Assert.Equal((400, error, description), (answer.Status, answer["error"], answer["error_description"]));
    }

    [Fact]
    public async Task JSON_is_no_form()
    {
        using var caller = new ResamaniaCaller();
        var answer = await caller.PostAsync("demoapi/oauth/v2/token", """{"grant_type":"client_credentials","client_id":"sandbox-client","client_secret":"sandbox-secret"}""");
        Assert.Equal((400, "invalid_request"), (answer.Status, answer["error"]));
    }

    [Fact]
    public async Task A_refresh_token_renews_once_for_its_own_client_and_brings_another()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var first = await caller.TokenAsync(ResamaniaAccess.ContactClientId, ResamaniaAccess.ContactClientSecret, ("grant_type", Contact), ("email", ResamaniaAccess.KnownEmail));
        var field = ("refresh_token", first["refresh_token"]!);

        var stranger = await caller.TokenAsync(ResamaniaAccess.ClientId, ResamaniaAccess.ClientSecret, ("grant_type", "refresh_token"), field);
        var renewed = await caller.TokenAsync(ResamaniaAccess.ContactClientId, ResamaniaAccess.ContactClientSecret, ("grant_type", "refresh_token"), field);
        var again = await caller.TokenAsync(ResamaniaAccess.ContactClientId, ResamaniaAccess.ContactClientSecret, ("grant_type", "refresh_token"), field);

        Assert.Equal((400, 200, 400), (stranger.Status, renewed.Status, again.Status));
        Assert.NotEqual(first["access_token"], renewed["access_token"]);
        Assert.NotEqual(first["refresh_token"], renewed["refresh_token"]);
        (caller.Authorization, caller.Club, caller.Node) = ("bearer " + renewed["access_token"], null, null);
        Assert.Equal(200, (await caller.GetAsync("demoapi/contacts/2974221")).Status);
    }

    [Fact]
    public async Task Expired_tokens_say_so_and_refresh_tokens_outlive_them()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var club = await caller.TokenAsync(ResamaniaAccess.ClientId, ResamaniaAccess.ClientSecret, ("grant_type", Club), ("clubId", ResamaniaAccess.ClubId));
        caller.Control.ExpireTokens();

        var expired = await caller.GetAsync("demoapi/contacts");
        var renewed = await caller.TokenAsync(ResamaniaAccess.ClientId, ResamaniaAccess.ClientSecret, ("grant_type", "refresh_token"), ("refresh_token", club["refresh_token"]!));
        caller.Control.RevokeRefreshTokens();
        var revoked = await caller.TokenAsync(ResamaniaAccess.ClientId, ResamaniaAccess.ClientSecret, ("grant_type", "refresh_token"), ("refresh_token", renewed["refresh_token"]!));

        Assert.Equal((401, "The access token provided has expired."), (expired.Status, expired["error_description"]));
        Assert.Equal((200, 400), (renewed.Status, revoked.Status));
    }

    [Fact]
    public async Task Tokens_live_as_long_as_a_test_says()
    {
        using var caller = new ResamaniaCaller();
        caller.Control.TokenLifetime = TimeSpan.Zero;
        await caller.ActAsClubAsync(ResamaniaAccess.ClubId);
        Assert.Equal(401, (await caller.GetAsync("demoapi/contacts")).Status);
    }

    [Fact]
    public async Task The_state_counts_the_tokens_of_each_identity()
    {
        using var caller = new ResamaniaCaller();
        await caller.ActAsClubAsync(ResamaniaAccess.ClubId);
        await caller.ActAsContactAsync(ResamaniaAccess.KnownEmail);

        var tokens = caller.State.GetProperty("tokens").EnumerateArray().ToArray();

        Assert.Equal(new[] { Club, Contact }, tokens.Select(token => token.GetProperty("grant").GetString()));
        Assert.Equal(ResamaniaAccess.ClubId, tokens[0].GetProperty("actsForClub").GetString());
        Assert.Equal("/demoapi/contacts/2974221", tokens[1].GetProperty("actsAsContact").GetString());
    }
}
