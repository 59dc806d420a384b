namespace TrainingApis.Cegos;

/// <summary>Provides the operations of Cegos (<c>https://api.cegos.fr/Documentations</c>).</summary>
internal static class CegosOperations
{
    private static readonly List<Operation> Table = [];

    /// <summary>Gets the operation that lists the catalogues.</summary>
    public static Operation GetCatalogs { get; } = Read("GetCatalogs", "GET v1/Catalogs", "list the catalogs");

    /// <summary>Gets the operation that lists the topics.</summary>
    public static Operation GetTopics { get; } = Read("GetTopics", "GET v1/CatalogTopics", "list the catalog topics", routeName: "Topics");

    /// <summary>Gets the operation that lists the products.</summary>
    public static Operation GetProducts { get; } = Read("GetProducts", "GET v1/Products", "list the products");

    /// <summary>Gets the operation that reads one product.</summary>
    public static Operation GetProduct { get; } =
        Read("GetProduct", "GET v1/Products/{yearlyProductCode}", "read product {yearlyProductCode}");

    /// <summary>Gets the operation that lists the sessions.</summary>
    public static Operation GetSessions { get; } = Read("GetSessions", "GET v1/Sessions", "list the sessions");

    /// <summary>Gets the operation that reads one session.</summary>
    public static Operation GetSession { get; } =
        Read("GetSession", "GET v1/Sessions/{yearlySessionCode}", "read session {yearlySessionCode}");

    /// <summary>Gets the operation that lists the training centres.</summary>
    public static Operation GetCenters { get; } = Read("GetCenters", "GET v1/Referentials/centers", "list the centers");

    /// <summary>Gets the operation that creates a lead.</summary>
    public static Operation CreateLead { get; } = Change("CreateLead", "POST v1/Leads", "create lead {email|companyName}");

    /// <summary>Gets the operation that registers a trainee.</summary>
    public static Operation CreateRegistration { get; } =
        Change("CreateRegistration", "POST v1/Registration", "register trainee {traineeCrmId} for session {sessionId}",
            "CreateRegistration");

    /// <summary>Gets the operation that cancels a registration. The documents do not name its method.</summary>
    public static Operation CancelRegistration { get; } =
        Change("CancelRegistration", "DELETE v1/Registration", "cancel registration {registrationNumber}", "CancelRegistration");

    /// <summary>Gets the operation that moves a registration to another session. The documents do not name its method.</summary>
    public static Operation DeferRegistration { get; } = Change("DeferRegistration", "POST v1/Registration/defer",
        "move registration {registrationNumber} to session {sessionId}", "DeferRegistration");

    /// <summary>Gets the operation that reads the state of a deferral.</summary>
    public static Operation GetDeferral { get; } = Add(new Operation(ApiService.Cegos, "GetDeferral", OperationKind.Read,
        "GET v1/Registration/defer/{transactionId}", "read deferral {transactionId}", nameof(CegosScope.Registration),
        under: DeferRegistration));

    /// <summary>Gets all operations.</summary>
    public static IReadOnlyList<Operation> All => Table;

    private static Operation Read(string name, string route, string subject, string? routeName = null) =>
        Add(new Operation(ApiService.Cegos, name, OperationKind.Read, route, subject, nameof(CegosScope.Catalog), routeName));

    private static Operation Change(string name, string route, string subject, string? routeName = null) =>
        Add(new Operation(ApiService.Cegos, name, OperationKind.Change, route, subject, nameof(CegosScope.Registration), routeName));

    private static Operation Add(Operation operation)
    {
        Table.Add(operation);
        return operation;
    }
}
