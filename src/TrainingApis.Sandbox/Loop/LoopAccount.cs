namespace TrainingApis.Sandbox.Loop;

/// <summary>What one caller of the sandbox's Loop sends to be let in, and the firm that it then acts for.</summary>
public sealed class LoopAccount
{
    /// <summary>Makes an account.</summary>
    /// <param name="subscriptionKey">What <c>Ocp-Apim-Subscription-Key</c> holds.</param>
    /// <param name="key">The first half of <c>x-apikey</c>.</param>
    /// <param name="secret">The second half of <c>x-apikey</c>.</param>
    /// <param name="domain">The firm's tenant name. Accounts of one domain see the same files.</param>
    /// <param name="isAdvanced">False for a standard key, which the routes for firms refuse.</param>
    public LoopAccount(string subscriptionKey, string key, string secret, string domain, bool isAdvanced = true)
    {
        (SubscriptionKey, Key, Secret, Domain, IsAdvanced) = (subscriptionKey, key, secret, domain, isAdvanced);
    }

    /// <summary>
    /// The account that every sandbox starts with. No part is a secret: nothing outside a sandbox knows them. The last one has
    /// the letters that a caller must not escape.
    /// </summary>
    public static LoopAccount Default { get; } = new("sandbox-subscription", "sandbox-key", "sandbox+secret/loop==", "TESTRDDCABINET");

    /// <summary>The key of the subscription to the gateway.</summary>
    public string SubscriptionKey { get; }

    /// <summary>The public half of the API key.</summary>
    public string Key { get; }

    /// <summary>The private half of the API key.</summary>
    public string Secret { get; }

    /// <summary>The firm's tenant name.</summary>
    public string Domain { get; }

    /// <summary>True for a key of the advanced kind.</summary>
    public bool IsAdvanced { get; }
}
