using System.Runtime.CompilerServices;

namespace TrainingApis.Loop;

/// <summary>Provides the operations of Cegid Loop (<c>https://developers.cegid.com</c>). Paths are spelled as the vendor spells
/// them.</summary>
internal static class LoopOperations
{
    public static readonly Operation GetFolders =
        Create("GET LOOPHUB body", "list the client files of domain {domain}", "Folders", OperationKind.Read);

    /// <summary>The vendor has deprecated it.</summary>
    public static readonly Operation AddOffer =
        Create("POST collaborativeOffer/addOffer", "add offer {offre} to file {codeDossier}", "AddOffer");

    public static readonly Operation AddOfferToContact = Create("POST collaborativeOffer/addCollaborativeOffer",
        "add offer {offre} to contact {email} of file {codeDossier}", "AddOfferToContact");

    public static readonly Operation RemoveOffer =
        Create("POST collaborativeOffer/removeOffer", "remove offer {offre} from file {codeDossier}");

    public static readonly Operation Provision = Create("POST companyProvisioning/provisionCompany", "provision file {codeDossier}");

    public static readonly Operation AddClient =
        Create("POST provisionningCollab/addClient", "add contact {email} to file {codeDossier}");

    public static readonly Operation UpdateClient =
        Create("POST provisionningCollab/updateClient", "change contact {email} of file {codeDossier}");

    public static readonly Operation RemoveApplication =
        Create("POST provisionningCollab/removeApplication", "remove offer {offre} from contact {email} of file {codeDossier}");

    public static readonly IReadOnlyList<Operation> All = Operation.AllOf(typeof(LoopOperations));

    private static Operation Create(string route, string subject, string? routeName = null,
        OperationKind kind = OperationKind.Change, [CallerMemberName] string name = "") =>
        new(ApiService.Loop, name, kind, route, subject, null, routeName);
}
