using TrainingApis.Resamania;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Resamania;

/// <summary>Tests the method, URL, headers and body of each operation.</summary>
public class RequestTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sends_the_gateway_key_the_accepted_types_and_the_context_headers()
    {
        var resamania = new FakeResamania(FakeResamania.Contact(1));
        await resamania.Api.Contacts().GetContactAsync("1", None);

        Assert.Equal($"GET {FakeResamania.Base}demoapi/contacts/1", resamania.Only.ToString());
        Assert.Equal(FakeResamania.Key, resamania.Only.Headers["x-gravitee-api-key"]);
        Assert.Equal("application/json,text/plain,*/*", resamania.Only.Headers["Accept"]);
        Assert.Equal("/demoapi/clubs/1", resamania.Only.Headers["x-user-club-id"]);
        Assert.Equal("/demoapi/network_nodes/1433", resamania.Only.Headers["x-user-network-node-id"]);
        Assert.Equal("Bearer token-1", resamania.Only.Headers["Authorization"]);
        Assert.Equal(FakeResamania.Key, Assert.Single(resamania.TokenCalls).Headers["x-gravitee-api-key"]);
        Assert.False(resamania.TokenCalls[0].Headers.ContainsKey("x-user-club-id"));
        Assert.Equal($"POST {FakeResamania.Base}demoapi/oauth/v2/token", resamania.TokenCalls[0].ToString());
        Assert.Equal("grant_type=client_credentials&client_id=client-1&client_secret=s3cret", resamania.TokenCalls[0].Body);
    }

    [Fact]
    public async Task Sends_the_club_in_the_token_request_and_no_context_headers_with_the_club_grant()
    {
        var resamania = new FakeResamania(
            _ => ScriptedHandler.Body(FakeResamania.Contact(1)), options => options.Grant = ResamaniaGrant.Club);
        await resamania.Api.Contacts().GetContactAsync("1", None);

        Assert.Equal("grant_type=http%3A%2F%2Fclubclientcredentials&client_id=client-1&client_secret=s3cret&clubId=%2Fdemoapi%2Fclubs%2F1",
            resamania.TokenCalls[0].Body);
        Assert.DoesNotContain(resamania.Only.Headers.Keys, name => name.StartsWith("x-user-", StringComparison.Ordinal));
        Assert.Equal(FakeResamania.Key, resamania.Only.Headers["x-gravitee-api-key"]);
    }

    [Theory]
    [InlineData(false, "demoapi/contacts?email=john%2Btest%40email.tld")]
    [InlineData(true, "demoapi/network/contact_search?email=john%2Btest%40email.tld")]
    public async Task Encodes_the_plus_sign_of_an_email(bool network, string expected)
    {
        var resamania = new FakeResamania(FakeResamania.List());
        Assert.Empty(await resamania.Api.Contacts().FindContactsAsync("john+test@email.tld", network, None));
        Assert.Equal("GET " + FakeResamania.Base + expected, resamania.Only.ToString());
    }

    [Fact]
    public async Task Sends_the_given_members_of_a_contact_and_the_birth_date_without_time()
    {
        var resamania = new FakeResamania(FakeResamania.Contact(7));
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
        var contact = await resamania.Api.Contacts().CreateContactAsync(fields, skipExistenceCheck: true, None);

        Assert.Equal("/demoapi/contacts/7", contact.Iri);
        Assert.Equal($"POST {FakeResamania.Base}demoapi/contacts", resamania.Only.ToString());
        Assert.Equal("application/json", resamania.Only.Headers["Content-Type"]);
        Assert.Equal(
            """{"familyName":"DEV","givenName":"Test","gender":"male","clubId":"/demoapi/clubs/1","birthDate":"2000-01-01","email":"john+test@email.tld","mobile":"+336123456789","sourceId":"/demoapi/referentials/sources/1","address":{"addressCountry":"France","addressLocality":"Toulon","streetAddress":"52 chemin du test","postalCode":"83390"},"state":"temp"}""",
            resamania.Only.Body);
    }

    [Fact]
    public async Task Sends_the_changed_members_and_null_for_cleared_members()
    {
        var resamania = new FakeResamania(FakeResamania.Contact(1));
        await resamania.Api.Contacts().UpdateContactAsync(
            new ContactChange
            {
                ContactId = "/demoapi/contacts/1",
                GivenName = "Jo",
                Cleared = new ItemList<string>(["Mobile", "Supplement", "BirthDate"])
            }, None);

        Assert.Equal($"PUT {FakeResamania.Base}demoapi/contacts/1", resamania.Only.ToString());
        Assert.Equal("""{"givenName":"Jo","birthDate":null,"mobile":null,"address":{"supplement":null}}""", resamania.Only.Body);
    }

    [Fact]
    public async Task Refreshes_a_sale_with_an_empty_body()
    {
        var resamania = new FakeResamania(string.Empty);
        var sale = await resamania.Api.Contacts().UpdateSaleAsync(new SaleUpdate { SaleId = "33" }, None);

        Assert.Equal("/demoapi/sales/33", sale.SaleId);
        Assert.Equal($"PUT {FakeResamania.Base}demoapi/sales/33/update_contact", resamania.Only.ToString());
        Assert.Equal(string.Empty, resamania.Only.Body);
        Assert.Equal("0", resamania.Only.Headers.GetValueOrDefault("Content-Length", "0"));
    }

    [Fact]
    public async Task Sends_to_configured_routes()
    {
        var resamania = new FakeResamania(_ => ScriptedHandler.Status(204), options => options.Routes = new Dictionary<string, string>
        {
            ["UpdateSale"] = "PUT {clientToken}/sale/{id}/update_contact",
            ["Token"] = "POST oauth/v2/token",
        });
        await resamania.Api.Contacts().UpdateSaleAsync(new SaleUpdate { SaleId = "/demoapi/sales/33" }, None);

        Assert.Equal($"PUT {FakeResamania.Base}demoapi/sale/33/update_contact", resamania.Only.ToString());
        Assert.Equal($"POST {FakeResamania.Base}oauth/v2/token", resamania.TokenCalls[0].ToString());
    }

    [Fact]
    public async Task Requests_confirms_and_cancels_a_transfer()
    {
        var resamania = new FakeResamania("""{"@id":"/demoapi/signature_requests/455434","@type":"SignatureRequest"}""",
            """{"@id":"/demoapi/signature_requests/455434","resultTargetId":"/demoapi/contacts/9","state":"done"}""");
        var transfer = await resamania.Api.Contacts().RequestTransferAsync(new TransferRequest { ContactId = "12345", ClubId = "2" }, None);
        var confirmed = await resamania.Api.Contacts().ConfirmTransferAsync(
            new TransferConfirmation { TransferId = transfer.TransferId!, Code = "0123" }, None);
        await resamania.Api.Contacts().DenyTransferAsync(new TransferDenial { TransferId = "455434" }, None);

        Assert.Equal("/demoapi/signature_requests/455434", transfer.TransferId);
        Assert.Equal($"POST {FakeResamania.Base}demoapi/contact_migration_requests", resamania.Calls[0].ToString());
        Assert.Equal("""{"clubId":"/demoapi/clubs/2","contactId":"/demoapi/contacts/12345"}""", resamania.Calls[0].Body);
        Assert.Equal("/demoapi/clubs/2", resamania.Calls[0].Headers["x-user-club-id"]);
        Assert.Equal($"POST {FakeResamania.Base}demoapi/signature_requests/455434/transitions", resamania.Calls[1].ToString());
        Assert.Equal("""{"transition":"validate","code":"0123"}""", resamania.Calls[1].Body);
        Assert.Equal("/demoapi/clubs/1", resamania.Calls[1].Headers["x-user-club-id"]);
        Assert.Equal("""{"transition":"cancel"}""", resamania.Calls[2].Body);
        Assert.Equal("/demoapi/contacts/9", confirmed.ResultContactId);
        Assert.Equal("\"done\"", confirmed.AdditionalProperties["state"]);
    }

    [Theory]
    [InlineData("/demoapi/clubs/1")]
    [InlineData("/other/contacts/1")]
    [InlineData("/demoapi/contacts/../1")]
    [InlineData("1/migrate")]
    [InlineData(" ")]
    public async Task Rejects_an_invalid_contact_id_before_sending(string id)
    {
        var resamania = new FakeResamania(FakeResamania.Contact(1));
        var error = await Assert.ThrowsAsync<ApiException>(() => resamania.Api.Contacts().GetContactAsync(id, None));
        Assert.Equal(ApiErrorKind.InvalidArgument, error.Kind);
        Assert.Empty(resamania.Calls);
    }

    [Fact]
    public async Task Requests_clubs_and_sources()
    {
        var resamania = new FakeResamania(sent => ScriptedHandler.Body(sent.Url.EndsWith("/1", StringComparison.Ordinal)
            || sent.Method == "POST" ? """{"@id":"/demoapi/clubs/1"}""" : FakeResamania.List()));
        var clubs = resamania.Api.Clubs();
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
            resamania.Calls.Select(sent => sent.ToString().Replace(FakeResamania.Base + "demoapi/", "")));
        Assert.Equal("""{"name":"Été"}""", resamania.Calls[^1].Body);
    }
}
