namespace TrainingApis.Resamania;

/// <summary>Provides the operations of Resamania (<c>https://doc.resamania.com</c>).</summary>
internal static class ResamaniaOperations
{
    public static readonly Operation Token = Read("Token", "POST {clientToken}/oauth/v2/token body", "get a token", "Token");

    public static readonly Operation GetContacts = Read("GetContacts", "GET {clientToken}/contacts", "list the contacts");
    public static readonly Operation FindContacts =
        Read("FindContacts", "GET {clientToken}/contacts", "find contacts with the e-mail {email}");

    public static readonly Operation FindNetworkContacts = Read("FindContacts", "GET {clientToken}/network/contact_search",
        "find contacts of the network with the e-mail {email}");

    public static readonly Operation GetContact = Read("GetContact", "GET {clientToken}/contacts/{id}", "read contact {id}");
    public static readonly Operation CreateContact = Change("CreateContact", "POST {clientToken}/contacts", "create contact {email}");

    /// <summary>This operation represents several requests. The first one creates a contact.</summary>
    public static readonly Operation RegisterContact = Change("RegisterContact", "POST {clientToken}/contacts", "register contact {email}");

    public static readonly Operation UpdateContact = Change("UpdateContact", "PUT {clientToken}/contacts/{id}", "change contact {id}");

    public static readonly Operation MigrateContact =
        Change("MigrateContact", "PUT {clientToken}/contacts/{id}/migrate", "move contact {id} into contact {targetContactId}");

    public static readonly Operation UpdateSale =
        Change("UpdateSale", "PUT {clientToken}/sales/{id}/update_contact", "refresh the contact of sale {id}", "UpdateSale");

    public static readonly Operation RequestTransfer =
        Change("RequestTransfer", "POST {clientToken}/contact_migration_requests",
            "request the transfer of contact {contactId} to club {clubId}");

    public static readonly Operation ConfirmTransfer =
        Change("ConfirmTransfer", "POST {clientToken}/signature_requests/{id}/transitions", "confirm transfer {id}");

    public static readonly Operation DenyTransfer =
        Change("DenyTransfer", "POST {clientToken}/signature_requests/{id}/transitions", "cancel transfer {id}");

    public static readonly Operation GetClubs = Read("GetClubs", "GET {clientToken}/clubs", "list the clubs");

    public static readonly Operation GetNetworkClubs =
        Read("GetClubs", "GET {clientToken}/network/clubs", "list the clubs of the network");

    public static readonly Operation GetClub = Read("GetClub", "GET {clientToken}/clubs/{id}", "read club {id}");

    public static readonly Operation GetNetworkClub =
        Read("GetClub", "GET {clientToken}/network/clubs/{id}", "read club {id} of the network");

    public static readonly Operation GetNetworkNodes = Read("GetNetworkNodes", "GET {clientToken}/network_nodes", "list the network nodes");
    public static readonly Operation GetNetworkNode =
        Read("GetNetworkNode", "GET {clientToken}/network_nodes/{id}", "read network node {id}");
    public static readonly Operation GetSources =
        Read("GetSources", "GET {clientToken}/referentials/sources", "list the sources", "Sources");

    public static readonly Operation GetSource =
        Read("GetSource", "GET {clientToken}/referentials/sources/{id}", "read source {id}", under: GetSources);

    public static readonly Operation CreateSource =
        Change("CreateSource", "POST {clientToken}/referentials/sources", "create source {name}", under: GetSources);

    public static readonly IReadOnlyList<Operation> All = Operation.AllOf(typeof(ResamaniaOperations));

    private static Operation Read(string name, string route, string subject, string? routeName = null, Operation? under = null) =>
        new(ApiService.Resamania, name, OperationKind.Read, route, subject, null, routeName, under);

    private static Operation Change(string name, string route, string subject, string? routeName = null, Operation? under = null) =>
        new(ApiService.Resamania, name, OperationKind.Change, route, subject, null, routeName, under);
}
