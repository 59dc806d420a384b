using TrainingApis.Sandbox.Data;

namespace TrainingApis.Sandbox.Resamania;

/// <summary>What the brands hold at first. Whoever the documents name is there under the documents' own id.</summary>
internal static class ResamaniaSeed
{
    /// <summary>How many contacts the first club has: three pages, as in the documents.</summary>
    private const int ContactsOfFirstClub = 61;
    private const int ContactsOfOthers = 7;

    public static ResamaniaBrand MakeChain(string token, int seed)
    {
        var brand = new ResamaniaBrand(token);
        brand.Clubs.AddRange(ResamaniaNetwork.Clubs);
        brand.Nodes.AddRange(ResamaniaNetwork.Nodes);
        AddSources(brand);
        AddKnown(brand, seed);
        foreach (var club in brand.Clubs)
            AddContacts(brand, club.Id, seed, club.Id == 1 ? ContactsOfFirstClub : ContactsOfOthers);
        var own = brand.Contacts.Values.Where(contact => contact.ClubId == 1).ToList();
        var others = brand.Contacts.Values.Where(contact => contact.ClubId != 1).ToList();
        for (var id = 33; id < 45; id++)
            AddSale(brand, id, id == 33 ? brand.Contacts[2] : id < 40 ? own[id % own.Count] : others[id % others.Count]);
        return brand;
    }

    public static ResamaniaBrand MakeSingleClub(string token, int seed)
    {
        var brand = new ResamaniaBrand(token);
        brand.Clubs.Add(new ResamaniaClub(1, "La Salle d'à côté", "LSAC", "14 rue des Épinettes", "75017", "Paris", "Musculation"));
        AddSources(brand);
        AddContacts(brand, 1, seed, ContactsOfOthers);
        AddSale(brand, 33, brand.Contacts.Values.First());
        return brand;
    }

    private static void AddSources(ResamaniaBrand brand)
    {
        var names = new[] { "Site internet", "Bouche-à-oreille", "Réseaux sociaux", "Parrainage", "Salon « Forme & Santé »", "Dépliant (été 2019)", "Comité d'entreprise", "Passage devant le club" };
        for (var index = 0; index < names.Length; index++)
            brand.Sources.Add(index + 1, new ResamaniaSource(index + 1, names[index], isArchived: index == 5, isSeeded: true));
    }

    private static void AddKnown(ResamaniaBrand brand, int seed)
    {
        var john = Add(brand, 2974221, 1, seed, "prospect");
        (john.FamilyName, john.GivenName, john.Gender, john.BirthDate, john.Email) = ("John", "Test", null, "1990-01-01", ResamaniaAccess.KnownEmail);
        john.Address = new ResamaniaAddressData(14284392) { Country = "France", Locality = "NICE", PostalCode = "06000", Street = "1 The Street" };
        var justine = Add(brand, 10296819, 1, seed, "old_client");
        (justine.Number, justine.FamilyName, justine.GivenName, justine.Gender, justine.BirthDate, justine.Mobile) = ("ZM14314719", "Doe", "Justine", "female", "1992-04-22", "+33612341615");
        Add(brand, 2, 1, seed, "temp");
        Add(brand, 12345, 2, seed, "prospect").Mobile = "+33698765432";
    }

    private static void AddContacts(ResamaniaBrand brand, long clubId, int seed, int count)
    {
        var states = new[] { "prospect", "client", "prospect", "old_client", "temp", "prospect", "client" };
        for (var index = brand.Contacts.Values.Count(contact => contact.ClubId == clubId); index < count; index++)
            Add(brand, 2800000 + (clubId * 100) + index, clubId, seed, states[index % states.Length]);
    }

    private static ResamaniaContact Add(ResamaniaBrand brand, long id, long clubId, int seed, string state)
    {
        var dice = new Dice(seed, id, "contact " + brand.Token);
        var (given, family, place) = (dice.Pick(ResamaniaPeople.Given), dice.Pick(ResamaniaPeople.Family), dice.Pick(ResamaniaPeople.Places));
        var contact = new ResamaniaContact(id, clubId, isSeeded: true)
        {
            FamilyName = family.Name,
            GivenName = given.Name,
            Gender = dice.OneIn(5) ? null : given.Gender,
            BirthDate = new DateTime(1950, 1, 1).AddDays(dice.Next(20000)).ToString("yyyy-MM-dd"),
            Email = $"{given.Plain}.{family.Plain}+{id}@example.com",
            Mobile = dice.OneIn(4) ? null : $"+336{dice.Next(100_000_000):D8}",
            Landline = dice.OneIn(3) ? $"04{dice.Next(100_000_000):D8}" : null,
            State = state,
            SourceId = dice.OneIn(4) ? null : dice.Next(8) + 1,
            CreatedAt = new DateTime(2021, 1, 4, 8, 0, 0).AddMinutes(dice.Next(2_500_000)),
        };
        contact.UpdatedAt = contact.CreatedAt.AddMinutes(dice.Next(100_000));
        if (!dice.OneIn(6))
            contact.Address = new ResamaniaAddressData(11000000 + id) { Country = "France", Locality = place.Town, PostalCode = place.PostalCode, Street = dice.OneIn(6) ? null : place.Street };
        brand.Contacts.Add(id, contact);
        return contact;
    }

    private static void AddSale(ResamaniaBrand brand, long id, ResamaniaContact contact)
    {
        var club = brand.Clubs.Find(one => one.Id == contact.ClubId)!;
        var sale = new ResamaniaSale(id, club.Id, club.Code, new DateTime(2026, 1, 5, 10, 0, 0).AddHours(id), isSeeded: true)
        {
            Address = contact.Address?.Copy(),
            State = id % 3 == 0 ? "draft" : "validated",
            Channel = id % 2 == 0 ? "club" : "web",
            InvoiceId = id % 3 == 0 ? null : brand.Iri("invoices", 9000 + id),
        };
        sale.Refresh(contact);
        brand.Sales.Add(id, sale);
    }
}
