namespace TrainingApis.Sandbox.Loop;

/// <summary>What a firm starts with: its files and, because nothing lists contacts, two whose addresses are known.</summary>
internal static class LoopStock
{
    /// <summary>A contact of MANON001 with the offer <c>consultation</c>.</summary>
    public const string KnownEmail = "helene.lefevre@example.com";

    /// <summary>A contact of MANON001 with the offer <c>start</c>, whom nobody invited to the tenant.</summary>
    public const string StrangerEmail = "francois.garcon" + StrangeHost;

    /// <summary>Nobody with an address here was invited.</summary>
    public const string StrangeHost = "@horstenant.example";

    public static LoopCabinet Make(int seed, string domain, int folderCount, ref long revision)
    {
        var cabinet = new LoopCabinet(domain, Enumerable.Range(0, folderCount).Select(index => LoopFolders.Make(seed, domain, index)).ToArray());
        Add(cabinet, KnownEmail, "LEFÈVRE", "Hélène", "consultation").Touch(ref revision);
        Add(cabinet, StrangerEmail, "Garçon", "François", "start").Touch(ref revision);
        return cabinet;
    }

    private static LoopContact Add(LoopCabinet cabinet, string email, string lastName, string firstName, string offer)
    {
        var contact = cabinet.Add(email);
        contact.Assign("MANON001", offer);
        (contact.Fields["nom"], contact.Fields["prenom"], contact.Fields["telephone"]) = (lastName, firstName, "0102030405");
        (contact.Fields["profile"], contact.Fields["social"]) = ("2.0", true);
        (contact.Fields["actif"], contact.Fields["defaultIssuer"]) = (true, false);
        return contact;
    }
}
