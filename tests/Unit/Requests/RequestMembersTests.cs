using System.Net;
using System.Security;
using TrainingApis.Cegos;
using TrainingApis.Conferences;
using TrainingApis.Loop;
using TrainingApis.Resamania;
using Xunit;

namespace TrainingApis.Tests.Unit.Requests;

public sealed class RequestMembersTests
{
    [Fact]
    public void Members_have_the_documented_JSON_names_and_types()
    {
        var members = Of(new TrainingApis.Cegos.NewRegistration
        {
            ManagerCrmId = "CON-1",
            TraineeCrmId = " CON-2\u00A0",
            TraineeCrmIsLead = true,
            SessionId = "SES1",
            IsCpf = true,
            CpfHours = 14.0m,
        });
        Assert.Equal(
            [
                ("managerCrmId", "CON-1"), ("managerCrmIsLead", "false"), ("traineeCrmId", "CON-2"), ("traineeCrmIsLead", "true"),
                ("sessionId", "SES1"), ("isCPF", true), ("cpfHours", "14"),
            ],
            members);
        Assert.Equal([("civility", 4L), ("emailing", 1L)], Of(new NewLead { Civility = Civility.Company, Emailing = true }));
        Assert.Equal([("codeDossier", "M1"), ("offre", "co-production")],
            Of(new FolderOffer { CodeDossier = "M1", Offer = Offer.CoProduction }));
    }

    [Fact]
    public void Dotted_names_share_one_object_and_cleared_members_are_null()
    {
        var members = RequestMembers.Of(new ContactChange
        {
            ContactId = "7",
            FamilyName = "Doe",
            BirthDate = new DateTime(2000, 12, 31, 23, 0, 0, DateTimeKind.Utc),
            PostalCode = "83000",
            State = ContactState.Prospect,
            AdditionalFields = new Dictionary<string, object?> { ["goalId"] = 3 },
            Cleared = new ItemList<string>([nameof(ContactFields.AddressCountry), nameof(ContactFields.Mobile)]),
        });
        Assert.Equal(["familyName", "birthDate", "mobile", "address", "state", "goalId", "id"], members.Select(member => member.Name));
        Assert.Equal("2000-12-31", RequestMembers.Find(members, "birthDate"));
        Assert.Equal(new Dictionary<string, object?> { ["addressCountry"] = null, ["postalCode"] = "83000" },
            RequestMembers.Find(members, "address"));
        Assert.Null(members.Single(member => member.Name == "mobile").Value);
        Assert.Equal("contacts/7", RequestMembers.Find(members, "id")!.ToString());
        Assert.True(members.Single(member => member.Name == "id").IsInPath);
    }

    [Theory]
    [InlineData("12")]
    [InlineData(" 12 ")]
    [InlineData("/demoapi/sales/12")]
    public void A_number_and_an_IRI_identify_the_same_resource(string id) =>
        Assert.Equal("sales/12", RequestMembers.Find(RequestMembers.Of(new SaleUpdate { SaleId = id }), "id")!.ToString());

    [Fact]
    public void Keeps_the_secrets_of_a_watch_as_secure_strings()
    {
        var secret = new SecureString();
        secret.AppendChar('x');
        var members = RequestMembers.Of(new NewWatch
        {
            SessionId = "0",
            Address = "https://example.com/",
            BasicCredential = new NetworkCredential("jane", "pass"),
            Headers = [new SecretField("X-Key", secret)],
            OAuth2 = [new SecretField("clientSecret", secret)],
            SigningKeyIds = ["k1"],
            Method = "put",
            Status = WatchStatus.Disabled,
        });
        Assert.Equal(["sessionId", "address", "basicAuth", "httpRequestHeader", "method", "status", "oauth2Auth", "signature"],
            members.Select(member => member.Name));
        Assert.Equal("jane", RequestMembers.Find(members, "basicAuth.username"));
        Assert.IsType<SecureString>(RequestMembers.Find(members, "basicAuth.password"));
        Assert.Same(secret, RequestMembers.Find(members, "httpRequestHeader.X-Key"));
        Assert.Same(secret, RequestMembers.Find(members, "oauth2Auth.clientSecret"));
        Assert.Equal("PUT", RequestMembers.Find(members, "method"));
        Assert.Equal("disabled", RequestMembers.Find(members, "status"));
        Assert.Equal(true, RequestMembers.Find(members, "signature.enabled"));
    }

    [Fact]
    public void Rejects_a_value_without_a_JSON_representation()
    {
        var error = Assert.Throws<ApiException>(() =>
            RequestMembers.Of(new RegistrationChange { Status = RegistrationStatus.Cancelled }));
        Assert.Equal(ApiErrorKind.InvalidArgument, error.Kind);
        Assert.Equal("Status cannot be set to Cancelled, only to Accepted or WaitingList. Nothing was sent.", error.Message);
        Assert.Throws<ApiException>(() => RequestMembers.Of(new RegistrationChange { Form = [typeof(string)] }));
    }

    [Fact]
    public void An_operation_describes_its_request_by_ids_and_masks_an_email()
    {
        Assert.Equal("register trainee CON-105 for session S-1", CegosOperations.CreateRegistration.Describe(RequestMembers.Of(
            new TrainingApis.Cegos.NewRegistration { TraineeCrmId = "CON-105", SessionId = "S-1" })));
        Assert.Equal("create lead j…@example.com", CegosOperations.CreateLead.Describe(RequestMembers.Of(
            new NewLead { Email = "jane@example.com", CompanyName = "Acme" })));
        Assert.Equal("create lead …", CegosOperations.CreateLead.Describe(RequestMembers.Of(new NewLead { Email = "Jane Doe" })));
        Assert.Equal("create lead Acme", CegosOperations.CreateLead.Describe(RequestMembers.Of(new NewLead { CompanyName = "Acme" })));
        Assert.Equal("register client 7 for session 2 of conference 1", ConferenceOperations.CreateRegistration.Describe(RequestMembers.Of(
            new TrainingApis.Conferences.NewRegistration { ConferenceId = "1", SessionId = "2", ClientId = "7" })));
        Assert.Equal("move contact 1 into contact 2", ResamaniaOperations.MigrateContact.Describe(RequestMembers.Of(
            new ContactMigration { SourceContactId = "/demoapi/contacts/1", TargetContactId = "2" })));
    }

    /// <summary>Gets each changing operation and a request for it.</summary>
    public static TheoryData<object, object> Changes => new()
    {
        { CegosOperations.CreateLead, new NewLead() },
        { CegosOperations.CreateRegistration, new TrainingApis.Cegos.NewRegistration() },
        { CegosOperations.CancelRegistration, new TrainingApis.Cegos.RegistrationCancellation() },
        { CegosOperations.DeferRegistration, new RegistrationDeferral() },
        { LoopOperations.AddOffer, new FolderOffer() },
        { LoopOperations.AddOfferToContact, new ContactOffer() },
        { LoopOperations.RemoveOffer, new FolderOffer() },
        { LoopOperations.Provision, new FolderProvisioning() },
        { LoopOperations.AddClient, new NewClient() },
        { LoopOperations.UpdateClient, new ClientChange() },
        { LoopOperations.RemoveApplication, new ContactOffer() },
        { ResamaniaOperations.CreateContact, new ContactFields { Email = "a@b" } },
        { ResamaniaOperations.RegisterContact, new OnlineRegistrationRequest { Email = "a@b" } },
        { ResamaniaOperations.UpdateContact, new ContactChange() },
        { ResamaniaOperations.MigrateContact, new ContactMigration() },
        { ResamaniaOperations.UpdateSale, new SaleUpdate() },
        { ResamaniaOperations.RequestTransfer, new TransferRequest() },
        { ResamaniaOperations.ConfirmTransfer, new TransferConfirmation() },
        { ResamaniaOperations.DenyTransfer, new TransferDenial() },
        { ResamaniaOperations.CreateSource, new NewSource() },
        { ConferenceOperations.CreateRegistration, new TrainingApis.Conferences.NewRegistration() },
        { ConferenceOperations.UpdateRegistration, new RegistrationChange() },
        { ConferenceOperations.CancelRegistration, new TrainingApis.Conferences.RegistrationCancellation() },
        { ConferenceOperations.Watch, new NewWatch() },
        { ConferenceOperations.Unwatch, new WatchRemoval() },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_request_contains_all_values_of_the_path_and_the_description(object change, object request)
    {
        var operation = (Operation)change;
        var members = RequestMembers.Of(request);
        Assert.All(Placeholders(operation.PathTemplate).Where(name => name != "clientToken"), name =>
            Assert.True(members.Single(member => member.Name == name).IsInPath));
        Assert.All(members.Where(member => member.IsInPath), member => Assert.Contains(member.Name, Placeholders(operation.PathTemplate)));
        Assert.All(Placeholders(operation.Subject), names =>
            Assert.True(names.Split('|').Any(name => RequestMembers.Find(members, name) is not null)
                || names == "email|companyName", names));
    }

    [Fact]
    public void Tests_every_changing_operation()
    {
        var all = new[] { CegosOperations.All, LoopOperations.All, ResamaniaOperations.All, ConferenceOperations.All }
            .SelectMany(table => table).ToArray();
        var changes = all.Where(operation => operation.Kind == OperationKind.Change).ToArray();
        Assert.Equal(changes.Order(ByName), Changes.Select(row => (Operation)row.Data.Item1).Order(ByName));
        Assert.Equal(changes.Length, changes.Select(operation => (operation.Service, operation.Name)).Distinct().Count());
        Assert.Equal(
            [
                "Topics", "CreateRegistration", "CancelRegistration", "DeferRegistration", "Folders", "AddOffer", "AddOfferToContact",
                "Token", "UpdateSale", "Sources", "UpdateRegistration", "Watch",
            ],
            all.Select(operation => operation.RouteName).OfType<string>());
    }

    private static readonly Comparer<Operation> ByName = Comparer<Operation>.Create((left, right) =>
        string.CompareOrdinal(left.Service + left.Name, right.Service + right.Name));

    private static IEnumerable<string> Placeholders(string text) =>
        System.Text.RegularExpressions.Regex.Matches(text, @"\{([^}]+)\}").Select(match => match.Groups[1].Value);

    private static (string, object?)[] Of(object request) =>
        RequestMembers.Of(request).Select(member => (member.Name, member.Value)).ToArray();
}
