using TrainingApis.Resamania;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Resamania;

/// <summary>Tests collections, their pages, and network nodes in both forms.</summary>
public class ListTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    private static async Task<List<Page<Contact>>> ReadAsync(FakeResamania resamania, PageRequest request)
    {
        var pages = new List<Page<Contact>>();
        await foreach (var page in resamania.Api.Contacts().GetContactsAsync(request, None))
        {
            pages.Add(page);
        }

        return pages;
    }

    [Fact]
    public async Task Requests_the_next_page_by_its_IRI_below_the_base_URL()
    {
        var resamania = new FakeResamania(
            FakeResamania.List("/demoapi/contacts?itemsPerPage=30&page=2", FakeResamania.Contact(1)),
            FakeResamania.List(null, FakeResamania.Contact(2)));
        var pages = await ReadAsync(resamania, PageRequest.All);

        Assert.Equal(["1", "2"], pages.SelectMany(page => page.Items).Select(contact => contact.Id));
        Assert.Equal(61, pages[0].TotalItems);
        Assert.Equal([$"GET {FakeResamania.Base}demoapi/contacts", $"GET {FakeResamania.Base}demoapi/contacts?itemsPerPage=30&page=2"],
            resamania.Calls.Select(sent => sent.ToString()));
    }

    [Fact]
    public async Task Requests_no_page_that_is_not_needed()
    {
        var resamania = new FakeResamania(
            FakeResamania.List("/demoapi/contacts?page=2", FakeResamania.Contact(1), FakeResamania.Contact(2)));
        Assert.Equal(["1"], (await ReadAsync(resamania, new PageRequest { First = 1 })).Single().Items.Select(contact => contact.Id));
        Assert.Single(resamania.Calls);
    }

    [Fact]
    public async Task Skip_starts_at_the_page_that_contains_the_first_item()
    {
        var items = Enumerable.Range(31, 30).Select(id => FakeResamania.Contact(id)).ToArray();
        var resamania = new FakeResamania(FakeResamania.List("/demoapi/contacts?page=3", items));
        Assert.Equal(["36", "37"], (await ReadAsync(resamania, new PageRequest { Skip = 35, First = 2 }))
            .Single().Items.Select(contact => contact.Id));
        Assert.Equal($"GET {FakeResamania.Base}demoapi/contacts?page=2&itemsPerPage=30", resamania.Only.ToString());
    }

    [Fact]
    public async Task Reads_from_the_first_page_if_pages_have_another_size()
    {
        var resamania = new FakeResamania(sent => ScriptedHandler.Body(
            sent.Url.Contains("page=2", StringComparison.Ordinal)
            ? FakeResamania.List("/demoapi/contacts?page=3", FakeResamania.Contact(21))
            : FakeResamania.List("/demoapi/contacts?page=2", Enumerable.Range(1, 40).Select(id => FakeResamania.Contact(id)).ToArray())));
        Assert.Equal(["36"], (await ReadAsync(resamania, new PageRequest { Skip = 35, First = 1 }))
            .Single().Items.Select(contact => contact.Id));
        Assert.Equal(2, resamania.Calls.Count);
    }

    [Theory]
    [InlineData("/demoapi/contacts?page=2")]
    [InlineData("https://elsewhere.example.com/demoapi/contacts?page=2")]
    public async Task Rejects_a_next_page_that_repeats_or_is_on_another_host(string next)
    {
        var resamania = new FakeResamania(FakeResamania.List(next, FakeResamania.Contact(1)));
        Assert.Equal(ApiErrorKind.UnexpectedResponse,
            (await Assert.ThrowsAsync<ApiException>(() => ReadAsync(resamania, PageRequest.All))).Kind);
        Assert.InRange(resamania.Calls.Count, 1, 2);
    }

    [Theory]
    [InlineData(""","hydra:totalItems":3""", "it ended after 2 of 3 items")]
    [InlineData(""","hydra:totalItems":2,"hydra:view":{"hydra:next":"/demoapi/contacts?page=3"}""", "page 3 is empty")]
    public async Task Throws_after_the_items_of_a_truncated_collection(string end, string reason)
    {
        var resamania = new FakeResamania(FakeResamania.List("/demoapi/contacts?page=2", FakeResamania.Contact(1)),
            $$"""{"hydra:member":[{{FakeResamania.Contact(2)}}]{{end}}}""", $$"""{"hydra:member":[]{{end}}}""");
        var found = new List<string>();
        var error = await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (var page in resamania.Api.Contacts().GetContactsAsync(PageRequest.All, None))
            {
                found.AddRange(page.Items.Select(contact => contact.Id));
            }
        });

        Assert.Equal(["1", "2"], found);
        Assert.Equal((ApiErrorKind.UnexpectedResponse, $"Cannot list the contacts: the list is not complete, {reason}."),
            (error.Kind, error.Message));
    }

    [Theory]
    [InlineData("""[{"@id":"/demoapi/contacts/1"}]""")]
    [InlineData("""{"member":{"@id":"/demoapi/contacts/1"}}""")]
    [InlineData("""{"hydra:totalItems":null,"hydra:view":null,"hydra:member":[{"@id":"/demoapi/contacts/1","tags":"x","address":[]}]}""")]
    public async Task Accepts_other_forms_of_a_collection(string body) =>
        Assert.Equal("1", (await ReadAsync(new FakeResamania(body), PageRequest.All)).Single().Items.Single().Id);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"hydra:member":null}""")]
    [InlineData("""{"hydra:member":[{"number":"C1"}]}""")]
    [InlineData("<html></html>")]
    [InlineData("""{"hydra:member":[1]}""")]
    public async Task Rejects_a_response_that_is_no_collection_or_has_items_without_an_id(string body) =>
        Assert.Equal(ApiErrorKind.UnexpectedResponse,
            (await Assert.ThrowsAsync<ApiException>(() => ReadAsync(new FakeResamania(body), PageRequest.All))).Kind);

    [Fact]
    public async Task Reads_all_members_of_the_documented_contacts()
    {
        var created = await new FakeResamania(Text("contact-create.response")).Api.Contacts().GetContactAsync("2974340", None);
        var found = Assert.Single(await new FakeResamania(Text("contacts-by-email.response")).Api.Contacts()
            .FindContactsAsync("x", false, None));
        var searched = Assert.Single(await new FakeResamania(Text("network-contact-search.response")).Api.Contacts()
            .FindContactsAsync("x", true, None));

        Assert.Equal("C2974340", created.Number);
        Assert.Equal("83390 Toulon, France", created.Address!.ToString());
        Assert.False(created.ParentalIdentificationValidated);
        Assert.Empty(created.AdditionalProperties);
        Assert.Empty(created.Address.AdditionalProperties);
        Assert.Equal("1 The Street, 06000 NICE, France", found.Address!.ToString());
        Assert.Equal(new DateTime(1990, 1, 1), found.BirthDate);
        Assert.Equal(("old_client", "******1615", "/demoapi/clubs/1"), (searched.State, searched.PartialPhoneNumber, searched.ClubId));
    }

    [Theory]
    [InlineData("nested")]
    [InlineData("flat")]
    public async Task Returns_the_same_network_nodes_for_both_forms(string shape)
    {
        var resamania = new FakeResamania(Text($"network-nodes.response.{shape}"));
        var page = Assert.Single(await ReadNodesAsync(resamania, PageRequest.All));
        var nodes = page.Items;

        Assert.Equal($"GET {FakeResamania.Base}demoapi/network_nodes", resamania.Only.ToString());
        Assert.Equal(["Siège", "Arthémis"], nodes.Select(node => node.ToString()));
        Assert.Equal(["/demoapi/network_nodes/1438"], nodes[0].Children);
        Assert.Equal(("group", null), (nodes[0].Type, nodes[0].Parent));
        Assert.Equal(("club", "/demoapi/clubs/1356", "/demoapi/network_nodes/1433", "1438"),
            (nodes[1].Type, nodes[1].ClubId, nodes[1].Parent, nodes[1].Id));
        Assert.Empty(nodes[1].Children);
    }

    [Fact]
    public async Task Counts_each_network_node_once()
    {
        var pages = new[]
        {
            Nodes("/demoapi/network_nodes?page=2", """{"@id":"/n/1","children":[{"@id":"/n/2","children":["/n/4"]},{"@id":"/n/3"}]}"""),
            Nodes("/demoapi/network_nodes?page=3", """{"@id":"/n/4"},{"@id":"/n/2","name":"again"},{"@id":"/n/5","parent":"/n/1"}"""),
            Nodes(null, """{"@id":"/n/6"}"""),
        };
        var nodes = (await ReadNodesAsync(new FakeResamania(pages), PageRequest.All)).SelectMany(page => page.Items).ToArray();
        Assert.Equal(["1", "2", "3", "4", "5", "6"], nodes.Select(node => node.Id));
        Assert.Equal([null, "/n/1", "/n/1", "/n/2", "/n/1", null], nodes.Select(node => node.Parent));

        var resamania = new FakeResamania(pages);
        var some = await ReadNodesAsync(resamania, new PageRequest { Skip = 2, First = 2 });
        Assert.Equal(["3", "4"], some.SelectMany(page => page.Items).Select(node => node.Id));
        Assert.Equal(2, resamania.Calls.Count);
    }

    [Theory]
    [InlineData("""{"@id":"/n/1","children":["/n/2"]},{"@id":"/n/2"}""", 2, 2)]
    [InlineData("""{"@id":"/n/1","children":[{"@id":"/n/2"}]}""", 1, null)]
    public async Task The_total_of_nested_nodes_is_unknown(string nodes, int reported, int? expected)
    {
        var resamania = new FakeResamania($$"""{"hydra:member":[{{nodes}}],"hydra:totalItems":{{reported}}}""");
        Assert.Equal(expected, Assert.Single(await ReadNodesAsync(resamania, new PageRequest { First = 0 })).TotalItems);
    }

    [Fact]
    public async Task Requests_the_network_nodes_of_a_club_and_one_network_node()
    {
        var resamania = new FakeResamania(sent => ScriptedHandler.Body(sent.Url.Contains('?', StringComparison.Ordinal)
            ? FakeResamania.List()
            : """{"@id":"/demoapi/network_nodes/7","name":"Top","children":[{"@id":"/demoapi/network_nodes/8"}]}"""));
        await ReadNodesAsync(resamania, PageRequest.All, "1356");
        var node = await resamania.Api.Clubs().GetNetworkNodeAsync("7", None);

        Assert.Equal(["GET network_nodes?clubId=%2Fdemoapi%2Fclubs%2F1356", "GET network_nodes/7"],
            resamania.Calls.Select(sent => sent.ToString().Replace(FakeResamania.Base + "demoapi/", "")));
        Assert.Equal(("Top", "/demoapi/network_nodes/8"), (node.Name, Assert.Single(node.Children)));
    }

    [Theory]
    [InlineData("""{"name":"x"}""")]
    [InlineData("""{"@id":"/n/1","children":[{"name":"x"}]}""")]
    public async Task Rejects_a_network_node_without_an_id(string node)
    {
        var error = await Assert.ThrowsAsync<ApiException>(() => ReadNodesAsync(new FakeResamania(Nodes(null, node)), PageRequest.All));
        Assert.Equal(ApiErrorKind.UnexpectedResponse, error.Kind);
        error = await Assert.ThrowsAsync<ApiException>(() => new FakeResamania(node).Api.Clubs().GetNetworkNodeAsync("1", None));
        Assert.Equal(ApiErrorKind.UnexpectedResponse, error.Kind);
    }

    private static string Nodes(string? next, string items) =>
        $$"""{"hydra:member":[{{items}}]{{(next is null ? "" : $$""","hydra:view":{"hydra:next":"{{next}}"}""")}}}""";

    private static async Task<List<Page<NetworkNode>>> ReadNodesAsync(FakeResamania resamania, PageRequest request, string? clubId = null)
    {
        var pages = new List<Page<NetworkNode>>();
        await foreach (var page in resamania.Api.Clubs().GetNetworkNodesAsync(request, clubId, None))
        {
            pages.Add(page);
        }

        return pages;
    }

    private static string Text(string name) => System.Text.Encoding.UTF8.GetString(Data.Read($"resamania.{name}.json"));
}
