using System.Text.Json;
using TrainingApis.Sandbox.Resamania;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

public sealed class ResamaniaContactChangeTests
{
    private const string Zoe =
        """{"familyName":"LEFÈVRE","givenName":"Zoé","gender":"female","clubId":"/demoapi/clubs/1","birthDate":"2000-01-01","email":"zoe+1@example.com","mobile":"+336123456789","sourceId":"/demoapi/referentials/sources/1","address":{"addressCountry":"France","addressLocality":"Toulon","streetAddress":"52 chemin du test","postalCode":"83390"}}""";

    private const string Least = """{"familyName":"Le Goff","givenName":"Loïc","birthDate":"1999-12-31","email":"loic@example.com"}""";

    [Fact]
    public async Task The_first_answer_repeats_as_little_as_the_documents_the_second_all()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();

        var first = await caller.PostAsync("demoapi/contacts", Zoe);
        var second = await caller.PostAsync("demoapi/contacts", Least);

        Assert.Equal((201, 201), (first.Status, second.Status));
        Assert.Equal(
            """{"@context":"/demoapi/contexts/Contact","@id":"/demoapi/contacts/2974340","@type":"http://schema.org/Person","number":"C2974340","address":{"@id":"/demoapi/addresses/14285613","@type":"Address","addressCountry":"France","addressCountryIso":"FR","addressLocality":"Toulon","postalCode":"83390","streetAddress":null,"supplement":""},"birthDate":null,"email":"zoe+1@example.com","familyName":"Lefèvre","gender":null,"givenName":"Zoé","pictureId":null,"tags":[],"clubId":"/demoapi/clubs/1","landline":null,"mobile":null,"parentalIdentificationValidated":false,"state":"prospect","initialSalepersonId":null}""",
            first.Text);
        Assert.Equal(("/demoapi/contacts/2974341", "1999-12-31", "Le Goff"), (second["@id"], second["birthDate"], second["familyName"]));
        Assert.Equal(JsonValueKind.Null, second.Json.GetProperty("address").ValueKind);
        var stored = await caller.GetAsync("demoapi/contacts/2974340");
        Assert.Equal(("LEFÈVRE", "2000-01-01", "+336123456789", "female"), (stored["familyName"], stored["birthDate"], stored["mobile"], stored["gender"]));
    }

    [Theory]
    [InlineData(ResamaniaEcho.Full, "1999-12-31")]
    [InlineData(ResamaniaEcho.Sample, null)]
    public async Task A_knob_says_what_is_repeated(ResamaniaEcho echo, string? birthDate)
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        caller.Control.Echo = echo;
        Assert.Equal(birthDate, (await caller.PostAsync("demoapi/contacts", Least))["birthDate"]);
    }

    [Theory]
    [InlineData("{}", "familyName: required\ngivenName: required\nbirthDate: required\nemail: required")]
    [InlineData("""{"familyName":" ","givenName":"Loïc","birthDate":"1999-12-31","email":"l@example.com"}""", "familyName: required")]
    [InlineData("""{"familyName":"G","givenName":"L","birthDate":"31/12/1999","email":"l@example.com"}""", "birthDate: This value is not a valid date.")]
    [InlineData("""{"familyName":"G","givenName":"L","birthDate":"1999-12-31T00:00:00","email":"l@example.com"}""", "birthDate: This value is not a valid date.")]
    [InlineData("""{"familyName":"G","givenName":"L","birthDate":"1999-02-30","email":"l@example.com"}""", "birthDate: This value is not a valid date.")]
    [InlineData("""{"familyName":"G","givenName":"L","birthDate":"1999-12-31","email":"l at example"}""", "email: This value is not a valid email address.")]
    [InlineData("""{"familyName":"G","givenName":"L","birthDate":"1999-12-31","email":"l@example.com","mobile":"none"}""", "mobile: This value is not a valid phone number.")]
    [InlineData("""{"familyName":"G","givenName":"L","birthDate":"1999-12-31","email":"l@example.com","gender":"Female"}""", "gender: The value you selected is not a valid choice.")]
    [InlineData("""{"familyName":"G","givenName":"L","birthDate":"1999-12-31","email":"l@example.com","state":"old_client"}""", "state: The value you selected is not a valid choice.")]
    [InlineData("""{"familyName":"G","givenName":"L","birthDate":"1999-12-31","email":"l@example.com","address":{"addressCountry":"Freedonia"}}""", "address.addressCountry: This value is not a valid country.")]
    public async Task Violations_name_each_field(string body, string description)
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();

        var answer = await caller.PostAsync("demoapi/contacts", body);

        Assert.Equal((422, "ConstraintViolationList", description), (answer.Status, answer["@type"], answer.Description));
        Assert.Equal("/demoapi/contexts/ConstraintViolationList", answer["@context"]);
        var violations = answer.Json.GetProperty("violations").EnumerateArray().Select(one => $"{one.GetProperty("propertyPath").GetString()}: {one.GetProperty("message").GetString()}");
        Assert.Equal(description, string.Join("\n", violations));
        Assert.Empty(caller.Changes());
    }

    [Theory]
    [InlineData("""{"familyName":7}""", 400, "The type of the \"familyName\" attribute must be \"string\", \"int\" given.")]
    [InlineData("""{"birthDate":true}""", 400, "The type of the \"birthDate\" attribute must be \"string\", \"bool\" given.")]
    [InlineData("""{"address":"Toulon"}""", 400, "The type of the \"address\" attribute must be \"array\", \"string\" given.")]
    [InlineData("""{"address":{"postalCode":83390}}""", 400, "The type of the \"address.postalCode\" attribute must be \"string\", \"int\" given.")]
    [InlineData("""{"FamilyName":"x"}""", 400, "Extra attributes are not allowed (\"FamilyName\" is unknown).")]
    [InlineData("""{"number":"C1","landline":"x"}""", 400, "Extra attributes are not allowed (\"number\", \"landline\" are unknown).")]
    [InlineData("""{"clubId":1}""", 404, "Item not found")]
    [InlineData("""{"clubId":"1"}""", 404, "Item not found")]
    [InlineData("""{"sourceId":"/demoapi/sources/1"}""", 404, "Item not found")]
    [InlineData("[]", 400, "Syntax error")]
    [InlineData("", 400, "Syntax error")]
    [InlineData("{\"familyName\":\"\\ud83d\"}", 400, "Syntax error")]
    public async Task Bodies_that_are_not_as_documented_are_refused(string body, int status, string description)
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var answer = await caller.PostAsync("demoapi/contacts", body);
        Assert.Equal((status, description), (answer.Status, answer.Description));
    }

    [Fact]
    public async Task Bodies_are_JSON_or_JSON_LD()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        Assert.Equal(415, (await caller.SendAsync("POST", "demoapi/contacts", ResamaniaCaller.Body(Least, "text/plain"))).Status);
        Assert.Equal(201, (await caller.SendAsync("POST", "demoapi/contacts", ResamaniaCaller.Body(Least, "application/ld+json"))).Status);
    }

    [Theory]
    [InlineData("john+test@email.tld")]
    [InlineData("JOHN+test@email.tld")]
    public async Task An_email_is_one_persons_in_the_whole_brand(string email)
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        caller.Club = ResamaniaAccess.OtherClubId;

        var answer = await caller.PostAsync("demoapi/contacts", Least.Replace("loic@example.com", email));

        Assert.Equal(400, answer.Status);
        Assert.Equal("""{"@context":"/demoapi/contexts/Error","@type":"hydra:Error","hydra:title":"An error occurred","hydra:description":"api.error.contact.email-already-used"}""", answer.Text);
        Assert.Empty(caller.Made("contacts"));
    }

    [Fact]
    public async Task A_brand_may_ask_for_more()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        caller.Control.RequiredFields = new[] { "email", "mobile", "address" };
        Assert.Equal("mobile: required\naddress: required", (await caller.PostAsync("demoapi/contacts", Least)).Description);
    }

    [Fact]
    public async Task A_contact_without_a_club_belongs_to_that_of_the_context_and_a_club_makes_none_elsewhere()
    {
        using var caller = new ResamaniaCaller();
        await caller.ActAsClubAsync(ResamaniaAccess.OtherClubId);

        var elsewhere = await caller.PostAsync("demoapi/contacts", Zoe);
        var own = await caller.PostAsync("demoapi/contacts", Least);

        Assert.Equal((404, 201), (elsewhere.Status, own.Status));
        Assert.Equal(ResamaniaAccess.OtherClubId, own["clubId"]);
        Assert.Equal(404, (await caller.PutAsync("demoapi/contacts/2", """{"givenName":"Zoé"}""")).Status);
    }

    [Fact]
    public async Task A_partial_body_changes_what_it_names()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var before = await caller.GetAsync("demoapi/contacts/2974221");

        var answer = await caller.PutAsync("demoapi/contacts/2974221", """{"givenName":"Jérôme","birthDate":"1991-02-28","mobile":null,"address":{"supplement":"Bâtiment « C »"}}""");

        Assert.Equal(200, answer.Status);
        Assert.Equal(("Jérôme", "1991-02-28", "John", before["email"]), (answer["givenName"], answer["birthDate"], answer["familyName"], answer["email"]));
        Assert.Equal(("Bâtiment « C »", "1 The Street"), (answer.Json.GetProperty("address").GetProperty("supplement").GetString(), answer.Json.GetProperty("address").GetProperty("streetAddress").GetString()));
        Assert.Equal(JsonValueKind.Null, answer.Json.GetProperty("mobile").ValueKind);
        Assert.Equal(new[] { "contacts.update /demoapi/contacts/2974221" }, caller.Changes());
    }

    [Theory]
    [InlineData("""{"email":null}""", "email: required")]
    [InlineData("""{"clubId":"/demoapi/clubs/2"}""", "clubId: This value should not be changed.")]
    public async Task What_a_contact_must_have_cannot_be_cleared_nor_its_club_changed(string body, string description)
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var answer = await caller.PutAsync("demoapi/contacts/2974221", body);
        Assert.Equal((422, description), (answer.Status, answer.Description));
    }

    [Fact]
    public async Task A_refused_change_leaves_nothing_behind()
    {
        using var caller = await ResamaniaCaller.AnonymousAsync();
        var before = await caller.GetAsync("demoapi/contacts/2");
        var answer = await caller.PutAsync("demoapi/contacts/2", """{"givenName":"Autre","address":{"addressLocality":"Ailleurs"},"email":"john+test@email.tld"}""");
        Assert.Equal("api.error.contact.email-already-used", answer.Description);
        Assert.Equal(before.Text, (await caller.GetAsync("demoapi/contacts/2")).Text);
    }

    [Fact]
    public async Task A_member_sees_and_changes_itself_and_nothing_else()
    {
        using var caller = new ResamaniaCaller();
        await caller.ActAsContactAsync(ResamaniaAccess.KnownEmail);

        Assert.Equal(200, (await caller.PutAsync("demoapi/contacts/2974221", """{"givenName":"Jérôme"}""")).Status);
        foreach (var path in new[] { "contacts/2", "contacts", "network/contact_search?email=x", "sales" })
        {
            var answer = await caller.GetAsync("demoapi/" + path);
            Assert.Equal((403, "api.error.scope.unauthorized-endpoint"), (answer.Status, answer.Description));
        }

        Assert.Equal(403, (await caller.PostAsync("demoapi/contacts", Least)).Status);
    }
}
