using System.Text.Json;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>The vendor's room: what its APIs share, and the APIs.</summary>
internal sealed class ConferencesSandbox : ISandboxVendor
{
    private readonly ConferencesTokens _tokens = new();
    private readonly ConferencesRoutes _routes = new();
    private readonly ConferencesWorld _world;

    public ConferencesSandbox(SandboxOptions options)
    {
        _world = new ConferencesWorld(options.Seed, _tokens);
        Control = new ConferencesControl(_tokens, _routes);
        var (errors, shapes) = (new ConferencesErrors(Control), new ConferencesShapes(Control));
        var (registrations, siblings, watches) = (new RegistrationCalls(Control, shapes), new SiblingCalls(Control, shapes), new WatchCalls(Control, shapes));
        var operations = new[] { ConferencesKinds.Conference, ConferencesKinds.Session, ConferencesKinds.Speaker, ConferencesKinds.Invitee }
            .SelectMany(siblings.Of)
            .Append(("ListRegistrations", registrations.List)).Append(("GetRegistration", registrations.Get)).Append(("CreateRegistration", registrations.Create))
            .Append((ConferencesRoutes.UpdateRegistration, registrations.Update)).Append(("CancelRegistration", registrations.Cancel))
            .Append((ConferencesRoutes.Watch, watches.Create)).ToList();
        var watchers = new (string, Func<ConferencesCall, SandboxAnswer>)[] { ("ListWatches", watches.List), ("GetWatch", watches.Get), ("DeleteWatch", watches.Delete) };
        Apis = new ISandboxApi[]
        {
            // The longer prefixes first: the last one holds them.
            new ConferencesAuthApi(_tokens, Control),
            new ConferencesApi("conference/api", _tokens, _routes, _world, errors, watchers),
            new ConferencesApi("conference", _tokens, _routes, _world, errors, operations),
        };
    }

    public ConferencesControl Control { get; }

    public string Name => "conferences";

    public IReadOnlyList<ISandboxApi> Apis { get; }

    public void WriteState(Utf8JsonWriter json) => _world.WriteState(json);

    public string GetState() => System.Text.Encoding.UTF8.GetString(SandboxBody.FromJson(WriteState).ToArray());

    public void Reset()
    {
        _tokens.Reset();
        _routes.Reset();
        _world.Reset();
        Control.Reset();
    }
}
