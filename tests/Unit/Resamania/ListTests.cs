using TrainingApis.Resamania;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Resamania;

/// <summary>Collections, their pages, and nodes in both shapes.</summary>
public class ListTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    private static async Task<List<Page<Contact>>> ReadAsync(Club club, PageRequest request)
    {
        var pages = new List<Page<Contact>>();
        await foreach (var page in club.Api.Contacts().GetContactsAsync(request, None))
        {
            pages.Add(page);
        }

        return pages;
    }

    [Fact]
    public async Task The_next_page_is_found_by_its_iri_with_the_environment_segment_kept()
    {
        var club = new Club(Club.List("/demoapi/contacts?itemsPerPage=30&page=2", Club.Contact(1)), Club.List(null, Club.Contact(2)));
        var pages = await ReadAsync(club, PageRequest.All);

        Assert.Equal(["1", "2"], pages.SelectMany(page => page.Items).Select(contact => contact.Id));
        Assert.Equal(61, pages[0].TotalItems);
        Assert.Equal([$"GET {Club.Base}demoapi/contacts", $"GET {Club.Base}demoapi/contacts?itemsPerPage=30&page=2"],
            club.Calls.Select(sent => sent.ToString()));
    }

    [Fact]
    public async Task No_page_is_asked_for_that_is_not_needed()
    {
        var club = new Club(Club.List("/demoapi/contacts?page=2", Club.Contact(1), Club.Contact(2)));
        Assert.Equal(["1"], (await ReadAsync(club, new PageRequest { First = 1 })).Single().Items.Select(contact => contact.Id));
        Assert.Single(club.Calls);
    }

    [Fact]
    public async Task Skipping_begins_at_the_page_that_holds_the_first_item()
    {
        var items = Enumerable.Range(31, 30).Select(id => Club.Contact(id)).ToArray();
        var club = new Club(Club.List("/demoapi/contacts?page=3", items));
        Assert.Equal(["36", "37"], (await ReadAsync(club, new PageRequest { Skip = 35, First = 2 }))
            .Single().Items.Select(contact => contact.Id));
        Assert.Equal($"GET {Club.Base}demoapi/contacts?page=2&itemsPerPage=30", club.Only.ToString());
    }

    [Fact]
    public async Task Pages_of_another_size_than_was_asked_for_are_counted_from_the_first()
    {
        var club = new Club(sent => ScriptedHandler.Body(
            sent.Url.Contains("page=2", StringComparison.Ordinal) ? Club.List("/demoapi/contacts?page=3", Club.Contact(21))
            : Club.List("/demoapi/contacts?page=2", Enumerable.Range(1, 40).Select(id => Club.Contact(id)).ToArray())));
        Assert.Equal(["36"], (await ReadAsync(club, new PageRequest { Skip = 35, First = 1 }))
            .Single().Items.Select(contact => contact.Id));
        Assert.Equal(2, club.Calls.Count);
    }

    [Theory]
    [InlineData("/demoapi/contacts?page=2")]
    [InlineData("https://elsewhere.example.com/demoapi/contacts?page=2")]
    public async Task A_next_page_that_comes_twice_or_lies_elsewhere_ends_with_an_error(string next)
    {
        var club = new Club(Club.List(next, Club.Contact(1)));
        Assert.Equal(ApiErrorKind.UnexpectedResponse,
            (await Assert.ThrowsAsync<ApiException>(() => ReadAsync(club, PageRequest.All))).Kind);
        Assert.InRange(club.Calls.Count, 1, 2);
    }

    [Theory]
    [InlineData(""","hydra:totalItems":3""", "it ended after 2 of 3 items")]
    [InlineData(""","hydra:totalItems":2,"hydra:view":{"hydra:next":"/demoapi/contacts?page=3"}""", "page 3 is empty")]
    public async Task A_collection_that_is_cut_short_is_an_error_after_its_items(string end, string why)
    {
        var club = new Club(Club.List("/demoapi/contacts?page=2", Club.Contact(1)),
            $$"""{"hydra:member":[{{Club.Contact(2)}}]{{end}}}""", $$"""{"hydra:member":[]{{end}}}""");
        var found = new List<string>();
        var error = await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (var page in club.Api.Contacts().GetContactsAsync(PageRequest.All, None))
            {
                found.AddRange(page.Items.Select(contact => contact.Id));
            }
        });

        Assert.Equal(["1", "2"], found);
        Assert.Equal((ApiErrorKind.UnexpectedResponse, $"Cannot list the contacts: the list is not complete, {why}."),
            (error.Kind, error.Message));
    }

    [Theory]
    [InlineData("""[{"@id":"/demoapi/contacts/1"}]""")]
    [InlineData("""{"member":{"@id":"/demoapi/contacts/1"}}""")]
    [InlineData("""{"hydra:totalItems":null,"hydra:view":null,"hydra:member":[{"@id":"/demoapi/contacts/1","tags":"x","address":[]}]}""")]
    public async Task A_collection_may_be_written_otherwise(string body) =>
        Assert.Equal("1", (await ReadAsync(new Club(body), PageRequest.All)).Single().Items.Single().Id);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"hydra:member":null}""")]
    [InlineData("""{"hydra:member":[{"number":"C1"}]}""")]
    [InlineData("<html></html>")]
    [InlineData("""{"hydra:member":[1]}""")]
    public async Task What_is_no_collection_or_lacks_an_identity_is_an_error(string body) =>
        Assert.Equal(ApiErrorKind.UnexpectedResponse,
            (await Assert.ThrowsAsync<ApiException>(() => ReadAsync(new Club(body), PageRequest.All))).Kind);

    [Fact]
    public async Task The_documented_contacts_are_read_whole()
    {
        var created = await new Club(Text("contact-create.response")).Api.Contacts().GetContactAsync("2974340", None);
        var found = Assert.Single(await new Club(Text("contacts-by-email.response")).Api.Contacts().FindContactsAsync("x", false, None));
        var searched = Assert.Single(await new Club(Text("network-contact-search.response")).Api.Contacts()
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
    public async Task Network_nodes_come_out_the_same_in_both_shapes(string shape)
    {
        var club = new Club(Text($"network-nodes.response.{shape}"));
        var page = Assert.Single(await ReadNodesAsync(club, PageRequest.All));
        var nodes = page.Items;

        Assert.Equal($"GET {Club.Base}demoapi/network_nodes", club.Only.ToString());
        Assert.Equal(["Siège", "Arthémis"], nodes.Select(node => node.ToString()));
        Assert.Equal(["/demoapi/network_nodes/1438"], nodes[0].Children);
        Assert.Equal(("group", null), (nodes[0].Type, nodes[0].Parent));
        Assert.Equal(("club", "/demoapi/clubs/1356", "/demoapi/network_nodes/1433", "1438"),
            (nodes[1].Type, nodes[1].ClubId, nodes[1].Parent, nodes[1].Id));
        Assert.Empty(nodes[1].Children);
    }

    [Fact]
    public async Task Network_nodes_are_counted_as_they_come_out()
    {
        var pages = new[]
        {
            Nodes("/demoapi/network_nodes?page=2", """{"@id":"/n/1","children":[{"@id":"/n/2","children":["/n/4"]},{"@id":"/n/3"}]}"""),
            Nodes("/demoapi/network_nodes?page=3", """{"@id":"/n/4"},{"@id":"/n/2","name":"again"},{"@id":"/n/5","parent":"/n/1"}"""),
            Nodes(null, """{"@id":"/n/6"}"""),
        };
        var nodes = (await ReadNodesAsync(new Club(pages), PageRequest.All)).SelectMany(page => page.Items).ToArray();
        Assert.Equal(["1", "2", "3", "4", "5", "6"], nodes.Select(node => node.Id));
        Assert.Equal([null, "/n/1", "/n/1", "/n/2", "/n/1", null], nodes.Select(node => node.Parent));

        var club = new Club(pages);
        var some = await ReadNodesAsync(club, new PageRequest { Skip = 2, First = 2 });
        Assert.Equal(["3", "4"], some.SelectMany(page => page.Items).Select(node => node.Id));
        Assert.Equal(2, club.Calls.Count);
    }

    [Theory]
    [InlineData("""{"@id":"/n/1","children":["/n/2"]},{"@id":"/n/2"}""", 2, 2)]
    [InlineData("""{"@id":"/n/1","children":[{"@id":"/n/2"}]}""", 1, null)]
    public async Task The_total_of_nodes_inside_each_other_is_not_known(string nodes, int said, int? expected)
    {
        var club = new Club($$"""{"hydra:member":[{{nodes}}],"hydra:totalItems":{{said}}}""");
        Assert.Equal(expected, Assert.Single(await ReadNodesAsync(club, new PageRequest { First = 0 })).TotalItems);
    }

    [Fact]
    public async Task Network_nodes_of_a_club_are_asked_for_by_its_iri_and_one_by_its_own()
    {
        var club = new Club(sent => ScriptedHandler.Body(sent.Url.Contains('?', StringComparison.Ordinal) ? Club.List()
            : """{"@id":"/demoapi/network_nodes/7","name":"Top","children":[{"@id":"/demoapi/network_nodes/8"}]}"""));
        await ReadNodesAsync(club, PageRequest.All, "1356");
        var node = await club.Api.Clubs().GetNetworkNodeAsync("7", None);

        Assert.Equal(["GET network_nodes?clubId=%2Fdemoapi%2Fclubs%2F1356", "GET network_nodes/7"],
            club.Calls.Select(sent => sent.ToString().Replace(Club.Base + "demoapi/", "")));
        Assert.Equal(("Top", "/demoapi/network_nodes/8"), (node.Name, Assert.Single(node.Children)));
    }

    [Theory]
    [InlineData("""{"name":"x"}""")]
    [InlineData("""{"@id":"/n/1","children":[{"name":"x"}]}""")]
    public async Task A_network_node_without_an_identity_is_an_error(string node)
    {
        var error = await Assert.ThrowsAsync<ApiException>(() => ReadNodesAsync(new Club(Nodes(null, node)), PageRequest.All));
        Assert.Equal(ApiErrorKind.UnexpectedResponse, error.Kind);
        error = await Assert.ThrowsAsync<ApiException>(() => new Club(node).Api.Clubs().GetNetworkNodeAsync("1", None));
        Assert.Equal(ApiErrorKind.UnexpectedResponse, error.Kind);
    }

    private static string Nodes(string? next, string items) =>
        $$"""{"hydra:member":[{{items}}]{{(next is null ? "" : $$""","hydra:view":{"hydra:next":"{{next}}"}""")}}}""";

    private static async Task<List<Page<NetworkNode>>> ReadNodesAsync(Club club, PageRequest request, string? clubId = null)
    {
        var pages = new List<Page<NetworkNode>>();
        await foreach (var page in club.Api.Clubs().GetNetworkNodesAsync(request, clubId, None))
        {
            pages.Add(page);
        }

        return pages;
    }

    private static string Text(string name) => System.Text.Encoding.UTF8.GetString(Data.Read($"resamania.{name}.json"));
}
