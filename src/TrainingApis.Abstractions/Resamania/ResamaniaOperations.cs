namespace TrainingApis.Resamania;

/// <summary>Provides the operations of Resamania (<c>https://doc.resamania.com</c>).</summary>
internal static class ResamaniaOperations
{
    private static readonly List<Operation> Table = [];

    /// <summary>Gets the operation that requests a token.</summary>
    public static Operation Token { get; } = Read("Token", "POST {clientToken}/oauth/v2/token body", "get a token", "Token");

    /// <summary>Gets the operation that lists the contacts.</summary>
    public static Operation GetContacts { get; } = Read("GetContacts", "GET {clientToken}/contacts", "list the contacts");

    /// <summary>Gets the operation that finds contacts of the club by e-mail.</summary>
    public static Operation FindContacts { get; } =
        Read("FindContacts", "GET {clientToken}/contacts", "find contacts with the e-mail {email}");

    /// <summary>Gets the operation that finds contacts of the whole chain by e-mail.</summary>
    public static Operation FindNetworkContacts { get; } =
        Read("FindContacts", "GET {clientToken}/network/contact_search", "find contacts of the network with the e-mail {email}");

    /// <summary>Gets the operation that reads one contact.</summary>
    public static Operation GetContact { get; } = Read("GetContact", "GET {clientToken}/contacts/{id}", "read contact {id}");

    /// <summary>Gets the operation that creates a contact.</summary>
    public static Operation CreateContact { get; } = Change("CreateContact", "POST {clientToken}/contacts", "create contact {email}");

    /// <summary>Gets the operation that registers a person online. It stands for several requests, of which the first creates a
    /// contact.</summary>
    public static Operation RegisterContact { get; } =
        Change("RegisterContact", "POST {clientToken}/contacts", "register contact {email}");

    /// <summary>Gets the operation that changes a contact.</summary>
    public static Operation UpdateContact { get; } = Change("UpdateContact", "PUT {clientToken}/contacts/{id}", "change contact {id}");

    /// <summary>Gets the operation that moves a prospect into a temporary contact.</summary>
    public static Operation MigrateContact { get; } =
        Change("MigrateContact", "PUT {clientToken}/contacts/{id}/migrate", "move contact {id} into contact {targetContactId}");

    /// <summary>Gets the operation that refreshes the contact in a sale.</summary>
    public static Operation UpdateSale { get; } =
        Change("UpdateSale", "PUT {clientToken}/sales/{id}/update_contact", "refresh the contact of sale {id}", "UpdateSale");

    /// <summary>Gets the operation that requests a transfer.</summary>
    public static Operation RequestTransfer { get; } = Change("RequestTransfer", "POST {clientToken}/contact_migration_requests",
        "request the transfer of contact {contactId} to club {clubId}");

    /// <summary>Gets the operation that confirms a transfer.</summary>
    public static Operation ConfirmTransfer { get; } =
        Change("ConfirmTransfer", "POST {clientToken}/signature_requests/{id}/transitions", "confirm transfer {id}");

    /// <summary>Gets the operation that cancels a transfer.</summary>
    public static Operation DenyTransfer { get; } =
        Change("DenyTransfer", "POST {clientToken}/signature_requests/{id}/transitions", "cancel transfer {id}");

    /// <summary>Gets the operation that lists the clubs.</summary>
    public static Operation GetClubs { get; } = Read("GetClubs", "GET {clientToken}/clubs", "list the clubs");

    /// <summary>Gets the operation that lists the clubs of the whole chain.</summary>
    public static Operation GetNetworkClubs { get; } =
        Read("GetClubs", "GET {clientToken}/network/clubs", "list the clubs of the network");

    /// <summary>Gets the operation that reads one club.</summary>
    public static Operation GetClub { get; } = Read("GetClub", "GET {clientToken}/clubs/{id}", "read club {id}");

    /// <summary>Gets the operation that reads one club of the chain.</summary>
    public static Operation GetNetworkClub { get; } =
        Read("GetClub", "GET {clientToken}/network/clubs/{id}", "read club {id} of the network");

    /// <summary>Gets the operation that lists the network nodes.</summary>
    public static Operation GetNetworkNodes { get; } =
        Read("GetNetworkNodes", "GET {clientToken}/network_nodes", "list the network nodes");

    /// <summary>Gets the operation that reads one network node.</summary>
    public static Operation GetNetworkNode { get; } =
        Read("GetNetworkNode", "GET {clientToken}/network_nodes/{id}", "read network node {id}");

    /// <summary>Gets the operation that lists the sources.</summary>
    public static Operation GetSources { get; } =
        Read("GetSources", "GET {clientToken}/referentials/sources", "list the sources", "Sources");

    /// <summary>Gets the operation that reads one source.</summary>
    public static Operation GetSource { get; } =
        Read("GetSource", "GET {clientToken}/referentials/sources/{id}", "read source {id}", under: GetSources);

    /// <summary>Gets the operation that creates a source.</summary>
    public static Operation CreateSource { get; } = Add(new Operation(ApiService.Resamania, "CreateSource", OperationKind.Change,
        "POST {clientToken}/referentials/sources", "create source {name}", under: GetSources));

    /// <summary>Gets all operations.</summary>
    public static IReadOnlyList<Operation> All => Table;

    private static Operation Read(string name, string route, string subject, string? routeName = null, Operation? under = null) =>
        Add(new Operation(ApiService.Resamania, name, OperationKind.Read, route, subject, null, routeName, under));

    private static Operation Change(string name, string route, string subject, string? routeName = null) =>
        Add(new Operation(ApiService.Resamania, name, OperationKind.Change, route, subject, null, routeName));

    private static Operation Add(Operation operation)
    {
        Table.Add(operation);
        return operation;
    }
}
