using System.Text.Json;
using TrainingApis.Clients;
using TrainingApis.Loop;
using TrainingApis.Tests.Unit.Support;
using static TrainingApis.Tests.Unit.Support.ScriptedHandler;

namespace TrainingApis.Tests.Unit.Loop;

/// <summary>Represents a Loop connection with scripted responses and recorded requests.</summary>
internal sealed class FakeLoop
{
    public const string Base = "https://api.example.com/loop-api-publiques/";
    public const string Key = "public-key-half";
    public const string Secret = "s3cr3t+/half==";
    public const string SubscriptionKey = "sub+scription/key=";

    private readonly ScriptedHandler _handler;
    private readonly ILoopApi _api;

    public FakeLoop(Func<HttpResponseMessage> respond, Action<LoopOptions>? change = null)
    {
        _handler = new ScriptedHandler(respond);
        var options = Options(_handler);
        change?.Invoke(options);
        _api = new ClientHost(new VirtualTime()).OpenLoop(options);
    }

    public FakeLoop(string body, int status = 200) : this(() => Body(body, status)) { }

    public ILoopApi Api => _api;

    public Recorder Observer { get; } = new();

    public ILoopClient Client => _api.Client(Observer);

    public IReadOnlyList<SentRequest> Calls => _handler.Calls;

    public SentRequest Call => Xunit.Assert.Single(_handler.Calls);

    public static LoopOptions Options(HttpMessageHandler? transport) => new()
    {
        Key = Key,
        Secret = Connect.Secure(Secret),
        SubscriptionKey = Connect.Secure(SubscriptionKey),
        Domain = "TESTRDDCABINET",
        BaseUri = new Uri(Base.TrimEnd('/')),
        Timeout = TimeSpan.FromHours(2), // with virtual time, shorter timeouts expire immediately
        Transport = transport,
    };

    public static string Example(string name) => System.Text.Encoding.UTF8.GetString(Data.Read($"cegid-loop.{name}.json"));

    /// <summary>Gets the JSON without white space.</summary>
    public static string Compact(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement);

    public Task<OfferResult> AddOfferAsync() =>
        Client.AddOfferAsync(new FolderOffer { CodeDossier = "MANON001", Offer = Offer.Consultation },
            Xunit.TestContext.Current.CancellationToken);

    public Task<ClientResult> AddClientAsync() => Client.AddClientAsync(NewClient(), Xunit.TestContext.Current.CancellationToken);

    public Task<ClientResult> UpdateClientAsync() =>
        Client.UpdateClientAsync(new ClientChange { Email = "contact@example.com", CodeDossier = "CEGID003", Phone = "1" },
            Xunit.TestContext.Current.CancellationToken);

    public static NewClient NewClient() => new()
    {
        Email = "contact@example.com",
        CodeDossier = "CEGID003",
        Offer = Offer.Consultation,
        LastName = "API",
        FirstName = "COLLAB",
        Phone = "0705060302",
        Profile = "2.0",
        Social = true,
    };
}
