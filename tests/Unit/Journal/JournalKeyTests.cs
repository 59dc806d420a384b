using System.Globalization;
using System.Text;
using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Journal;
using TrainingApis.Conferences;
using TrainingApis.Loop;
using TrainingApis.Resamania;
using Xunit;

namespace TrainingApis.Tests.Unit.Journal;

/// <summary>
/// Tests the keys of the journal. A key must never change: with another key, a repeated run would send everything again.
/// </summary>
public sealed class JournalKeyTests
{
    private const string Identity = "https://api.example.com/v1/ client-1";

    /// <summary>Gets a request of each changing operation, and its key.</summary>
    public static TheoryData<object, object, string> Pinned => new()
    {
        { CegosOperations.CreateLead, SampleRequests.Lead, "3be40205460c1c196894e9d1080ca7945dee84c629950b1090d9e1cad01c9419" },
        {
            CegosOperations.CreateRegistration, SampleRequests.Registration,
            "534b72362d12762c990135cb8d2458fbfd0e4962085f3f4ce6438b880f759e7d"
        },
        {
            CegosOperations.CancelRegistration, SampleRequests.Cancellation,
            "6aab03cbcd3109b44d0ee223349e6f6725a36ced9d3352d60e063dffd0ecad23"
        },
        {
            CegosOperations.DeferRegistration, new RegistrationDeferral { RegistrationNumber = "INS-1", SessionId = "SES-2" },
            "b1b3fdf2c5d403c8c50a3571756e3f9141d063324fa472d1d9e0762a29fe106b"
        },
        {
            LoopOperations.AddOffer, new FolderOffer { CodeDossier = "M1", Offer = Offer.CoProduction },
            "12aeec4095e6a5ebf150aab060a6839f4ccd4b3615d85a377548ede83ae9df4a"
        },
        {
            LoopOperations.AddOfferToContact, new ContactOffer { Email = "a@b.fr", CodeDossier = "M1", Offer = Offer.Start },
            "16d5447b13bfe9fee222e41459cb45741376557de1f12c234a397910063b838b"
        },
        {
            LoopOperations.RemoveOffer, new FolderOffer { CodeDossier = "M1", Offer = Offer.CoProduction },
            "52384539e676eb791c308b17db99860f1d914a1616613649ecf8e792c2a8fc91"
        },
        {
            LoopOperations.Provision, new FolderProvisioning { CodeDossier = "M1", Offer = Offer.Consultation },
            "a142d603462a7b71e1009e3916805deececd80f15e2cbedb6890407962db299b"
        },
        { LoopOperations.AddClient, SampleRequests.Client, "79f799b2d412523e7b27ea18e4a52a734a0ce6babc07d56a608a6add751b8cce" },
        {
            LoopOperations.UpdateClient, new ClientChange { Email = "a@b.fr", CodeDossier = "M1", Active = false },
            "ee07f2b3cb3809e4d4717e0044305482cf3f52fc21fef895c2f346ff9db50be9"
        },
        {
            LoopOperations.RemoveApplication, new ContactOffer { Email = "a@b.fr", CodeDossier = "M1", Offer = Offer.Start },
            "c0d7ffa08a99bfb01142b9356621c368283dd366977fe261f60e8ef8f1834d2b"
        },
        { ResamaniaOperations.CreateContact, SampleRequests.Contact, "32906395a2cd8efb25f720ddb02ebf22889880f7e8be745945864f97294c60b0" },
        {
            ResamaniaOperations.RegisterContact, SampleRequests.OnlineRegistration,
            "36c0f17aca4f4eabde2957d2fda9c06a24f325f21c25c3f8b459c9c366a6f3b0"
        },
        {
            ResamaniaOperations.UpdateContact, SampleRequests.ContactUpdate,
            "e45415d1ea6a95195fb9d1995935dfbb133a11f7485db3731ab7fabe4fcd6773"
        },
        {
            ResamaniaOperations.MigrateContact, SampleRequests.Migration,
            "a06272baac1163e3a71e1e106ac131d40cc3569202893ce46bebe2c3b75c8f8f"
        },
        {
            ResamaniaOperations.UpdateSale, new SaleUpdate { SaleId = "/demoapi/sales/9" },
            "cee0ecc60fc8f0e518928d94e9ea0081abfa16635eb29543fed80aad43da0da4"
        },
        {
            ResamaniaOperations.RequestTransfer, new TransferRequest { ContactId = "1", ClubId = "2" },
            "63f0f08c76af53751853ebe4199653a1e21569c87943e48eb6c351f80e74406d"
        },
        {
            ResamaniaOperations.ConfirmTransfer, new TransferConfirmation { TransferId = "5", Code = "1234" },
            "40dcc11acc546779722090e9c74a5c974e48a0984242ec888c779de5498a4b91"
        },
        {
            ResamaniaOperations.DenyTransfer, new TransferDenial { TransferId = "5" },
            "be0cdefb8fe2ebc6fbbacb04c1b1b7164c1c0be07a01e3b76309fb3ce3d5469f"
        },
        {
            ResamaniaOperations.CreateSource, new NewSource { Name = "Salon" },
            "080b4fede9ae996fc489a3aeeb4dd6cc99937a1b7e971cf53aa6f60a505ea4bf"
        },
        {
            ConferenceOperations.CreateRegistration, SampleRequests.ConferenceRegistration,
            "61958fa3edd16a4b77309d4c2dd4040c4f43a6ae7fe19b47ceb447cbd807decd"
        },
        {
            ConferenceOperations.UpdateRegistration, SampleRequests.ConferenceChange,
            "14fda7620f1127ec0d73cc6a3e5800e8850a4660fc232e4d4362d920b011e7ba"
        },
        {
            ConferenceOperations.CancelRegistration, SampleRequests.ConferenceCancellation,
            "9c45c32185c88f369213a6df5a47620900c5502de94c2205764e04097e9e93f7"
        },
        { ConferenceOperations.Watch, SampleRequests.Watch, "ef3ad04561331a982e5bdad7a49b273381021d9fab16989679754039d97c9564" },
        {
            ConferenceOperations.Unwatch, new WatchRemoval { WatchId = "7" },
            "b180e7670d58dabbef3b34b584e2b808fe34490c96a9359429d17c6360f8c22c"
        },
    };

    [Theory]
    [MemberData(nameof(Pinned))]
    public void The_key_of_each_changing_operation_never_changes(object operation, object request, string key) =>
        Assert.Equal(key, KeyOf((Operation)operation, request));

    [Fact]
    public void Every_changing_operation_has_a_pinned_key()
    {
        var all = new[] { CegosOperations.All, LoopOperations.All, ResamaniaOperations.All, ConferenceOperations.All };
        Assert.Equal(
            all.SelectMany(table => table).Where(operation => operation.Kind == OperationKind.Change).Select(NameOf).Order(),
            Pinned.Select(row => NameOf((Operation)row.Data.Item1)).Order());
        Assert.Equal(Pinned.Count, Pinned.Select(row => row.Data.Item3).Distinct().Count());
    }

    /// <summary>The pinned keys are SHA-256 hashes of this text.</summary>
    [Fact]
    public void The_canonical_form_is_JSON_with_members_sorted_by_JSON_name()
    {
        Assert.Equal(
            """
            [2,"https://api.example.com/v1/ client-1",["Cegos","CreateRegistration",{},{"canal":"WEB","clientReference":"REF-1",
            "comments":"Arriv\u00E9e \u00E0 9 h\nRepas v\u00E9g\u00E9tarien","cpfHours":"7.5","includeMeal":false,"isCPF":true,
            "managerCrmId":"CON-1","managerCrmIsLead":"false","overbooking":false,"sessionId":"SES001","traineeCrmId":"CON-10",
            "traineeCrmIsLead":"true","webSaleId":"S-1"}]]
            """.ReplaceLineEndings(string.Empty),
            CanonicalOf(CegosOperations.CreateRegistration, SampleRequests.Registration));
        Assert.Equal(
            """
            [2,"https://api.example.com/v1/ client-1",["Resamania","UpdateContact",{"id":"contacts/7"},
            {"address":{"postalCode":null},"familyName":"Doe","mobile":null}]]
            """.ReplaceLineEndings(string.Empty),
            CanonicalOf(ResamaniaOperations.UpdateContact, SampleRequests.ContactUpdate));
    }

    [Fact]
    public void A_change_of_two_requests_has_a_key_of_both()
    {
        var sale = new SaleUpdate { SaleId = "9" };
        (Operation, IReadOnlyList<RequestMember>)[] requests =
        [
            (ResamaniaOperations.MigrateContact, RequestMembers.Of(SampleRequests.Migration)),
                (ResamaniaOperations.UpdateSale, RequestMembers.Of(sale)),
        ];
        Assert.Equal("f3c4737db34aae429b52258b29b7f4e3062fdb2527be02dc4fc56c3220f98c35", JournalKey.Of(Identity, requests));
        Assert.Equal(
            """
            [2,"https://api.example.com/v1/ client-1",
            ["Resamania","MigrateContact",{"id":"contacts/1"},{"targetClubId":"clubs/3","targetContactId":"contacts/2"}],
            ["Resamania","UpdateSale",{"id":"sales/9"},{}]]
            """.ReplaceLineEndings(string.Empty),
            Encoding.UTF8.GetString(JournalKey.Canonical(Identity, requests)));
    }

    [Fact]
    public void Names_and_order_of_properties_do_not_affect_a_key()
    {
        Assert.Equal(KeyOf(CegosOperations.CreateRegistration, SampleRequests.Registration),
            KeyOf(CegosOperations.CreateRegistration, SampleRequests.RenamedRegistration));
    }

    [Fact]
    public void A_key_is_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "fr-FR", "ar-SA", "tr-TR" })
            {
                CultureInfo.CurrentCulture = new CultureInfo(culture);
                Assert.All(Pinned, row => Assert.Equal(row.Data.Item3, KeyOf((Operation)row.Data.Item1, row.Data.Item2)));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string NameOf(Operation operation) => $"{operation.Service} {operation.Name}";

    private static string KeyOf(Operation operation, object request) =>
        JournalKey.Of(Identity, [(operation, RequestMembers.Of(request))]);

    private static string CanonicalOf(Operation operation, object request) =>
        Encoding.UTF8.GetString(JournalKey.Canonical(Identity, [(operation, RequestMembers.Of(request))]));
}
