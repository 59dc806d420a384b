using System.Net.Http.Headers;
using TrainingApis.Sandbox;
using TrainingApis.Sandbox.Conferences;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>Who is let in to the conferences, and as whom.</summary>
public sealed class ConferencesAuthTests : IDisposable
{
    private readonly ConferencesCaller _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("", "The headers apiKey and token are required")]
    [InlineData("apiKey=sandbox-api-key", "The headers apiKey and token are required")]
    [InlineData("token=sandbox-token", "The headers apiKey and token are required")]
    [InlineData("apiKey=other;token=sandbox-token", "The API key is unknown")]
    [InlineData("apiKey=sandbox-api-key;token=other", "The token is unknown")]
    [InlineData("apiKey=sandbox-token;token=sandbox-api-key", "The API key is unknown")]
    [InlineData("Authorization=Bearer other", "The access token is invalid or expired")]
    [InlineData("Authorization=Basic c2FuZGJveA==", "Authorization must be a bearer token")]
    [InlineData("Authentication=Bearer sandbox-access-token", "The headers apiKey and token are required")]
    [InlineData("Authorization=Bearer sandbox-access-token;token=sandbox-token", "Either apiKey and token, or Authorization")]
    public async Task Others_are_refused(string headers, string message)
    {
        var reply = await WithHeadersAsync("conferences?fields=id", headers);
        ConferencesCaller.Fails(reply, 401, message);
        Assert.Equal("Bearer", reply.Message.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [InlineData("apiKey=sandbox-api-key;token=sandbox-token")]
    [InlineData("APIKEY=sandbox-api-key;Token=sandbox-token")]
    [InlineData("Authorization=Bearer sandbox-access-token")]
    public async Task Both_documented_ways_are_open(string headers) => Assert.Equal(200, (await WithHeadersAsync("conferences?fields=id", headers)).Status);

    [Theory]
    [InlineData("apiKey")]
    [InlineData("token")]
    [InlineData("access_token")]
    public async Task Secrets_in_an_address_open_nothing_and_are_refused_beside_good_headers(string name)
    {
        ConferencesCaller.Fails(await WithHeadersAsync("conferences?apiKey=sandbox-api-key&token=sandbox-token", ""), 401, "The headers apiKey and token are required");
        ConferencesCaller.Fails(await _sandbox.GetAsync($"conferences?{name}=x"), 400, $"Unknown parameter {name}", fields: name);
    }

    [Fact]
    public async Task The_token_selects_the_account_and_its_neighbour_is_told_apart_from_nothing()
    {
        var own = ConferencesCaller.Items(await _sandbox.GetAsync("conferences")).ConvertAll(ConferencesCaller.Id);
        var child = ConferencesCaller.Items(await _sandbox.AskAsync(HttpMethod.Get, "conferences", account: ConferencesAccount.Child)).ConvertAll(ConferencesCaller.Id);
        Assert.NotEmpty(child);
        Assert.Empty(own.Intersect(child));
        ConferencesCaller.Fails(await _sandbox.GetAsync("conferences/" + child[0]), 403, "Conference belongs to another account");
        ConferencesCaller.Fails(await _sandbox.GetAsync("conferences/9"), 404, "Conference not found");
    }

    [Fact]
    public async Task A_partner_reaches_its_own_accounts_only()
    {
        _sandbox.Control.AddAccount(new ConferencesAccount("far", "far-key"));
        Assert.Equal(200, (await WithHeadersAsync("conferences", "apiKey=far-key;token=far-token")).Status);
        ConferencesCaller.Fails(await WithHeadersAsync("conferences", "apiKey=far-key;token=sandbox-token"), 403, "The account belongs to someone else");
    }

    [Fact]
    public async Task A_refresh_token_gives_an_access_token()
    {
        var reply = await GrantAsync();
        Assert.Equal(200, reply.Status);
        Shape.Is(reply.Json, "access_token:s token_type:s expires_in:n refresh_token:s");
        Assert.Equal(("Bearer", "sandbox-refresh-token", 3600), (reply.Text("token_type"), reply.Text("refresh_token"), reply.Json.GetProperty("expires_in").GetInt32()));
        Assert.Equal(200, (await WithHeadersAsync("conferences", "Authorization=Bearer " + reply.Text("access_token"))).Status);
    }

    [Theory]
    [InlineData("grant_type", null, 400, "invalid_request")]
    [InlineData("grant_type", "password", 400, "unsupported_grant_type")]
    [InlineData("grant_type", "client_credentials", 400, "unsupported_grant_type")]
    [InlineData("grant_type", "authorization_code", 400, "invalid_request")]
    [InlineData("client_id", "nobody", 401, "invalid_client")]
    [InlineData("client_secret", null, 401, "invalid_client")]
    [InlineData("refresh_token", null, 400, "invalid_request")]
    [InlineData("refresh_token", "old", 400, "invalid_grant")]
    [InlineData("refresh_token", "sandbox-child-refresh-token", 400, "invalid_grant")]
    [InlineData("scope", "everything", 400, "invalid_scope")]
    public async Task Each_wrong_field_of_a_grant_has_its_refusal(string field, string? value, int status, string error)
    {
        var reply = await GrantAsync((field, value));
        Assert.Equal(status, reply.Status);
        Shape.Is(reply.Json, "error:s");
        Assert.Equal(error, reply.Text("error"));
    }

    [Fact]
    public async Task Tokens_end_by_time_and_by_hand_and_sso_tokens_do_not()
    {
        _sandbox.Control.TokenLifetime = TimeSpan.FromMilliseconds(50);
        _sandbox.Control.StatesLifetime = false;
        var granted = (await GrantAsync()).Json;
        Shape.Is(granted, "access_token:s token_type:s refresh_token:s");
        await Task.Delay(100, ConferencesCaller.Cancel);
        Assert.Equal(401, (await WithHeadersAsync("conferences", "Authorization=Bearer " + granted.GetProperty("access_token").GetString())).Status);
        _sandbox.Control.ExpireTokens();
        Assert.Equal(401, (await WithHeadersAsync("conferences", "Authorization=Bearer sandbox-access-token")).Status);
        Assert.Equal(200, (await _sandbox.GetAsync("conferences")).Status);
        _sandbox.Host.Control().Reset();
        Assert.Equal(200, (await WithHeadersAsync("conferences", "Authorization=Bearer sandbox-access-token")).Status);
    }

    [Fact]
    public async Task A_rotated_refresh_token_works_once()
    {
        _sandbox.Control.RotateRefreshTokens = true;
        var next = (await GrantAsync()).Text("refresh_token");
        Assert.Equal("invalid_grant", (await GrantAsync()).Text("error"));
        Assert.Equal(200, (await GrantAsync(("refresh_token", next))).Status);
    }

    [Fact]
    public async Task The_token_endpoint_takes_a_posted_form_and_nothing_in_its_address()
    {
        Assert.Equal(405, (await _sandbox.SendAsync(new HttpRequestMessage(HttpMethod.Get, SandboxHost.Conferences.TokenUri))).Status);
        var json = new HttpRequestMessage(HttpMethod.Post, SandboxHost.Conferences.TokenUri) { Content = new StringContent("{}", new MediaTypeHeaderValue("application/json")) };
        Assert.Equal("invalid_request", (await _sandbox.SendAsync(json)).Text("error"));
        var address = new HttpRequestMessage(HttpMethod.Post, SandboxHost.Conferences.TokenUri + "?client_secret=x") { Content = new FormUrlEncodedContent([]) };
        Assert.Equal("invalid_request", (await _sandbox.SendAsync(address)).Text("error"));
    }

    private Task<SandboxReply> GrantAsync(params (string Field, string? Value)[] changes)
    {
        var account = SandboxHost.Conferences.Account;
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token", ["client_id"] = account.ClientId, ["client_secret"] = account.ClientSecret, ["refresh_token"] = account.RefreshToken,
        };
        foreach (var (field, value) in changes)
        {
            form.Remove(field);
            if (value != null)
                form[field] = value;
        }

        return _sandbox.SendAsync(new HttpRequestMessage(HttpMethod.Post, SandboxHost.Conferences.TokenUri) { Content = new FormUrlEncodedContent(form) });
    }

    private Task<SandboxReply> WithHeadersAsync(string path, string headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var header in headers.Split(';', StringSplitOptions.RemoveEmptyEntries))
            request.Headers.TryAddWithoutValidation(header.Split('=', 2)[0], header.Split('=', 2)[1]);
        return _sandbox.SendAsync(request);
    }
}
