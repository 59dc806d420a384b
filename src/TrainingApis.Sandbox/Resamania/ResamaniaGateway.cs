using TrainingApis.Sandbox.Data;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>What stands before the vendor's servers: asks each call for its key, counts it, and gives it a number.</summary>
internal sealed class ResamaniaGateway
{
    private readonly int _seed;
    private readonly Dictionary<string, ResamaniaLimits> _keys = new();
    private readonly Dictionary<ResamaniaLimitFamily, (int Limit, TimeSpan Period)> _set = new();
    private long _calls;

    public ResamaniaGateway(int seed)
    {
        _seed = seed;
        Reset();
    }

    public void AddKey(string key) => _keys[key] = new ResamaniaLimits(_set);

    public void SetLimit(ResamaniaLimitFamily family, int limit, TimeSpan period)
    {
        _set[family] = (limit, period);
        foreach (var key in _keys.Keys.ToList())
            AddKey(key);
    }

    public SandboxAnswer Pass(SandboxRequest request, bool isItemRead, Func<SandboxAnswer> next)
    {
        SandboxAnswer answer;
        if (!_keys.TryGetValue(request.Header("x-gravitee-api-key") ?? string.Empty, out var limits))
            answer = Refuse(401, "Unauthorized");
        else
        {
            answer = limits.Take(isItemRead, DateTimeOffset.UtcNow) is { } broken ? Refuse(429, broken) : next();
            limits.Stamp(answer, isItemRead);
        }

        var dice = new Dice(_seed, _calls++, "transaction");
        return answer.With("X-Gravitee-Transaction-Id", $"{Eight(ref dice)}-{Four(ref dice)}-4{Four(ref dice)[1..]}-a{Four(ref dice)[1..]}-{Eight(ref dice)}{Four(ref dice)}");
    }

    public void Reset()
    {
        _keys.Clear();
        _set.Clear();
        _calls = 0;
        AddKey(ResamaniaAccess.GatewayKey);
    }

    private static SandboxAnswer Refuse(int status, string message) => SandboxAnswer.Json(status, json =>
    {
        json.WriteStartObject();
        json.WriteString("message"u8, message);
        json.WriteNumber("http_status_code"u8, status);
        json.WriteEndObject();
    });

    private static string Four(ref Dice dice) => dice.Next(0x10000).ToString("x4");

    private static string Eight(ref Dice dice) => Four(ref dice) + Four(ref dice);
}
