using System.Collections.Concurrent;

namespace TrainingApis.Sandbox.Loop;

/// <summary>Who is let in. The gateway asks for a subscription and counts the calls, then the service asks for its own key.</summary>
internal sealed class LoopGate
{
    private const string Challenge = "AzureApiManagementKey realm=\"https://api.cegid.com/loop-api-publiques\",name=\"Ocp-Apim-Subscription-Key\",type=\"header\"";

    private readonly object _gate = new();
    private readonly ConcurrentDictionary<string, LoopAccount> _accounts = new();
    private readonly ConcurrentDictionary<string, bool> _subscriptions = new();
    private int? _quotaLeft;
    private int _tooMany;
    private int _retryAfter;

    public LoopGate() => Reset();

    public int? QuotaLeft
    {
        get { lock (_gate) return _quotaLeft; }
        set { lock (_gate) _quotaLeft = value; }
    }

    public void AddAccount(LoopAccount account)
    {
        _accounts[account.Key] = account;
        _subscriptions[account.SubscriptionKey] = true;
    }

    public void RevokeKeys() => _accounts.Clear();

    public void Throttle(int calls, int retryAfter)
    {
        lock (_gate)
            (_tooMany, _retryAfter) = (calls, retryAfter);
    }

    /// <summary>The answer to a request that may not enter; null lets it in, as this account.</summary>
    public SandboxAnswer? Refuse(SandboxRequest request, out LoopAccount account)
    {
        account = LoopAccount.Default;
        if (request.Header("Ocp-Apim-Subscription-Key") is not { Length: > 0 } subscription)
            return Gateway(401, "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.")
                .With("WWW-Authenticate", Challenge);
        if (!_subscriptions.ContainsKey(subscription))
            return Gateway(401, "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.")
                .With("WWW-Authenticate", Challenge);
        return Count() ?? RefuseKey(request.Header("x-apikey"), out account);
    }

    public void Reset()
    {
        _accounts.Clear();
        _subscriptions.Clear();
        AddAccount(LoopAccount.Default);
        Throttle(0, 0);
        QuotaLeft = null;
    }

    /// <summary>What the gateway itself says, always in English and in this form.</summary>
    public static SandboxAnswer Gateway(int status, string message) => SandboxAnswer.Json(status, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("statusCode"u8, status);
        json.WriteString("message"u8, message);
        json.WriteEndObject();
    });

    private SandboxAnswer? Count()
    {
        lock (_gate)
        {
            if (_tooMany > 0)
            {
                _tooMany--;
                return Gateway(429, $"Rate limit is exceeded. Try again in {_retryAfter} seconds.").With("Retry-After", _retryAfter.ToString());
            }

            if (_quotaLeft is not { } left)
                return null;
            _quotaLeft = Math.Max(0, left - 1);
            return left > 0 ? null : Gateway(403, "Out of call volume quota. Quota will be replenished in 01:00:00.").With("Retry-After", "3600");
        }
    }

    private SandboxAnswer? RefuseKey(string? header, out LoopAccount account)
    {
        account = LoopAccount.Default;
        if (string.IsNullOrEmpty(header))
            return LoopAnswers.Message(401, LoopTexts.NoKey);
        // Both halves as they are: an escaped secret is another secret.
        var colon = header.IndexOf(':');
        if (colon < 0 || !_accounts.TryGetValue(header[..colon], out var found) || found.Secret != header[(colon + 1)..])
            return LoopAnswers.Message(401, LoopTexts.WrongKey);
        account = found;
        return found.IsAdvanced ? null : LoopAnswers.Message(403, LoopTexts.StandardKey);
    }
}
