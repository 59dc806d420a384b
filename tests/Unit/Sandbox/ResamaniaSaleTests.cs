using System.Text.Json;
using TrainingApis.Sandbox.Resamania;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

public sealed class ResamaniaSaleTests
{
    private const string Sale =
        """{"contactId":"/demoapi/contacts/2","contactNumber":"C2","contactGivenName":"Test","contactFamilyName":"DEV","clubId":"/demoapi/clubs/1","clubCode":"ABC","address":{"addressCountry":"France","addressCountryISo":"FR","addressLocality":"Toulon","streetAddress":"52 chemin du test","postalCode":"83390"}}""";

    [Fact]
    public async Task A_sale_keeps_its_own_copy_of_the_contact_until_it_is_refreshed()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var contact = await caller.GetAsync("demoapi/contacts/2");

        var made = await caller.PostAsync("demoapi/sales", Sale);
        var path = made["@id"]!.TrimStart('/');
        var refreshed = await caller.SendAsync("PUT", path + "/update_contact");
        var after = await caller.GetAsync(path);

        Assert.Equal((201, "DEV", "/demoapi/sales/45"), (made.Status, made["contactFamilyName"], made["@id"]));
        Assert.Equal((204, string.Empty), (refreshed.Status, refreshed.Text));
        Assert.Equal((contact["familyName"], contact["givenName"], contact["number"]), (after["contactFamilyName"], after["contactGivenName"], after["contactNumber"]));
        Assert.Equal(new[] { "sales.create /demoapi/sales/45", "sales.update_contact /demoapi/sales/45" }, caller.Changes());
    }

    [Fact]
    public async Task Each_refreshing_is_counted_and_takes_no_body()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        await caller.SendAsync("PUT", "demoapi/sales/33/update_contact");
        await caller.SendAsync("PUT", "demoapi/sales/33/update_contact");
        Assert.Equal(400, (await caller.PutAsync("demoapi/sales/33/update_contact", "{}")).Status);
        Assert.Equal(404, (await caller.SendAsync("PUT", "demoapi/sales/9999/update_contact")).Status);
        Assert.Equal(2, caller.Changes().Length);
    }

    [Fact]
    public async Task A_sale_is_its_clubs_and_its_members()
    {
        using var caller = new ResamaniaCaller();
        await caller.ActAsClubAsync(ResamaniaAccess.OtherClubId);
        Assert.Equal(404, (await caller.SendAsync("PUT", "demoapi/sales/33/update_contact")).Status);
        await caller.ActAsContactAsync(ResamaniaAccess.KnownEmail);
        Assert.Equal(403, (await caller.SendAsync("PUT", "demoapi/sales/33/update_contact")).Status);
    }

    [Theory]
    [InlineData("{}", 422, "contactId: required\nclubId: required")]
    [InlineData("""{"contactId":"2","clubId":"/demoapi/clubs/1"}""", 404, "Item not found")]
    [InlineData("""{"contactId":"/demoapi/contacts/2","clubId":"/demoapi/clubs/1","total":3}""", 400, "Extra attributes are not allowed (\"total\" is unknown).")]
    public async Task What_a_sale_must_say(string body, int status, string description)
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var answer = await caller.PostAsync("demoapi/sales", body);
        Assert.Equal((status, description), (answer.Status, answer.Description));
    }

    [Fact]
    public async Task A_sale_needs_an_address_from_somewhere()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        await caller.PutAsync("demoapi/contacts/2", """{"address":null}""");
        var answer = await caller.PostAsync("demoapi/sales", """{"contactId":"/demoapi/contacts/2","clubId":"/demoapi/clubs/1"}""");
        Assert.Equal((422, "address: required"), (answer.Status, answer.Description));
    }

    [Fact]
    public async Task Articles_are_kept_and_a_check_says_what_is_missing()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        await caller.PutAsync("demoapi/contacts/2", """{"mobile":null}""");

        var article = await caller.PostAsync("demoapi/sales/33/articles", """{"name":"Abonnement été"}""");
        var unsigned = await caller.GetAsync("demoapi/sales/33/check");
        await caller.PutAsync("demoapi/contacts/2", """{"mobile":"+33612345678"}""");

        Assert.Equal((201, "Abonnement été"), (article.Status, article.Json.GetProperty("articles")[0].GetProperty("name").GetString()));
        Assert.Equal(422, unsigned.Status);
        Assert.Contains("mobile: required", unsigned.Description);
        await caller.PutAsync("demoapi/contacts/2", """{"address":{"addressCountryCode":"FR"}}""");
        var sale = await caller.PostAsync("demoapi/sales", Sale);
        Assert.Equal(200, (await caller.GetAsync(sale["@id"]!.TrimStart('/') + "/check")).Status);
    }

    [Fact]
    public async Task A_sale_of_a_temporary_contact_can_be_given_to_a_real_one_once()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var given = await caller.PostAsync("demoapi/sales/33/transfer", """{"contactId":"/demoapi/contacts/2974221"}""");
        var again = await caller.PostAsync("demoapi/sales/33/transfer", """{"contactId":"/demoapi/contacts/2974221"}""");
        Assert.Equal((200, "/demoapi/contacts/2974221", "John"), (given.Status, given["contactId"], given["contactFamilyName"]));
        Assert.Equal("api.error.sale.transfer.contact-not-temp", again.Description);
    }

    [Fact]
    public async Task Lists_are_filtered_and_ordered()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var all = (await caller.GetAsync("demoapi/sales?order[createdAt]=desc")).Members.Select(Created).ToArray();
        var after = (await caller.GetAsync($"demoapi/sales?createdAt[strictly_after]={all[1]:s}")).Members.Select(Created).ToArray();
        var upTo = (await caller.GetAsync($"demoapi/sales?createdAt[before]={all[1]:s}")).Members.Length;

        Assert.True(all.Length > 3);
        Assert.Equal(all.OrderDescending(), all);
        Assert.Equal(all[0], Assert.Single(after));
        Assert.Equal(all.Length - 1, upTo);
        Assert.Single((await caller.GetAsync("demoapi/sales?contactId=/demoapi/contacts/2")).Members);
    }

    private static DateTime Created(JsonElement sale) => DateTime.Parse(sale.GetProperty("createdAt").GetString()![..19]);
}
