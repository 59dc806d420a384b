using TrainingApis.Loop;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Loop;

/// <summary>Tests which forms of responses to changes are a success, a rejection, or in doubt.</summary>
public class LoopResponseTests
{
    private const string Taken = "L’e-mail de cet interlocuteur est déjà associé à un autre interlocuteur";
    private const string NotInvited = "Pour proposer un service à un interlocuteur vous devez d'abord l'inviter sur votre tenant";
    private const string Unknown = "L'interlocuteur n’existe pas";

    public static TheoryData<int, string> Forms()
    {
        var forms = new TheoryData<int, string>();
        foreach (var status in new[] { 200, 400, 403, 404, 409, 422, 500 })
        {
            foreach (var form in new[] { "{\"message\":\"?\"}", "\"?\"", "?" })
            {
                forms.Add(status, form);
            }
        }
        return forms;
    }

    [Theory]
    [InlineData("""{"message":"C'est fait"}""", "C'est fait")]
    [InlineData("""[{"Message":"C'est fait"}]""", "C'est fait")]
    [InlineData("\"C'est fait\"", "C'est fait")]
    [InlineData("  C'est fait \r\n", "C'est fait")]
    [InlineData("\uFEFF\"C'est fait\"", "C'est fait")]
    [InlineData("Déjà fait", "Déjà fait")]
    [InlineData("""{"interloc":{"data":{"objectId":"x"}}}""", null)]
    public async Task A_message_or_an_object_is_a_success(string body, string? message) =>
        Assert.Equal(message, (await new FakeLoop(body).UpdateClientAsync()).Message);

    [Fact]
    public async Task Keeps_members_that_are_not_mapped()
    {
        const string body = """
            {"later":[1,"é"],"interloc":{"module":"cabinet","className":"interlocuteur","data":{"objectId":"c","$status":"none",
            "revisionId":"0x1","origin":null}},"user":{"data":{"objectId":"u","$status":"none","revisionId":"0x2"},"locked":true}}
            """;

        var result = await new FakeLoop(body).UpdateClientAsync();

        Assert.Equal(("c", "u", "0x1"), (result.ContactObjectId, result.UserObjectId, result.RevisionId));
        Assert.Equal("""{"interloc.origin":null,"later":[1,"é"],"user.locked":true,"user.revisionId":"0x2"}""",
            $"{result.AdditionalProperties}");
    }

    [Fact]
    public async Task The_documented_response_has_no_additional_properties() =>
        Assert.Empty((await new FakeLoop("""{"interloc":{"module":"cabinet","className":"interlocuteur","data":{"objectId":"c","$status":"none"}}}""")
            .UpdateClientAsync()).AdditionalProperties);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"\"")]
    [InlineData("true")]
    [InlineData("{\"message\":\"coup")]
    [InlineData("<html><body>Message</body></html>")]
    public async Task Any_other_response_to_a_documented_change_is_InDoubt(string body)
    {
        var error = await Assert.ThrowsAsync<ApiException>(() => new FakeLoop(body).AddOfferAsync());

        Assert.Equal((ApiErrorKind.InDoubt, "AddOffer"), (error.Kind, error.Operation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"status\":\"Opérationnel\"}")]
    [InlineData("Le dossier est prêt")]
    public async Task Accepts_any_success_if_the_response_is_not_documented(string body)
    {
        Assert.Equal("C", (await new FakeLoop(body).Client.ProvisionAsync(
            new FolderProvisioning { CodeDossier = "C" }, TestContext.Current.CancellationToken)).CodeDossier);
        Assert.Equal("C", (await new FakeLoop(body).Client.AddOfferToContactAsync(
            new ContactOffer { Email = "a@example.com", CodeDossier = "C" }, TestContext.Current.CancellationToken)).CodeDossier);
    }

    [Fact]
    public async Task A_new_contact_without_an_id_is_InDoubt_with_the_message()
    {
        var error = await Assert.ThrowsAsync<ApiException>(() => new FakeLoop("\"C'est peut-être fait\"").AddClientAsync());

        Assert.Equal((ApiErrorKind.InDoubt, "C'est peut-être fait"), (error.Kind, error.Reason));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Recognizes_a_documented_rejection_with_any_status_and_form(int status, string form)
    {
        foreach (var (message, kind) in new[] { (Taken, ApiErrorKind.Conflict), (NotInvited, ApiErrorKind.Rejected),
            (Unknown, ApiErrorKind.NotFound) })
        {
            var loop = new FakeLoop(form.Replace("?", message), status);
            var error = await Assert.ThrowsAsync<ApiException>(loop.AddClientAsync);

            Assert.Equal((kind, message, status, ApiService.Loop, "AddClient"),
                (error.Kind, error.Reason, error.StatusCode, error.Api, error.Operation));
            Assert.Contains(message, error.Message);
            Assert.Single(loop.Calls);
        }
    }

    [Theory]
    [InlineData(400, ApiErrorKind.Rejected)]
    [InlineData(409, ApiErrorKind.Rejected)]
    [InlineData(422, ApiErrorKind.Rejected)]
    [InlineData(404, ApiErrorKind.NotFound)]
    [InlineData(500, ApiErrorKind.InDoubt)]
    public async Task Maps_any_other_message_by_its_status(int status, ApiErrorKind kind)
    {
        var error = await Assert.ThrowsAsync<ApiException>(() => new FakeLoop("\"Le dossier est verrouillé\"", status).AddOfferAsync());

        Assert.Equal((kind, "Le dossier est verrouillé"), (error.Kind, error.Reason));
    }

    [Fact]
    public async Task Maps_an_error_member_with_status_200_to_Rejected()
    {
        var error = await Assert.ThrowsAsync<ApiException>(() =>
            new FakeLoop("""{"error":"Dossier verrouillé","message":"x"}""").AddOfferAsync());

        Assert.Equal((ApiErrorKind.Rejected, "Dossier verrouillé", 200), (error.Kind, error.Reason, error.StatusCode));
    }

    [Fact]
    public async Task Reads_the_error_of_the_gateway()
    {
        var error = await Assert.ThrowsAsync<ApiException>(() =>
            new FakeLoop(FakeLoop.Example("gateway-401.response"), 401).AddOfferAsync());

        Assert.Equal(ApiErrorKind.AuthenticationFailed, error.Kind);
        Assert.StartsWith("Access denied due to missing subscription key.", error.Reason);
    }

    [Fact]
    public async Task Reports_both_request_ids()
    {
        var loop = new FakeLoop(() => ScriptedHandler.Status(400, ("requestid", "r-1"), ("x-request-id", "r-2")));
        var error = await Assert.ThrowsAsync<ApiException>(loop.AddOfferAsync);

        Assert.Equal("r-2, r-1", error.RequestId);
        Assert.Contains("request r-2, r-1", Assert.Single(loop.Observer.Exchanges).ToString());
    }

    [Fact]
    public async Task Does_not_retry_a_change_after_a_server_error()
    {
        var loop = new FakeLoop(string.Empty, 503);

        Assert.Equal(ApiErrorKind.InDoubt, (await Assert.ThrowsAsync<ApiException>(loop.AddClientAsync)).Kind);
        Assert.Single(loop.Calls);
    }
}
