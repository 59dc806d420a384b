using System.Text.Json;
using TrainingApis.Sandbox.Resamania;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

public sealed class ResamaniaContactListTests
{
    [Fact]
    public async Task A_search_by_email_answers_as_the_documents_do()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();

        var answer = await caller.GetAsync("demoapi/contacts?email=john%2Btest%40email.tld");

        Assert.Equal(("/demoapi/contexts/Contact", "/demoapi/contacts", "hydra:Collection"), (answer["@context"], answer["@id"], answer["@type"]));
        Assert.False(answer.Json.TryGetProperty("hydra:totalItems", out _));
        Assert.False(answer.Json.TryGetProperty("hydra:view", out _));
        var contact = Assert.Single(answer.Members);
        Assert.Equal("/demoapi/contacts/2974221", contact.GetProperty("@id").GetString());
        Assert.Equal("http://schema.org/Person", contact.GetProperty("@type").GetString());
        Assert.Equal("C2974221", contact.GetProperty("number").GetString());
        Assert.Equal("1990-01-01", contact.GetProperty("birthDate").GetString());
        Assert.Equal(JsonValueKind.Null, contact.GetProperty("gender").ValueKind);
        Assert.Equal("prospect", contact.GetProperty("state").GetString());
        Assert.False(contact.TryGetProperty("id", out _));
        Assert.Equal(
            """{"@id":"/demoapi/addresses/14284392","@type":"Address","addressCountry":"France","addressCountryIso":"FR","addressLocality":"NICE","postalCode":"06000","streetAddress":"1 The Street","supplement":""}""",
            contact.GetProperty("address").GetRawText());
    }

    [Theory]
    [InlineData("email=john+test%40email.tld")]
    [InlineData("email=john%20test%40email.tld")]
    [InlineData("email=john")]
    [InlineData("email=")]
    public async Task An_email_is_compared_whole_and_a_bare_plus_is_a_space(string query)
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        Assert.Empty((await caller.GetAsync("demoapi/contacts?" + query)).Members);
    }

    [Fact]
    public async Task The_search_of_a_club_ends_at_the_club_and_that_of_the_network_shows_less()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var email = Uri.EscapeDataString((await caller.GetAsync("demoapi/contacts/12345"))["email"]!);

        Assert.Empty((await caller.GetAsync("demoapi/contacts?email=" + email)).Members);
        var answer = await caller.GetAsync("demoapi/network/contact_search?email=" + email);

        Assert.Equal(("/demoapi/contacts", 1), (answer["@id"], answer.Json.GetProperty("hydra:totalItems").GetInt32()));
        var contact = Assert.Single(answer.Members);
        Assert.Equal(
            new[] { "@id", "@type", "number", "birthDate", "familyName", "gender", "givenName", "pictureId", "clubId", "state", "partialPhoneNumber" },
            contact.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("/demoapi/clubs/2", "prospect", "******5432"),
            (contact.GetProperty("clubId").GetString(), contact.GetProperty("state").GetString(), contact.GetProperty("partialPhoneNumber").GetString()));
    }

    [Fact]
    public async Task The_search_of_the_network_wants_an_email()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var answer = await caller.GetAsync("demoapi/network/contact_search");
        Assert.Equal((422, "email: required"), (answer.Status, answer.Description));
    }

    [Fact]
    public async Task All_come_in_pages_whose_links_lack_the_environment()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var ids = new List<string>();
        string? next = "/demoapi/contacts";
        var sizes = new List<int>();
        while (next != null)
        {
            var page = await caller.GetAsync(next.TrimStart('/'));
            Assert.Equal(61, page.Json.GetProperty("hydra:totalItems").GetInt32());
            sizes.Add(page.Members.Length);
            ids.AddRange(page.Members.Select(one => one.GetProperty("@id").GetString()!));
            var view = page.Json.GetProperty("hydra:view");
            Assert.Equal("hydra:PartialCollectionView", view.GetProperty("@type").GetString());
            Assert.Equal("/demoapi/contacts?itemsPerPage=30&page=3", view.GetProperty("hydra:last").GetString());
            next = view.TryGetProperty("hydra:next", out var link) ? link.GetString() : null;
        }

        Assert.Equal(new[] { 30, 30, 1 }, sizes);
        Assert.Equal(61, ids.Distinct().Count());
    }

    [Fact]
    public async Task Links_keep_filters_and_size()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var page = await caller.GetAsync("demoapi/contacts?state[]=prospect&state%5B%5D=client&itemsPerPage=10&page=2");
        var view = page.Json.GetProperty("hydra:view");
        Assert.Equal("/demoapi/contacts?state%5B%5D=prospect&state%5B%5D=client&itemsPerPage=10&page=3", view.GetProperty("hydra:next").GetString());
        Assert.All(page.Members, one => Assert.Contains(one.GetProperty("state").GetString(), new[] { "prospect", "client" }));
    }

    [Fact]
    public async Task A_knob_takes_the_count_and_the_end_away()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        caller.Control.OmitTotalItems = true;
        var page = await caller.GetAsync("demoapi/contacts");
        Assert.False(page.Json.TryGetProperty("hydra:totalItems", out _));
        Assert.False(page.Json.GetProperty("hydra:view").TryGetProperty("hydra:last", out _));
        Assert.True(page.Json.GetProperty("hydra:view").TryGetProperty("hydra:next", out _));
    }

    [Theory]
    [InlineData("page=0", 400, "Page should not be less than 1")]
    [InlineData("page=two", 400, "Page should not be less than 1")]
    [InlineData("itemsPerPage=0", 400, "Limit should not be less than 1")]
    [InlineData("emial=x", 400, "Unknown query parameter \"emial\".")]
    [InlineData("updatedAt[after]=yesterday", 400, "Invalid date \"yesterday\" for \"updatedAt[after]\".")]
    public async Task Queries_that_cannot_be_meant_are_refused(string query, int status, string description)
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var answer = await caller.GetAsync("demoapi/contacts?" + query);
        Assert.Equal((status, description), (answer.Status, answer.Description));
    }

    [Fact]
    public async Task A_page_holds_a_hundred_at_most_and_one_behind_the_end_nothing()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var large = await caller.GetAsync("demoapi/contacts?itemsPerPage=5000");
        Assert.Equal("/demoapi/contacts?itemsPerPage=100&page=1", large.Json.GetProperty("hydra:view").GetProperty("@id").GetString());
        Assert.Empty((await caller.GetAsync("demoapi/contacts?page=2147483647")).Members);
    }

    [Theory]
    [InlineData("id=2")]
    [InlineData("id[]=/demoapi/contacts/2")]
    [InlineData("number=C2&clubId=%2Fdemoapi%2Fclubs%2F1")]
    public async Task Filters_find_one(string query)
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        Assert.Equal("/demoapi/contacts/2", Assert.Single((await caller.GetAsync("demoapi/contacts?" + query)).Members).GetProperty("@id").GetString());
    }

    [Fact]
    public async Task Contacts_differ_in_what_the_documents_leave_open()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var all = (await caller.GetAsync("demoapi/contacts?itemsPerPage=100")).Members;
        Assert.Contains(all, one => one.GetProperty("address").ValueKind == JsonValueKind.Null);
        Assert.Contains(all, one => one.GetProperty("mobile").ValueKind == JsonValueKind.Null);
        Assert.Contains(all, one => one.TryGetProperty("externalId", out _));
        Assert.Contains(all, one => !one.TryGetProperty("externalId", out _));
        Assert.Contains(all, one => one.GetProperty("createdAt").GetString()!.EndsWith("+01:00", StringComparison.Ordinal));
        Assert.Contains(all, one => one.GetProperty("createdAt").GetString()!.Length == "2026-01-15T09:00:00".Length);
        Assert.Contains(all, one => one.GetProperty("familyName").GetString()!.Any(letter => letter > 'z'));
        Assert.Equal(new[] { "client", "old_client", "prospect", "temp" }, all.Select(one => one.GetProperty("state").GetString()).Distinct().Order());
    }

    [Fact]
    public async Task A_club_sees_its_own_list_without_any_header()
    {
        using var caller = new ResamaniaCaller();
        await caller.ActAsClubAsync(ResamaniaAccess.OtherClubId);
        Assert.Equal(7, (await caller.GetAsync("demoapi/contacts")).Members.Length);
        Assert.Equal(200, (await caller.GetAsync("demoapi/network/contact_search?email=x")).Status);
        caller.Club = ResamaniaAccess.OtherClubId;
        Assert.Equal(200, (await caller.GetAsync("demoapi/contacts")).Status);
        caller.Club = ResamaniaAccess.ClubId;
        Assert.Equal(404, (await caller.GetAsync("demoapi/contacts")).Status);
    }
}
