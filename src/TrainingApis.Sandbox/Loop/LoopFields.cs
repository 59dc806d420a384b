namespace TrainingApis.Sandbox.Loop;

/// <summary>The documented fields of each request. The sandbox refuses anything else.</summary>
internal static class LoopFields
{
    private static readonly LoopField Folder = new("codeDossier", required: true);
    private static readonly LoopField Email = new("email", LoopFieldKind.Email, required: true);
    private static readonly LoopField Offer = new("offre", LoopFieldKind.Offer, required: true);

    private static readonly LoopField[] OfferOfFolder = { Folder, Offer };
    private static readonly LoopField[] OfferOfContact = { Email, Folder, Offer };
    private static readonly LoopField[] Provision = { Folder };
    private static readonly LoopField[] LoopHub = { new("apiKey", required: true), new("domain", required: true) };

    // Which fields are mandatory is not published: here all of the sample.
    private static readonly LoopField[] NewClient =
    {
        Email, Folder, Offer, new("nom", required: true), new("prenom", required: true), new("telephone", required: true),
        new("profile", required: true), new("social", LoopFieldKind.Flag, required: true),
    };

    private static readonly LoopField[] ChangedClient =
    {
        Email, Folder, new("offre", LoopFieldKind.Offer), new("nom"), new("prenom"), new("telephone"), new("profile"),
        new("social", LoopFieldKind.Flag), new("actif", LoopFieldKind.Flag), new("defaultIssuer", LoopFieldKind.Flag),
    };

    public static LoopField[] Of(LoopOperation operation) => operation switch
    {
        LoopOperation.LoopHub => LoopHub,
        LoopOperation.AddOffer or LoopOperation.RemoveOffer => OfferOfFolder,
        LoopOperation.ProvisionCompany => Provision,
        LoopOperation.AddClient => NewClient,
        LoopOperation.UpdateClient => ChangedClient,
        _ => OfferOfContact,
    };
}
