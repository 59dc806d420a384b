using System.Net.Http.Headers;
using System.Text.Json;
using TrainingApis.Sandbox;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>The token endpoint and what its tokens open.</summary>
public sealed class TokenTests : IDisposable
{
    private readonly SandboxCaller _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("api-cegos")]
    [InlineData("api-registration")]
    [InlineData("api-document")]
    public async Task A_grant_gives_a_token_of_an_hour(string scope)
    {
        var (status, json) = await GrantAsync(form => form["scope"] = scope);
        Assert.Equal(200, status);
        Shape.Is(json, "access_token:s expires_in:n token_type:s scope:s");
        Assert.Equal((3600, "Bearer", scope), (json.GetProperty("expires_in").GetInt32(), json.GetProperty("token_type").GetString(), json.GetProperty("scope").GetString()));
    }

    [Theory]
    [InlineData("client_secret", "wrong", "invalid_client")]
    [InlineData("client_id", "nobody", "invalid_client")]
    [InlineData("client_id", null, "invalid_client")]
    [InlineData("scope", "api-cegos api-registration", "invalid_scope")]
    [InlineData("scope", "everything", "invalid_scope")]
    [InlineData("scope", null, "invalid_scope")]
    [InlineData("grant_type", "password", "unsupported_grant_type")]
    [InlineData("grant_type", null, "invalid_request")]
    public async Task Each_wrong_field_has_its_refusal(string field, string? value, string error)
    {
        var (status, json) = await GrantAsync(form =>
        {
            if (!form.Remove(field) || value != null)
                form[field] = value!;
        });
        Assert.Equal(400, status);
        Shape.Is(json, "error:s");
        Assert.Equal(error, json.GetProperty("error").GetString());
    }

    [Fact]
    public async Task The_secret_in_a_basic_header_is_not_known()
    {
        var request = Request(form => { form.Remove("client_id"); form.Remove("client_secret"); });
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", "c2FuZGJveC1jbGllbnQ6c2FuZGJveC1zZWNyZXQ=");
        Assert.Equal("invalid_client", (await AnswerAsync(request)).Json.GetProperty("error").GetString());
    }

    [Fact]
    public async Task Json_instead_of_a_form_is_refused_and_a_get_too()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, SandboxCaller.Token) { Content = new StringContent("{}", new MediaTypeHeaderValue("application/json")) };
        Assert.Equal("invalid_request", (await AnswerAsync(request)).Json.GetProperty("error").GetString());
        using var answer = await _sandbox.SendAsync(new HttpRequestMessage(HttpMethod.Get, SandboxCaller.Token));
        Assert.Equal(405, (int)answer.StatusCode);
    }

    [Fact]
    public async Task An_account_gets_only_its_own_scopes()
    {
        _sandbox.Control.Cegos.AddAccount(new SandboxAccount("reader", "pw", "other", ["api-cegos"]));
        _sandbox.Control.Cegos.AddAccount(new SandboxAccount("shut", "pw", "other", []));
        Assert.Equal(200, (await GrantAsync(form => Become(form, "reader"))).Status);
        Assert.Equal("invalid_scope", (await GrantAsync(form => { Become(form, "reader"); form["scope"] = "api-registration"; })).Json.GetProperty("error").GetString());
        Assert.Equal("unauthorized_client", (await GrantAsync(form => Become(form, "shut"))).Json.GetProperty("error").GetString());

        static void Become(Dictionary<string, string> form, string id) => (form["client_id"], form["client_secret"]) = (id, "pw");
    }

    [Fact]
    public async Task A_token_opens_only_its_own_host()
    {
        Assert.Equal((401, "Bearer"), await AskAsync(SandboxCaller.Catalog + "Catalogs", null));
        Assert.Equal((401, "Bearer error=\"invalid_token\""), await AskAsync(SandboxCaller.Catalog + "Catalogs", "made-up"));
        Assert.Equal((403, "Bearer error=\"insufficient_scope\""), await AskAsync(SandboxCaller.Registration + "Leads", await _sandbox.GetTokenAsync("api-cegos")));
        Assert.Equal((403, "Bearer error=\"insufficient_scope\""), await AskAsync(SandboxCaller.Catalog + "Catalogs", await _sandbox.GetTokenAsync("api-registration")));
        Assert.Equal((200, string.Empty), await AskAsync(SandboxCaller.Catalog + "Catalogs", await _sandbox.GetTokenAsync("api-cegos")));
    }

    [Fact]
    public async Task Tokens_end_by_time_and_by_hand()
    {
        var token = await _sandbox.GetTokenAsync("api-cegos");
        _sandbox.Control.Cegos.ExpireTokens();
        Assert.Equal(401, (await AskAsync(SandboxCaller.Catalog + "Catalogs", token)).Status);
        _sandbox.Control.Cegos.TokenLifetime = TimeSpan.FromMilliseconds(50);
        token = (await GrantAsync(_ => { })).Json.GetProperty("access_token").GetString();
        await Task.Delay(100, SandboxCaller.Cancel);
        Assert.Equal(401, (await AskAsync(SandboxCaller.Catalog + "Catalogs", token)).Status);
    }

    [Fact]
    public async Task Tokens_of_two_sandboxes_differ()
    {
        using var other = new SandboxCaller();
        Assert.NotEqual(await _sandbox.GetTokenAsync("api-cegos"), await other.GetTokenAsync("api-cegos"));
        Assert.Equal(401, (await AskAsync(SandboxCaller.Catalog + "Catalogs", await other.GetTokenAsync("api-cegos"))).Status);
    }

    private static HttpRequestMessage Request(Action<Dictionary<string, string>> change)
    {
        var form = SandboxCaller.Grant(SandboxAccount.Default, "api-cegos");
        change(form);
        return new HttpRequestMessage(HttpMethod.Post, SandboxCaller.Token) { Content = new FormUrlEncodedContent(form) };
    }

    private Task<(int Status, JsonElement Json)> GrantAsync(Action<Dictionary<string, string>> change) => AnswerAsync(Request(change));

    private async Task<(int Status, JsonElement Json)> AnswerAsync(HttpRequestMessage request)
    {
        using var answer = await _sandbox.SendAsync(request);
        return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(SandboxCaller.Cancel)).RootElement);
    }

    private async Task<(int Status, string Challenge)> AskAsync(string address, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (token != null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await _sandbox.SendAsync(request);
        return ((int)answer.StatusCode, answer.Headers.WwwAuthenticate.ToString());
    }
}
