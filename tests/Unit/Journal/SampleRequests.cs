using System.Net;
using System.Security;
using TrainingApis.Cegos;
using TrainingApis.Conferences;
using TrainingApis.Loop;
using TrainingApis.Resamania;

namespace TrainingApis.Tests.Unit.Journal;

/// <summary>Provides requests with all members set.</summary>
internal static class SampleRequests
{
    public static NewLead Lead => new()
    {
        Civility = Civility.Mrs,
        Emailing = true,
        LastName = "Lefèvre",
        FirstName = "Zoé",
        PhoneNumber = "+33123456789",
        Email = "zoe@example.com",
        CompanyName = "Müller & Søn <\"SARL\"> 😀",
        EstablishmentName = "Nord",
        Siren = "012345678",
        Siret = "01234567800011",
        Address = "1 rue d'Été",
        PostalCode = "01000",
        City = "Saint-Étienne",
        Country = "FR",
        PositionCode = "P1",
        ActivityCode = "A1",
        UserWebId = "W1",
        Type = "PROSPECT",
    };

    public static TrainingApis.Cegos.NewRegistration Registration => new()
    {
        ManagerCrmId = "CON-1",
        TraineeCrmId = "CON-10",
        TraineeCrmIsLead = true,
        SessionId = "SES001",
        ClientReference = "REF-1",
        Canal = "WEB",
        Comments = "Arrivée à 9 h\nRepas végétarien",
        IsCpf = true,
        CpfHours = 7.5m,
        IncludeMeal = false,
        Overbooking = false,
        WebSaleId = "S-1",
    };

    /// <summary>Gets the registration with other property names.</summary>
    public static RenamedRegistration RenamedRegistration => new()
    {
        Heures = 7.50m,
        Surreservation = false,
        Session = "SES001",
        Repas = false,
        EstUnProspect = true,
        Stagiaire = "CON-10",
        Vente = "S-1",
        Texte = "Arrivée à 9 h\nRepas végétarien",
        Responsable = "CON-1",
        Cpf = true,
        Voie = "WEB",
        Reference = "REF-1",
    };

    public static TrainingApis.Cegos.RegistrationCancellation Cancellation =>
        new() { RegistrationNumber = "INS-1", Reason = "Malade", User = "admin" };

    public static NewClient Client => new()
    {
        Email = "a@b.fr",
        CodeDossier = "M1",
        Offer = Offer.Start,
        LastName = "Núñez",
        FirstName = "Loïc",
        Phone = "0123456789",
        Profile = "Gérant",
        Social = true,
    };

    public static ContactFields Contact => new()
    {
        Email = "a@b.fr",
        FamilyName = "Doe",
        GivenName = "Jane",
        BirthDate = new DateTime(2000, 12, 31),
        Gender = Gender.Female,
        Mobile = "0612345678",
        Landline = "0123456789",
        State = ContactState.Prospect,
        ClubId = "1",
        SourceId = "/demoapi/referentials/sources/4",
        AddressCountry = "France",
        AddressLocality = "Toulon",
        PostalCode = "83000",
        StreetAddress = "1 rue",
        Supplement = "B",
        AdditionalFields = new Dictionary<string, object?> { ["goal"] = new Dictionary<string, object?> { ["id"] = 3, ["weight"] = 61.5 } },
    };

    public static OnlineRegistrationRequest OnlineRegistration => new()
    {
        Email = "jane@example.com",
        FamilyName = "Doe",
        GivenName = "Jane",
        BirthDate = new DateTime(1990, 4, 1),
        ClubId = "1",
        PostalCode = "83000",
        TargetContactId = "/demoapi/contacts/2",
        TemporaryEmail = "temp@example.com",
        SaleId = "33",
    };

    public static ContactChange ContactUpdate => new()
    {
        ContactId = "7",
        FamilyName = "Doe",
        Cleared = new ItemList<string>([nameof(ContactFields.Mobile), nameof(ContactFields.PostalCode)]),
    };

    public static ContactMigration Migration => new() { SourceContactId = "1", TargetContactId = "2", TargetClubId = "3" };

    public static TrainingApis.Conferences.NewRegistration ConferenceRegistration => new()
    {
        ConferenceId = "1",
        SessionId = "2",
        ClientId = "3",
        Seats = 2,
        Status = RegistrationStatus.WaitingList,
        Form = [new Dictionary<string, object?> { ["id"] = "meal", ["values"] = new[] { "fish", "none" } }],
    };

    public static RegistrationChange ConferenceChange => new() { ConferenceId = "1", SessionId = "2", RegistrationId = "3", Seats = 5 };

    public static TrainingApis.Conferences.RegistrationCancellation ConferenceCancellation =>
        new() { ConferenceId = "1", SessionId = "2", RegistrationId = "3", Reason = "Malade", Source = "admin" };

    public static NewWatch Watch => new()
    {
        SessionId = "0",
        Address = "https://example.com/hook",
        Name = "Hook",
        Method = "post",
        Status = WatchStatus.Enabled,
        BasicCredential = new NetworkCredential("jane", "pass"),
        Headers = [new SecretField("X-Key", Secret("one"))],
        OAuth2 = [new SecretField("clientSecret", Secret("two"))],
        Schema = new Dictionary<string, object?> { ["a"] = new object?[] { 1, true, null } },
        SigningKeyIds = ["k1"],
    };

    private static SecureString Secret(string text)
    {
        var secret = new SecureString();
        Array.ForEach(text.ToCharArray(), secret.AppendChar);
        return secret;
    }
}

/// <summary>Represents the sample registration with other property names, in another order.</summary>
internal sealed class RenamedRegistration
{
    [WireName("webSaleId", WireFormat.Id)]
    public string? Vente { get; set; }

    [WireName("cpfHours", WireFormat.Text)]
    public decimal Heures { get; set; }

    [WireName("isCPF")]
    public bool Cpf { get; set; }

    [WireName("overbooking")]
    public bool Surreservation { get; set; }

    [WireName("comments")]
    public string? Texte { get; set; }

    [WireName("sessionId", WireFormat.Id)]
    public string? Session { get; set; }

    [WireName("traineeCrmIsLead", WireFormat.Text)]
    public bool EstUnProspect { get; set; }

    [WireName("managerCrmIsLead", WireFormat.Text)]
    public bool EstUnResponsableProspect { get; set; }

    [WireName("includeMeal")]
    public bool Repas { get; set; }

    [WireName("traineeCrmId", WireFormat.Id)]
    public string? Stagiaire { get; set; }

    [WireName("canal", WireFormat.Id)]
    public string? Voie { get; set; }

    [WireName("clientReference", WireFormat.Id)]
    public string? Reference { get; set; }

    [WireName("managerCrmId", WireFormat.Id)]
    public string? Responsable { get; set; }
}
