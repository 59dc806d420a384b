namespace TrainingApis.Sandbox.Conferences;

/// <summary>Represents the behaviour that the documents leave open. Tests change it.</summary>
internal sealed class ConferenceSettings
{
    /// <summary>Gets or sets whether each renewal gives a new refresh token and revokes the old one.</summary>
    public bool RotateRefreshTokens { get; set; }

    public ConferenceListShape ListShape { get; set; }

    public ConferenceIdShape IdShape { get; set; }

    public ConferenceFormShape FormShape { get; set; }

    public ConferenceSignatureShape SignatureShape { get; set; }

    public ConferenceErrorStatus ErrorStatus { get; set; }
}

/// <summary>Lists the JSON forms of a list. Only sibling APIs document the envelope.</summary>
internal enum ConferenceListShape
{
    /// <summary>Some lists have an envelope and some do not; the same list always has the same form.</summary>
    Mixed,

    /// <summary><c>{"items":[…]}</c>.</summary>
    Items,

    /// <summary>A bare array.</summary>
    Array,
}

/// <summary>Lists the JSON types of IDs in responses. In requests they are always text.</summary>
internal enum ConferenceIdShape
{
    /// <summary>Text for some resources, a number for others; always the same for one resource.</summary>
    Mixed,
    Text,
    Number,
}

/// <summary>Lists the JSON types of a <c>form</c> with one item: the vendor's table says object, its outline array.</summary>
internal enum ConferenceFormShape
{
    /// <summary>An array for some registrations, an object for others; always the same for one registration.</summary>
    Mixed,
    Array,
    Object,
}

/// <summary>Lists the names of a watch's signing keys in responses: two of the vendor's pages differ.</summary>
internal enum ConferenceSignatureShape
{
    /// <summary>The two names in turn.</summary>
    Mixed,

    /// <summary><c>cryptoKeyIds</c>, the only name that requests may use.</summary>
    CryptoKeyIds,

    /// <summary><c>keys</c>.</summary>
    Keys,
}

/// <summary>Lists the HTTP statuses of a response with the member <c>error</c>, which makes it an error whatever its status.</summary>
internal enum ConferenceErrorStatus
{
    /// <summary>Status 200 for a rejection (full session, second cancellation), otherwise the proper status.</summary>
    Mixed,

    /// <summary>Always the proper status.</summary>
    Proper,

    /// <summary>Always 200.</summary>
    Success,
}
