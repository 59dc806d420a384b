namespace TrainingApis.Sandbox.Conferences;

/// <summary>What a watch's signature calls its keys in answers: two of the vendor's pages differ.</summary>
public enum ConferencesSignatureShape
{
    /// <summary>One watch has the first name, the next the second.</summary>
    Mixed,

    /// <summary><c>cryptoKeyIds</c>, the only name that requests may use.</summary>
    CryptoKeyIds,

    /// <summary><c>keys</c>.</summary>
    Keys,
}
