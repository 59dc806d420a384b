using TrainingApis.Resamania;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Resamania;

/// <summary>What goes out: method, address, headers and body of each operation.</summary>
public class RequestTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_call_carries_the_gateway_key_the_accepted_types_and_the_context()
    {
        var club = new Club(Club.Contact(1));
        await club.Api.Contacts().GetContactAsync("1", None);

        Assert.Equal($"GET {Club.Base}demoapi/contacts/1", club.Only.ToString());
        Assert.Equal(Club.Key, club.Only.Headers["x-gravitee-api-key"]);
        Assert.Equal("application/json,text/plain,*/*", club.Only.Headers["Accept"]);
        Assert.Equal("/demoapi/clubs/1", club.Only.Headers["x-user-club-id"]);
        Assert.Equal("/demoapi/network_nodes/1433", club.Only.Headers["x-user-network-node-id"]);
        Assert.Equal("Bearer token-1", club.Only.Headers["Authorization"]);
        Assert.Equal(Club.Key, Assert.Single(club.TokenCalls).Headers["x-gravitee-api-key"]);
        Assert.False(club.TokenCalls[0].Headers.ContainsKey("x-user-club-id"));
        Assert.Equal($"POST {Club.Base}demoapi/oauth/v2/token", club.TokenCalls[0].ToString());
        Assert.Equal("grant_type=client_credentials&client_id=client-1&client_secret=s3cret", club.TokenCalls[0].Body);
    }

    [Fact]
    public async Task The_club_grant_names_its_club_in_the_token_call_and_sends_no_context()
    {
        var club = new Club(_ => ScriptedHandler.Body(Club.Contact(1)), options => options.Grant = ResamaniaGrant.Club);
        await club.Api.Contacts().GetContactAsync("1", None);

        Assert.Equal("grant_type=http%3A%2F%2Fclubclientcredentials&client_id=client-1&client_secret=s3cret&clubId=%2Fdemoapi%2Fclubs%2F1",
            club.TokenCalls[0].Body);
        Assert.DoesNotContain(club.Only.Headers.Keys, name => name.StartsWith("x-user-", StringComparison.Ordinal));
        Assert.Equal(Club.Key, club.Only.Headers["x-gravitee-api-key"]);
    }

    [Theory]
    [InlineData(false, "demoapi/contacts?email=john%2Btest%40email.tld")]
    [InlineData(true, "demoapi/network/contact_search?email=john%2Btest%40email.tld")]
    public async Task An_email_is_looked_up_with_its_plus_encoded(bool network, string expected)
    {
        var club = new Club(Club.List());
        Assert.Empty(await club.Api.Contacts().FindContactsAsync("john+test@email.tld", network, None));
        Assert.Equal("GET " + Club.Base + expected, club.Only.ToString());
    }

    [Fact]
    public async Task A_contact_is_sent_with_what_is_given_and_its_birth_date_as_a_day()
    {
        var club = new Club(Club.Contact(7));
        var fields = new ContactFields
        {
            Email = "john+test@email.tld",
            FamilyName = "DEV",
            GivenName = "Test",
            Gender = Gender.Male,
            ClubId = "1",
            SourceId = "1",
            State = ContactState.Temp,
            BirthDate = new DateTime(2000, 1, 1, 23, 30, 0, DateTimeKind.Local),
            Mobile = "+336123456789",
            AddressCountry = "France",
            AddressLocality = "Toulon",
            StreetAddress = "52 chemin du test",
            PostalCode = "83390",
        };
        var contact = await club.Api.Contacts().CreateContactAsync(fields, skipExistenceCheck: true, None);

        Assert.Equal("/demoapi/contacts/7", contact.Iri);
        Assert.Equal($"POST {Club.Base}demoapi/contacts", club.Only.ToString());
        Assert.Equal("application/json", club.Only.Headers["Content-Type"]);
        Assert.Equal(
            """{"familyName":"DEV","givenName":"Test","gender":"male","clubId":"/demoapi/clubs/1","birthDate":"2000-01-01","email":"john+test@email.tld","mobile":"+336123456789","sourceId":"/demoapi/referentials/sources/1","address":{"addressCountry":"France","addressLocality":"Toulon","streetAddress":"52 chemin du test","postalCode":"83390"},"state":"temp"}""",
            club.Only.Body);
    }

    [Fact]
    public async Task A_change_sends_what_is_given_and_null_for_what_is_cleared()
    {
        var club = new Club(Club.Contact(1));
        await club.Api.Contacts().UpdateContactAsync(
            new ContactChange
            {
                ContactId = "/demoapi/contacts/1",
                GivenName = "Jo",
                Cleared = new ItemList<string>(["Mobile", "Supplement", "BirthDate"])
            }, None);

        Assert.Equal($"PUT {Club.Base}demoapi/contacts/1", club.Only.ToString());
        Assert.Equal("""{"givenName":"Jo","birthDate":null,"mobile":null,"address":{"supplement":null}}""", club.Only.Body);
    }

    [Fact]
    public async Task A_sale_is_refreshed_with_an_empty_content()
    {
        var club = new Club(string.Empty);
        var sale = await club.Api.Contacts().UpdateSaleAsync(new SaleUpdate { SaleId = "33" }, None);

        Assert.Equal("/demoapi/sales/33", sale.SaleId);
        Assert.Equal($"PUT {Club.Base}demoapi/sales/33/update_contact", club.Only.ToString());
        Assert.Equal(string.Empty, club.Only.Body);
        Assert.Equal("0", club.Only.Headers.GetValueOrDefault("Content-Length", "0"));
    }

    [Fact]
    public async Task The_routes_that_the_documents_contradict_each_other_on_can_be_changed()
    {
        var club = new Club(_ => ScriptedHandler.Status(204), options => options.Routes = new Dictionary<string, string>
        {
            ["UpdateSale"] = "PUT {clientToken}/sale/{id}/update_contact",
            ["Token"] = "POST oauth/v2/token",
        });
        await club.Api.Contacts().UpdateSaleAsync(new SaleUpdate { SaleId = "/demoapi/sales/33" }, None);

        Assert.Equal($"PUT {Club.Base}demoapi/sale/33/update_contact", club.Only.ToString());
        Assert.Equal($"POST {Club.Base}oauth/v2/token", club.TokenCalls[0].ToString());
    }

    [Fact]
    public async Task A_transfer_is_requested_for_its_club_and_followed_by_its_iri()
    {
        var club = new Club("""{"@id":"/demoapi/signature_requests/455434","@type":"SignatureRequest"}""",
            """{"@id":"/demoapi/signature_requests/455434","resultTargetId":"/demoapi/contacts/9","state":"done"}""");
        var transfer = await club.Api.Contacts().RequestTransferAsync(new TransferRequest { ContactId = "12345", ClubId = "2" }, None);
        var confirmed = await club.Api.Contacts().ConfirmTransferAsync(
            new TransferConfirmation { TransferId = transfer.TransferId!, Code = "0123" }, None);
        await club.Api.Contacts().DenyTransferAsync(new TransferDenial { TransferId = "455434" }, None);

        Assert.Equal("/demoapi/signature_requests/455434", transfer.TransferId);
        Assert.Equal($"POST {Club.Base}demoapi/contact_migration_requests", club.Calls[0].ToString());
        Assert.Equal("""{"clubId":"/demoapi/clubs/2","contactId":"/demoapi/contacts/12345"}""", club.Calls[0].Body);
        Assert.Equal("/demoapi/clubs/2", club.Calls[0].Headers["x-user-club-id"]);
        Assert.Equal($"POST {Club.Base}demoapi/signature_requests/455434/transitions", club.Calls[1].ToString());
        Assert.Equal("""{"transition":"validate","code":"0123"}""", club.Calls[1].Body);
        Assert.Equal("/demoapi/clubs/1", club.Calls[1].Headers["x-user-club-id"]);
        Assert.Equal("""{"transition":"cancel"}""", club.Calls[2].Body);
        Assert.Equal("/demoapi/contacts/9", confirmed.ResultContactId);
        Assert.Equal("\"done\"", confirmed.AdditionalProperties["state"]);
    }

    [Theory]
    [InlineData("/demoapi/clubs/1")]
    [InlineData("/other/contacts/1")]
    [InlineData("/demoapi/contacts/../1")]
    [InlineData("1/migrate")]
    [InlineData(" ")]
    public async Task What_is_no_id_of_a_contact_is_refused_before_anything_is_sent(string id)
    {
        var club = new Club(Club.Contact(1));
        var error = await Assert.ThrowsAsync<ApiException>(() => club.Api.Contacts().GetContactAsync(id, None));
        Assert.Equal(ApiErrorKind.InvalidArgument, error.Kind);
        Assert.Empty(club.Calls);
    }

    [Fact]
    public async Task Clubs_and_sources_have_their_places()
    {
        var club = new Club(sent => ScriptedHandler.Body(sent.Url.EndsWith("/1", StringComparison.Ordinal)
            || sent.Method == "POST" ? """{"@id":"/demoapi/clubs/1"}""" : Club.List()));
        var clubs = club.Api.Clubs();
        await foreach (var _ in clubs.GetClubsAsync(PageRequest.All, network: false, None))
        { }
        await foreach (var _ in clubs.GetClubsAsync(PageRequest.All, network: true, None))
        { }
        await clubs.GetClubAsync("1", network: false, None);
        await clubs.GetClubAsync("/demoapi/clubs/1", network: true, None);
        await foreach (var _ in clubs.GetSourcesAsync(PageRequest.All, includeArchived: false, None))
        { }
        await foreach (var _ in clubs.GetSourcesAsync(PageRequest.All, includeArchived: true, None))
        { }
        await clubs.GetSourceAsync("1", None);
        await clubs.CreateSourceAsync(new NewSource { Name = "Été" }, None);

        Assert.Equal(
            ["GET clubs", "GET network/clubs", "GET clubs/1", "GET network/clubs/1", "GET referentials/sources?archived=false",
                "GET referentials/sources", "GET referentials/sources/1", "POST referentials/sources"],
            club.Calls.Select(sent => sent.ToString().Replace(Club.Base + "demoapi/", "")));
        Assert.Equal("""{"name":"Été"}""", club.Calls[^1].Body);
    }
}
