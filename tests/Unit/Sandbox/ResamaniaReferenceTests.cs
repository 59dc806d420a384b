using System.Text.Json;
using TrainingApis.Sandbox.Resamania;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

public sealed class ResamaniaReferenceTests
{
    [Fact]
    public async Task Sources_are_made_changed_archived_and_removed()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var made = await caller.PostAsync("demoapi/referentials/sources", """{"name":"Mon application é"}""");
        var path = made["@id"]!.TrimStart('/');
        var archived = await caller.PutAsync(path, """{"archived":true}""");
        var removed = await caller.SendAsync("DELETE", path);

        Assert.Equal((201, "Mon application é", "/demoapi/referentials/sources/9"), (made.Status, made["name"], made["@id"]));
        Assert.True(archived.Json.GetProperty("archived").GetBoolean());
        Assert.Equal((204, 404), (removed.Status, (await caller.GetAsync(path)).Status));
        Assert.Equal("name: required", (await caller.PostAsync("demoapi/referentials/sources", """{"name":""}""")).Description);
        Assert.Equal(3, caller.Changes().Length);
    }

    [Theory]
    [InlineData("", 8)]
    [InlineData("?archived=false", 7)]
    [InlineData("?archived=true", 1)]
    [InlineData("?itemsPerPage=3&page=3", 2)]
    public async Task Archived_sources_are_a_filter(string query, int count)
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        Assert.Equal(count, (await caller.GetAsync("demoapi/referentials/sources" + query)).Members.Length);
    }

    [Fact]
    public async Task A_filter_of_true_or_false_takes_no_other_word()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        Assert.Equal(400, (await caller.GetAsync("demoapi/referentials/sources?archived=perhaps")).Status);
    }

    [Theory]
    [InlineData("clubs", 8)]
    [InlineData("clubs?postalCode=83000&postalCode[]=06000", 2)]
    [InlineData("clubs?clubTags.name[]=Piscine", 2)]
    [InlineData("clubs?visibility=private", 1)]
    [InlineData("clubs?q=santé", 2)]
    [InlineData("clubs?withResaboxNotification=true", 4)]
    [InlineData("clubs?disabledProcess=subscription", 2)]
    [InlineData("network/clubs", 8)]
    [InlineData("club_network/clubs", 3)]
    public async Task Clubs_are_found(string path, int count)
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        Assert.Equal(count, (await caller.GetAsync("demoapi/" + path)).Members.Length);
    }

    [Fact]
    public async Task A_club_has_both_ids_and_a_network_ends_at_its_node()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var club = await caller.GetAsync("demoapi/clubs/1356");
        Assert.Equal(("/demoapi/clubs/1356", 1356, "Arthémis"), (club["@id"], club.Json.GetProperty("id").GetInt32(), club["name"]));
        caller.Node = "/demoapi/network_nodes/1435";
        Assert.Equal(2, (await caller.GetAsync("demoapi/network/clubs")).Members.Length);
        Assert.Equal((200, 404), ((await caller.GetAsync("demoapi/network/clubs/4")).Status, (await caller.GetAsync("demoapi/network/clubs/1")).Status));
        Assert.Equal(3, (await caller.GetAsync("demoapi/network/nodes/write")).Members.Length);
        Assert.Equal(11, (await caller.GetAsync("demoapi/network/nodes/read")).Members.Length);
        Assert.Equal(11, (await caller.GetAsync("demoapi/network/nodes")).Members.Length);
    }

    [Fact]
    public async Task Clubs_are_ordered_by_name()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var names = (await caller.GetAsync("demoapi/clubs?order[name]=asc")).Members.Select(club => club.GetProperty("name").GetString()).ToArray();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
    }

    [Fact]
    public async Task By_item_children_are_links_objects_both_or_nothing()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var nodes = (await caller.GetAsync("demoapi/network_nodes")).Members.ToDictionary(node => node.GetProperty("id").GetInt32());

        Assert.All(Children(nodes[1433]), kind => Assert.Equal(JsonValueKind.String, kind));
        Assert.All(Children(nodes[1434]), kind => Assert.Equal(JsonValueKind.Object, kind));
        Assert.Equal(new[] { JsonValueKind.Object, JsonValueKind.String }, Children(nodes[1435]));
        Assert.False(nodes[1438].TryGetProperty("children", out _));
        Assert.Empty(Children(nodes[1441]));
    }

    [Fact]
    public async Task The_old_form_nests_and_the_new_one_links()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        caller.Control.NodeShape = ResamaniaNodeShape.Nested;
        var nested = await caller.GetAsync("demoapi/network_nodes");
        caller.Control.NodeShape = ResamaniaNodeShape.Flat;
        var flat = await caller.GetAsync("demoapi/network_nodes");
        caller.Control.NodeShape = ResamaniaNodeShape.Absent;
        var bare = await caller.GetAsync("demoapi/network_nodes");

        var root = Assert.Single(nested.Members);
        Assert.Equal("Franchise Méditerranée", root.GetProperty("children")[0].GetProperty("name").GetString());
        Assert.Equal("/demoapi/clubs/1", root.GetProperty("children")[0].GetProperty("children")[0].GetProperty("clubId").GetString());
        Assert.Equal(11, flat.Members.Length);
        Assert.All(flat.Members, node => Assert.All(Children(node), kind => Assert.Equal(JsonValueKind.String, kind)));
        Assert.Equal("/demoapi/network_nodes/1433", flat.Members[1].GetProperty("parent").GetString());
        Assert.All(bare.Members, node => Assert.False(node.TryGetProperty("children", out _)));
    }

    [Theory]
    [InlineData("network_nodes?clubId=/demoapi/clubs/1", 1440)]
    [InlineData("network_nodes?alias=arthemis", 1438)]
    [InlineData("network_nodes?q=rhône", 1435)]
    public async Task Nodes_are_found(string path, int id)
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        Assert.Equal(id, Assert.Single((await caller.GetAsync("demoapi/" + path)).Members).GetProperty("id").GetInt32());
        Assert.Equal(id, (await caller.GetAsync($"demoapi/network_nodes/{id}")).Json.GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task Countries_have_the_names_that_addresses_take()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var countries = (await caller.GetAsync("demoapi/countries")).Members;
        Assert.Contains(countries, country => country.GetProperty("name").GetString() == "Sénégal" && country.GetProperty("iso").GetString() == "SN");
    }

    private static JsonValueKind[] Children(JsonElement node) => node.GetProperty("children").EnumerateArray().Select(child => child.ValueKind).ToArray();
}
