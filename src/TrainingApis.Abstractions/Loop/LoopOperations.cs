namespace TrainingApis.Loop;

/// <summary>Provides the operations of Cegid Loop (<c>https://developers.cegid.com</c>). Paths are spelled as the vendor spells
/// them.</summary>
internal static class LoopOperations
{
    private static readonly List<Operation> Table = [];

    /// <summary>Gets the operation that lists the client files of a firm.</summary>
    public static Operation GetFolders { get; } =
        Add("GetFolders", "GET LOOPHUB body", "list the client files of domain {domain}", "Folders", OperationKind.Read);

    /// <summary>Gets the operation that adds an offer to a file. The vendor has deprecated it.</summary>
    public static Operation AddOffer { get; } =
        Add("AddOffer", "POST collaborativeOffer/addOffer", "add offer {offre} to file {codeDossier}", "AddOffer");

    /// <summary>Gets the operation that adds an offer to a file for one contact.</summary>
    public static Operation AddOfferToContact { get; } = Add("AddOfferToContact", "POST collaborativeOffer/addCollaborativeOffer",
        "add offer {offre} to contact {email} of file {codeDossier}", "AddOfferToContact");

    /// <summary>Gets the operation that removes an offer from a file, for every contact.</summary>
    public static Operation RemoveOffer { get; } =
        Add("RemoveOffer", "POST collaborativeOffer/removeOffer", "remove offer {offre} from file {codeDossier}");

    /// <summary>Gets the operation that provisions a file.</summary>
    public static Operation Provision { get; } =
        Add("Provision", "POST companyProvisioning/provisionCompany", "provision file {codeDossier}");

    /// <summary>Gets the operation that adds a contact to a file.</summary>
    public static Operation AddClient { get; } =
        Add("AddClient", "POST provisionningCollab/addClient", "add contact {email} to file {codeDossier}");

    /// <summary>Gets the operation that changes a contact of a file.</summary>
    public static Operation UpdateClient { get; } =
        Add("UpdateClient", "POST provisionningCollab/updateClient", "change contact {email} of file {codeDossier}");

    /// <summary>Gets the operation that removes an offer from one contact of a file.</summary>
    public static Operation RemoveApplication { get; } = Add("RemoveApplication", "POST provisionningCollab/removeApplication",
        "remove offer {offre} from contact {email} of file {codeDossier}");

    /// <summary>Gets all operations.</summary>
    public static IReadOnlyList<Operation> All => Table;

    private static Operation Add(string name, string route, string subject, string? routeName = null,
        OperationKind kind = OperationKind.Change)
    {
        var operation = new Operation(ApiService.Loop, name, kind, route, subject, null, routeName);
        Table.Add(operation);
        return operation;
    }
}
