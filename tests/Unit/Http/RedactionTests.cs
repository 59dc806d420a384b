using System.Text;
using TrainingApis.Clients.Http;
using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Support.ScriptedHandler;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>Tests that secrets in responses are redacted in errors and events.</summary>
public class RedactionTests
{
    private const string Token = "eyJhbGciOi.planted+token/=.c2ln";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> SecretForms => [.. Forms(Connect.Secret)];

    public static TheoryData<string> AllForms => [.. Forms(Connect.Secret), .. Forms(Token)];

    [Theory, MemberData(nameof(AllForms))]
    public async Task Redacts_a_secret_in_a_response(string form)
    {
        var responses = new Func<HttpResponseMessage>[]
        {
            () => Text($"You sent {form}, which is wrong", "text/plain", 400),
            () => Body($$"""{"code":"{{form}}","reason":"no {{form}}!","errors":{"{{form}}":["{{form}}"]} }""", 422),
            () => Text($"<html><title>{form}</title></html>", "text/html", 403),
            () => Text(new string('x', 190) + form, "text/plain", 404), // truncation must not leave a part of the secret
            () => Status(500, ("x-request-id", form)),
            () => Status(302, ("Location", "https://elsewhere.example.com/?" + Uri.EscapeDataString(form))),
            () => Body($$"""{"data":[{"id":"{{form}}"}], "{{form}}" """),
            () => throw new HttpRequestException($"cannot send {form}", new IOException(form)),
        };
        foreach (var response in responses)
        {
            var observer = new Recorder();
            var server = new ScriptedHandler(response)
            {
                Token = (_, _) =>
                Task.FromResult(Body($$"""{"access_token":"{{Token}}","refresh_token":"refresh-planted"}"""))
            };
            using var api = Connect.Open(server);
            var errors = new List<ApiException>
            {
                await Assert.ThrowsAsync<ApiException>(() => api.Catalog(observer).GetCatalogsAsync(Cancel)),
                await Assert.ThrowsAsync<ApiException>(() => api.SendAsync(new RawRequest("POST", "v1/Things"), observer, Cancel)),
            };
            foreach (var text in errors.SelectMany(Texts).Concat(observer.Exchanges.Select(exchange => exchange.ToString()))
                .Concat(observer.Waits.Select(wait => wait.Reason)))
            {
                AssertClean(text, form);
            }
        }
    }

    [Theory, MemberData(nameof(SecretForms))]
    public async Task Redacts_a_secret_in_a_token_response(string form)
    {
        var server = new ScriptedHandler(_ => Body("{}"))
        {
            Token = (_, _) =>
            Task.FromResult(Body($$"""{"error":"invalid_client","error_description":"{{form}} is wrong"}""", 400))
        };
        using var api = Connect.Open(server);

        var error = await Assert.ThrowsAsync<ApiException>(() => api.AuthenticateAsync(null, Cancel));

        Assert.Equal("invalid_client", error.Code);
        foreach (var text in Texts(error))
        {
            AssertClean(text, form);
        }
    }

    [Fact]
    public void Does_not_change_other_text()
    {
        var redactor = new Redactor();
        redactor.AddSecret("abcdefgh");

        Assert.Equal("abcdefg h ABCDEFGH é", redactor.Redact("abcdefg h ABCDEFGH é"));
        Assert.Equal("***, ***! abcdefg", redactor.Redact("abcdefgh, abcdefghabcdefgh! abcdefg"));
        Assert.Null(redactor.Redact(null));
    }

    [Fact]
    public void Ignores_a_secret_of_two_characters()
    {
        var redactor = new Redactor();
        redactor.AddSecret("is");

        Assert.Equal("this is it", redactor.Redact("this is it"));
    }

    [Fact]
    public void Redacts_the_newest_of_many_secrets()
    {
        var redactor = new Redactor();
        for (var i = 0; i < 1000; i++)
        {
            redactor.AddSecret($"secret-number-{i:0000}");
        }

        Assert.Equal("***", redactor.Redact("secret-number-0999"));
        Assert.Equal("***", redactor.Redact("secret-number-0960"));
    }

    private static IEnumerable<string> Texts(ApiException error) =>
        [error.ToString(), error.Reason ?? "", error.Code ?? "", error.RequestId ?? "", error.FieldErrors.ToString(),
            .. error.FieldErrors.Keys];

    private static void AssertClean(string text, string form)
    {
        Assert.DoesNotContain(form, text);
        // In Base64, the first and last characters also encode the text around the secret.
        Assert.DoesNotContain(form[4..^4], text);
        Assert.DoesNotContain("planted", text);
    }

    private static IEnumerable<string> Forms(string secret)
    {
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        yield return Uri.EscapeDataString(secret).Replace("%2F", "%2f").Replace("%2B", "%2b").Replace("%C3%A9", "%c3%a9")
            .Replace("%3D", "%3d");
        foreach (var prefix in new[] { "", "a", "id:", "client-1:" })
        {
            yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(prefix + secret));
            yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(prefix + secret + "&more")).TrimEnd('=').Replace('+', '-')
                .Replace('/', '_');
        }
    }
}
