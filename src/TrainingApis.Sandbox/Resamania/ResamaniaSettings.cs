namespace TrainingApis.Sandbox.Resamania;

/// <summary>Represents the behaviour that the documents leave open, or that differs between brands. Tests change it.</summary>
internal sealed class ResamaniaSettings
{
    /// <summary>Gets or sets the HTTP status of a list of violations. Older versions of the vendor's framework send 400.</summary>
    public int ViolationStatus { get; set; }

    /// <summary>Gets or sets the HTTP status of an <c>api.error.…</c> code such as <c>api.error.contact.email-already-used</c>.</summary>
    public int RefusalStatus { get; set; }

    public NodeShape NodeShape { get; set; }

    /// <summary>Gets or sets the response to a request for a contact of another club.</summary>
    public OtherClubContact OtherClubContact { get; set; }

    public ContactGrantField ContactGrantField { get; set; }

    /// <summary>Gets or sets whether no list has <c>hydra:totalItems</c>. Searches by e-mail never have it, as in the documents.</summary>
    public bool OmitTotalItems { get; set; }

    /// <summary>Gets or sets whether <c>client_credentials</c> returns a refresh token.</summary>
    public bool AnonymousRefresh { get; set; }

    /// <summary>Gets or sets whether operations that require <c>x-user-club-id</c> also require <c>x-user-network-node-id</c>.</summary>
    public bool NodeHeaderRequired { get; set; }

    /// <summary>Gets or sets the fields that a contact must have. A name that is not documented is a field of the brand's own.</summary>
    public IReadOnlyList<string> RequiredFields { get; set; } = [];

    /// <summary>Gets or sets the operations that the OAuth client is not granted, such as <c>SearchNetwork</c>.</summary>
    public IReadOnlyList<string> NotGranted { get; set; } = [];

    /// <summary>
    /// Gets or sets e-mails that somebody else registers between the search and the creation, each with the number of that person's club.
    /// </summary>
    public IReadOnlyDictionary<string, int> RegisteredMeanwhile { get; set; } = new Dictionary<string, int>();

    /// <summary>Gets or sets the code of new transfers, which the vendor sends to the contact.</summary>
    public string TransferCode { get; set; } = string.Empty;

    /// <summary>Gets or sets how many items a page has when the request does not say.</summary>
    public int PageSize { get; set; }

    /// <summary>Gets or sets how many items a page has at most.</summary>
    public int MaximumPageSize { get; set; }

    public void Reset()
    {
        (ViolationStatus, RefusalStatus, PageSize, MaximumPageSize) = (422, 400, 30, 100);
        (NodeShape, OtherClubContact, ContactGrantField) = (default, default, default);
        (OmitTotalItems, AnonymousRefresh, NodeHeaderRequired, TransferCode) = (false, false, true, "1234");
        (RequiredFields, NotGranted) = (["familyName", "givenName", "birthDate", "email"], []);
        RegisteredMeanwhile = new Dictionary<string, int>();
    }
}

/// <summary>Lists the forms of a network node's <c>children</c>.</summary>
internal enum NodeShape
{
    /// <summary>IRIs, since release 6.5.0; a list holds all nodes, and each names its parent.</summary>
    Flat,

    /// <summary>Nodes, before release 6.5.0; a list holds the roots.</summary>
    Nested,
}

/// <summary>Lists the responses to a request for a contact of another club.</summary>
internal enum OtherClubContact
{
    Readable,
    NotFound,
    Forbidden,
}

/// <summary>Lists the fields by which the contact grant names its contact. One document says e-mail, another one contact ID.</summary>
internal enum ContactGrantField
{
    Either,
    Email,
    ContactId,
}
