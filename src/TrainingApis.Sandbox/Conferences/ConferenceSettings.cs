namespace TrainingApis.Sandbox.Conferences;

/// <summary>
/// Represents the behaviour that the documents leave open. Where a setting is null, both forms occur, always the same for one resource.
/// Tests change it.
/// </summary>
internal sealed class ConferenceSettings
{
    /// <summary>Gets or sets whether each renewal gives a new refresh token and revokes the old one.</summary>
    public bool RotateRefreshTokens { get; set; }

    /// <summary>Gets or sets whether a list is an array instead of <c>{"items":[…]}</c>. Only sibling APIs document the envelope.</summary>
    public bool? BareLists { get; set; }

    /// <summary>Gets or sets whether IDs in responses are numbers instead of text. In requests they are always text.</summary>
    public bool? NumericIds { get; set; }

    /// <summary>
    /// Gets or sets whether a <c>form</c> with one item is an object instead of an array: the vendor's table says object, its outline array.
    /// </summary>
    public bool? FormsAsObjects { get; set; }

    /// <summary>
    /// Gets or sets whether a response names a watch's signing keys <c>keys</c> instead of <c>cryptoKeyIds</c>, the only name that requests
    /// may use: two of the vendor's pages differ.
    /// </summary>
    public bool? KeysInSignature { get; set; }

    /// <summary>
    /// Gets or sets whether a response with the member <c>error</c> has status 200 instead of its own; when null, only that of a rejection
    /// (full session, second cancellation) has.
    /// </summary>
    public bool? ErrorsWithSuccess { get; set; }
}
