namespace TrainingApis.Cegos;

/// <summary>Provides the operations of Cegos (<c>https://api.cegos.fr/Documentations</c>).</summary>
internal static class CegosOperations
{
    public static readonly Operation GetCatalogs = Read("GetCatalogs", "GET v1/Catalogs", "list the catalogs");
    public static readonly Operation GetTopics = Read("GetTopics", "GET v1/CatalogTopics", "list the catalog topics", "Topics");
    public static readonly Operation GetProducts = Read("GetProducts", "GET v1/Products", "list the products");
    public static readonly Operation GetProduct =
        Read("GetProduct", "GET v1/Products/{yearlyProductCode}", "read product {yearlyProductCode}");
    public static readonly Operation GetSessions = Read("GetSessions", "GET v1/Sessions", "list the sessions");
    public static readonly Operation GetSession =
        Read("GetSession", "GET v1/Sessions/{yearlySessionCode}", "read session {yearlySessionCode}");
    public static readonly Operation GetCenters = Read("GetCenters", "GET v1/Referentials/centers", "list the centers");

    public static readonly Operation CreateLead = Change("CreateLead", "POST v1/Leads", "create lead {email|companyName}");

    public static readonly Operation CreateRegistration =
        Change("CreateRegistration", "POST v1/Registration",
            "register trainee {traineeCrmId} for session {sessionId}", "CreateRegistration");

    // The documents do not specify the HTTP methods of the next two operations.
    public static readonly Operation CancelRegistration =
        Change("CancelRegistration", "DELETE v1/Registration", "cancel registration {registrationNumber}", "CancelRegistration");

    public static readonly Operation DeferRegistration =
        Change("DeferRegistration", "POST v1/Registration/defer",
            "move registration {registrationNumber} to session {sessionId}", "DeferRegistration");

    public static readonly Operation GetDeferral = new(ApiService.Cegos, "GetDeferral", OperationKind.Read,
        "GET v1/Registration/defer/{transactionId}", "get the new registration of deferral {transactionId}",
        nameof(CegosScope.Registration), under: DeferRegistration);

    public static readonly IReadOnlyList<Operation> All = Operation.AllOf(typeof(CegosOperations));

    private static Operation Read(string name, string route, string subject, string? routeName = null) =>
        new(ApiService.Cegos, name, OperationKind.Read, route, subject, nameof(CegosScope.Catalog), routeName);

    private static Operation Change(string name, string route, string subject, string? routeName = null) =>
        new(ApiService.Cegos, name, OperationKind.Change, route, subject, nameof(CegosScope.Registration), routeName);
}
