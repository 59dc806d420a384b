using TrainingApis.Cegos;
using TrainingApis.Clients;
using TrainingApis.Conferences;
using TrainingApis.Loop;
using TrainingApis.Resamania;
using TrainingApis.Tests.Unit.Conferences;
using TrainingApis.Tests.Unit.Loop;
using TrainingApis.Tests.Unit.Support;

namespace TrainingApis.Tests.Unit.Properties;

/// <summary>Provides a call for every response reader, each with its documented response.</summary>
internal sealed class Calls : IDisposable
{
    private readonly ICegosApi _cegos;
    private readonly ILoopApi _loop;
    private readonly IResamaniaApi _resamania;
    private readonly IConferenceApi _conferences;

    public Calls(HttpMessageHandler handler)
    {
        var host = new ClientHost(new VirtualTime());
        _cegos = host.OpenCegos(Support.Connect.Options(handler));
        _loop = host.OpenLoop(FakeLoop.Options(handler));
        _conferences = host.OpenConference(ConferenceCalls.Keys(handler));
        _resamania = host.OpenResamania(new ResamaniaOptions
        {
            BaseUri = new Uri("https://gateway.example.com/resa2-staging/"),
            ClientToken = "demoapi",
            ClientId = "client-1",
            ClientSecret = Support.Connect.Secure("s3cret"),
            Timeout = TimeSpan.FromHours(2),
            Transport = handler,
        });
    }

    public static IReadOnlyDictionary<string, (string Example, Func<Calls, Task> Call)> All { get; } = new Dictionary<string,
        (string, Func<Calls, Task>)>
    {
        ["catalogs"] = ("cegos-catalog.catalogs.response.json", c => c._cegos.Catalog().GetCatalogsAsync()),
        ["topics"] = ("cegos-catalog.catalog-topics.response.json", c => c._cegos.Catalog().GetTopicsAsync()),
        ["centers"] = ("cegos-catalog.centers.response.json", c => c._cegos.Catalog().GetCentersAsync()),
        ["product"] = ("cegos-catalog.product.response.json", c => c._cegos.Catalog().GetProductAsync("202561072", hydrate: true)),
        ["products"] = ("cegos-catalog.products.response.json", c =>
            ReadAsync(c._cegos.Catalog().GetProductsAsync(new PageRequest { First = 50 }))),
        ["session"] = ("cegos-catalog.session.response.json", c => c._cegos.Catalog().GetSessionAsync("2025-1")),
        ["sessions"] = ("cegos-catalog.sessions.response.json", c =>
            ReadAsync(c._cegos.Catalog().GetSessionsAsync(new PageRequest { First = 50 }))),
        ["register"] = ("cegos-registration.registration-create.response.success.json", c =>
            c._cegos.Registrations().RegisterAsync(new TrainingApis.Cegos.NewRegistration
            {
                ManagerCrmId = "M",
                TraineeCrmId = "T",
                SessionId = "S"
            })),
        ["cancel"] = ("cegos-registration.registration-cancel.response.success.json", c => c._cegos.Registrations().CancelAsync(
            new TrainingApis.Cegos.RegistrationCancellation { RegistrationNumber = "INS-1" })),
        ["defer"] = ("cegos-registration.defer.response.success.json", c => c._cegos.Registrations().DeferAsync(
            new RegistrationDeferral { RegistrationNumber = "INS-1", SessionId = "S" })),
        ["deferral"] = ("cegos-registration.defer-status.response.processed.json", c => c._cegos.Registrations().GetDeferralAsync("T-1")),
        ["raw"] = ("cegos-catalog.centers.response.json", c => c._cegos.SendAsync(new RawRequest("GET", "v1/x"))),
        ["folders"] = ("cegid-loop.loophub.response.json", c => c._loop.Client().GetFoldersAsync()),
        ["offer"] = ("cegid-loop.add-offer.response.json", c =>
            c._loop.Client().AddOfferAsync(new FolderOffer { CodeDossier = "MANON001" })),
        ["client"] = ("cegid-loop.add-client.response.json", c =>
            c._loop.Client().AddClientAsync(new NewClient { Email = "a@example.com", CodeDossier = "M", LastName = "L", FirstName = "F" })),
        ["application"] = ("cegid-loop.remove-application.response.json", c =>
            c._loop.Client().RemoveApplicationAsync(new ContactOffer { Email = "a@example.com", CodeDossier = "M" })),
        ["contact"] = ("resamania.contact-create.response.json", c => c._resamania.Contacts().GetContactAsync("1")),
        ["contacts"] = ("resamania.contacts-by-email.response.json", c =>
            ReadAsync(c._resamania.Contacts().GetContactsAsync(new PageRequest { First = 30 }))),
        ["contacts of the network"] = ("resamania.network-contact-search.response.json", c =>
            c._resamania.Contacts().FindContactsAsync("a@example.com", network: true)),
        ["nodes, flat"] = ("resamania.network-nodes.response.flat.json", c =>
            ReadAsync(c._resamania.Clubs().GetNetworkNodesAsync(new PageRequest { First = 30 }))),
        ["nodes, nested"] = ("resamania.network-nodes.response.nested.json", c =>
            ReadAsync(c._resamania.Clubs().GetNetworkNodesAsync(new PageRequest { First = 30 }))),
        ["transfer"] = ("resamania.contact-migration-request.response.json", c => c._resamania.Contacts().RequestTransferAsync(
            new TransferRequest { ContactId = "1", ClubId = "2" })),
        ["transition"] = ("resamania.contact-migration-request.response.json", c =>
            c._resamania.Contacts().ConfirmTransferAsync(new TransferConfirmation { TransferId = "1", Code = "1234" })),
        ["sale"] = ("resamania.contact-migration-request.response.json", c =>
            c._resamania.Contacts().UpdateSaleAsync(new SaleUpdate { SaleId = "33" })),
        ["conference"] = ("agendize.conference.resource.json", c => c._conferences.Client().GetConferenceAsync("1201")),
        ["conference session"] = ("agendize.session.resource.json", c => c._conferences.Client().GetSessionAsync("1201", "40001")),
        ["registrations"] = ("agendize.registration-list.response.json", c =>
            c._conferences.Client().GetRegistrationsAsync("1201", "40001")),
        ["registration"] = ("agendize.registration.resource.json", c => c._conferences.Client().GetRegistrationAsync("1201", "40001", "1")),
        ["watch"] = ("agendize.registration.resource.json", c =>
            c._conferences.Client().WatchAsync(new NewWatch { SessionId = "0", Address = "https://example.com/hook" })),
        ["cancelled registration"] = ("agendize.registration.resource.json", c =>
            c._conferences.Client().CancelRegistrationAsync(new TrainingApis.Conferences.RegistrationCancellation
            {
                ConferenceId = "1201",
                SessionId = "40001",
                RegistrationId = "1",
            })),
    };

    public void Dispose()
    {
        _cegos.Dispose();
        _loop.Dispose();
        _resamania.Dispose();
        _conferences.Dispose();
    }

    /// <summary>Reads all pages and converts their items to text.</summary>
    private static async Task ReadAsync<T>(IAsyncEnumerable<Page<T>> pages)
    {
        await foreach (var page in pages)
        {
            foreach (var item in page.Items)
            {
                _ = item!.ToString();
            }
        }
    }
}
