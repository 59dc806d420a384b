namespace TrainingApis.Loop;

/// <summary>
/// Provides the operations of Cegid Loop (<c>https://developers.cegid.com</c>). The paths have the spelling of the vendor.
/// </summary>
internal static class LoopOperations
{
    public static readonly Operation GetFolders =
        Create("GetFolders", "GET LOOPHUB body", "list the client files of domain {domain}", "Folders", OperationKind.Read);

    /// <summary>This operation is deprecated by the vendor.</summary>
    public static readonly Operation AddOffer =
        Create("AddOffer", "POST collaborativeOffer/addOffer", "add offer {offre} to client file {codeDossier}", "AddOffer");

    public static readonly Operation AddOfferToContact = Create("AddOfferToContact", "POST collaborativeOffer/addCollaborativeOffer",
        "add offer {offre} to contact {email} of client file {codeDossier}", "AddOfferToContact");

    public static readonly Operation RemoveOffer =
        Create("RemoveOffer", "POST collaborativeOffer/removeOffer", "remove offer {offre} from client file {codeDossier}");

    public static readonly Operation Provision =
        Create("Provision", "POST companyProvisioning/provisionCompany", "provision client file {codeDossier}");

    public static readonly Operation AddClient =
        Create("AddClient", "POST provisionningCollab/addClient", "add contact {email} to client file {codeDossier}");

    public static readonly Operation UpdateClient =
        Create("UpdateClient", "POST provisionningCollab/updateClient", "change contact {email} of client file {codeDossier}");

    public static readonly Operation RemoveApplication =
        Create("RemoveApplication", "POST provisionningCollab/removeApplication",
            "remove offer {offre} from contact {email} of client file {codeDossier}");

    public static readonly IReadOnlyList<Operation> All = Operation.AllOf(typeof(LoopOperations));

    private static Operation Create(string name, string route, string subject, string? routeName = null,
        OperationKind kind = OperationKind.Change) =>
        new(ApiService.Loop, name, kind, route, subject, null, routeName);
}
