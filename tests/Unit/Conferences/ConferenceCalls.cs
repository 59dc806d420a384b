using TrainingApis.Clients;
using TrainingApis.Conferences;
using TrainingApis.Tests.Unit.Support;

namespace TrainingApis.Tests.Unit.Conferences;

/// <summary>Opens connections to conferences with scripted responses.</summary>
internal static class ConferenceCalls
{
    public const string Base = "https://api.example.com/conferences/api/1.0/";
    public const string RegistrationsUri = Base + "conferences/C%2F1/sessions/40001/registrations";

    public static ConferenceOptions Keys(HttpMessageHandler? transport = null) => new()
    {
        ApiKey = Support.Connect.Secure("planted-api-key-123"),
        Token = Support.Connect.Secure("planted-token-456"),
        BaseUri = new Uri(Base),
        TokenUri = new Uri("https://" + ScriptedHandler.TokenHost + "/o/oauth2/token"),
        WatcherUri = new Uri("https://api.example.com/api/2.0/watchers"),
        Timeout = TimeSpan.FromHours(2),
        Transport = transport,
    };

    public static ConferenceOptions Refresh(HttpMessageHandler? transport = null)
    {
        var options = Keys(transport);
        (options.ApiKey, options.Token) = (null, null);
        (options.ClientId, options.ClientSecret, options.RefreshToken) =
            ("client-1", Support.Connect.Secure("s3cr3t&"), Support.Connect.Secure("refresh-0"));
        return options;
    }

    public static IConferenceApi Open(ConferenceOptions options) => new ClientHost(new VirtualTime()).OpenConference(options);

    /// <summary>Calls the client with a scripted response, and returns the result and the request.</summary>
    public static async Task<(T Result, SentRequest Call)> SendAsync<T>(
        string body, Func<IConferenceClient, Task<T>> call, int status = 200)
    {
        var server = new ScriptedHandler(() => ScriptedHandler.Body(body, status));
        using var api = Open(Keys(server));
        var result = await call(api.Client());
        return (result, server.Calls.Single());
    }

    public static async Task<ApiException> FailAsync(string body, Func<IConferenceClient, Task> call, int status = 200)
    {
        using var api = Open(Keys(new ScriptedHandler(() => ScriptedHandler.Body(body, status))));
        return await Xunit.Assert.ThrowsAsync<ApiException>(() => call(api.Client()));
    }
}
