using TrainingApis.Sandbox.Data;

namespace TrainingApis.Sandbox.Loop;

/// <summary>Files, offers and contacts, behind their gateway.</summary>
internal sealed class LoopApi : ISandboxApi
{
    private readonly int _seed;
    private readonly LoopGate _gate;
    private readonly LoopRoutes _routes;
    private readonly LoopRegistry _registry;
    private readonly LoopAnswers _answers;
    private int _answered;

    public LoopApi(int seed, LoopGate gate, LoopRoutes routes, LoopRegistry registry, LoopAnswers answers)
    {
        (_seed, _gate, _routes, _registry, _answers) = (seed, gate, routes, registry, answers);
    }

    public string Prefix => "loop";

    public SandboxAnswer Handle(SandboxRequest request)
    {
        var dice = new Dice(_seed, Interlocked.Increment(ref _answered), "loop request");
        return Answer(request)
            .With("requestid", LoopIds.Make(ref dice).ToString())
            .With("x-request-id", LoopIds.Make(ref dice).ToString())
            .With("strict-transport-security", "max-age=31536000; includeSubDomains");
    }

    public void Reset() => _answered = 0;

    /// <summary>In the order of the real thing: the gateway looks for the operation before it asks who calls.</summary>
    private SandboxAnswer Answer(SandboxRequest request)
    {
        var here = _routes.On(request);
        if (here.Count == 0)
            return LoopGate.Gateway(404, "Resource not found");
        if (here.FirstOrDefault(one => one.Method == request.Method) is not { } route)
            return SandboxAnswer.WrongMethod(here.Select(one => one.Method).ToArray());
        if (_gate.Refuse(request, out var account) is { } refusal)
            return refusal;
        if (LoopFieldReader.Read(request, route, out var fault) is not { } given)
            return _answers.Of(fault);
        return route.Operation == LoopOperation.LoopHub
            ? List(account, given)
            : _answers.Of(_registry.Apply(route.Operation, account.Domain, given));
    }

    private SandboxAnswer List(LoopAccount account, LoopGiven given)
    {
        if (given.Text("apiKey") != account.Key)
            return _answers.Of(LoopOutcome.Refused(account.Key, LoopTexts.OtherKey, 400));
        if (given.Text("domain") != account.Domain)
            return _answers.Of(LoopOutcome.Refused(account.Key, LoopTexts.OtherDomain, 400));
        var folders = _registry.Folders(account.Domain);
        return SandboxAnswer.Json(200, json =>
        {
            json.WriteStartArray();
            foreach (var folder in folders)
                LoopFolderJson.Write(json, folder);
            json.WriteEndArray();
        });
    }
}
