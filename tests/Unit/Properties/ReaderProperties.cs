using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Properties;

/// <summary>Tests that a call with any response returns or throws an <see cref="ApiException"/> that is not a defect.</summary>
public class ReaderProperties
{
    private byte[] _body = [];
    private int _status = 200;

    public static TheoryData<string> Names => new(Calls.All.Keys);

    [Theory, MemberData(nameof(Names))]
    public void A_damaged_response_throws_only_ApiException(string name)
    {
        var (example, call) = Calls.All[name];
        var document = Data.Read(example);
        using var client = new Calls(new ScriptedHandler(Respond));
        Prop.ForAll<int[]>(numbers => Check(client, call, Mutations.Apply(document, numbers), 200))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(120).WithEndSize(400));
    }

    [Theory, MemberData(nameof(Names))]
    public void Random_bytes_and_text_throw_only_ApiException(string name)
    {
        var call = Calls.All[name].Call;
        using var client = new Calls(new ScriptedHandler(Respond));
        Prop.ForAll<byte[]>(bytes => Check(client, call, bytes, 200)).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
        Prop.ForAll<string>(text => Check(client, call, Encoding.UTF8.GetBytes($"\"{text}\""), 200))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_body_of_white_space_throws_only_ApiException(string name)
    {
        using var client = new Calls(new ScriptedHandler(Respond));
        foreach (var space in "\t\r\n\v\f\0\u0085\u00A0\u2003\u2028\u3000\uFEFF")
        {
            foreach (var status in new[] { 200, 422, 500 })
            {
                Assert.True(Check(client, Calls.All[name].Call, Encoding.UTF8.GetBytes($"{space}"), status));
                Assert.True(Check(client, Calls.All[name].Call, Encoding.UTF8.GetBytes($"\"{space}\""), status));
            }
        }
    }

    [Theory]
    [InlineData("resamania.error.hydra.json")]
    [InlineData("resamania.error.violations.json")]
    [InlineData("cegos.token.error.json")]
    [InlineData("cegid-loop.gateway-401.response.json")]
    public void A_damaged_error_response_throws_only_ApiException(string example)
    {
        var document = Data.Read(example);
        using var client = new Calls(new ScriptedHandler(Respond));
        foreach (var call in Calls.All.Values.Where((_, number) => number % 4 == 0))
        {
            Prop.ForAll<int[]>(numbers => Check(client, call.Call, Mutations.Apply(document, numbers), 422))
                .Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(400));
        }
    }

    private bool Check(Calls client, Func<Calls, Task> call, byte[] body, int status)
    {
        (_body, _status) = (body, status);
        try
        {
            call(client).GetAwaiter().GetResult();
            return true;
        }
        catch (ApiException exception)
        {
            return !exception.Message.Contains("a defect of this module", StringComparison.Ordinal)
                && !exception.Message.Any(char.IsControl)
                ? true : throw new InvalidOperationException(exception.Message, exception.InnerException);
        }
    }

    private HttpResponseMessage Respond(SentRequest sent)
    {
        if (sent.Url.EndsWith("/oauth/v2/token", StringComparison.Ordinal))
        {
            return ScriptedHandler.Body("""{"access_token":"token","expires_in":3600}""");
        }

        var content = new ByteArrayContent(_body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpResponseMessage((HttpStatusCode)_status) { Content = content };
    }
}
