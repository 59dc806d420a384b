using TrainingApis.Clients;
using TrainingApis.Resamania;
using TrainingApis.Tests.Unit.Support;

namespace TrainingApis.Tests.Unit.Resamania;

/// <summary>Represents a Resamania connection with scripted responses and recorded requests.</summary>
internal sealed class FakeResamania
{
    public const string Base = "https://gateway.example.com/resa2-staging/";
    public const string Key = "gateway-key-planted";

    private int _tokens;

    public FakeResamania(Func<SentRequest, HttpResponseMessage> respond, Action<ResamaniaOptions>? change = null)
    {
        Handler = new ScriptedHandler(sent =>
            sent.Url.EndsWith("/oauth/v2/token", StringComparison.Ordinal) ? (TokenResponse ?? Token)(sent) : respond(sent));
        var options = new ResamaniaOptions
        {
            BaseUri = new Uri(Base),
            ClientToken = "demoapi",
            ClientId = "client-1",
            ClientSecret = Connect.Secure("s3cret"),
            GatewayKey = Connect.Secure(Key),
            ClubId = "1",
            NetworkNodeId = "/demoapi/network_nodes/1433",
            ContactClientId = "contact-client",
            ContactClientSecret = Connect.Secure("contact-s3cret"),
            Timeout = TimeSpan.FromHours(2), // with virtual time, shorter timeouts expire immediately
            Transport = Handler,
        };
        change?.Invoke(options);
        Api = new ClientHost(Time).OpenResamania(options);
    }

    public FakeResamania(params string[] bodies) : this(RespondInOrder(bodies)) { }

    public VirtualTime Time { get; } = new();

    public ScriptedHandler Handler { get; }

    public IResamaniaApi Api { get; }

    public Func<SentRequest, HttpResponseMessage>? TokenResponse { get; set; }

    public IReadOnlyList<SentRequest> Calls =>
        Handler.Calls.Where(sent => !sent.Url.EndsWith("/token", StringComparison.Ordinal)).ToArray();

    public IReadOnlyList<SentRequest> TokenCalls =>
        Handler.Calls.Where(sent => sent.Url.EndsWith("/token", StringComparison.Ordinal)).ToArray();

    public SentRequest Only => Xunit.Assert.Single(Calls);

    public HttpResponseMessage Token(SentRequest sent) =>
        ScriptedHandler.Body($$"""{"access_token":"token-{{Interlocked.Increment(ref _tokens)}}","expires_in":3600,"refresh_token":"refresh-{{_tokens}}"}""");

    public static string Contact(int id, string state = "prospect", int club = 1, string? email = "a@b.tld") =>
        $$"""{"@id":"/demoapi/contacts/{{id}}","@type":"http://schema.org/Person","number":"C{{id}}","state":"{{state}}","clubId":"/demoapi/clubs/{{club}}","email":{{(email is null ? "null" : $"\"{email}\"")}}}""";

    public static string List(string? next = null, params string[] items) =>
        $$"""{"@type":"hydra:Collection","hydra:member":[{{string.Join(",", items)}}]{{(next is null ? "" : $$""","hydra:totalItems":61,"hydra:view":{"hydra:next":"{{next}}"}""")}}}""";

    private static Func<SentRequest, HttpResponseMessage> RespondInOrder(string[] bodies)
    {
        var next = 0;
        return _ => bodies[Math.Min(next++, bodies.Length - 1)] is { Length: > 0 } body ? ScriptedHandler.Body(body)
            : ScriptedHandler.Status(204);
    }
}
