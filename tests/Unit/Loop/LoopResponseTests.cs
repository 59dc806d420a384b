using TrainingApis.Loop;
using TrainingApis.Tests.Unit.Support;
using Xunit;

namespace TrainingApis.Tests.Unit.Loop;

/// <summary>The forms of responses to changes: which of them is a success, a refusal, or neither.</summary>
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
    public async Task A_sentence_or_an_object_is_a_success(string body, string? message) =>
        Assert.Equal(message, (await new LoopWire(body).UpdateClientAsync()).Message);

    [Fact]
    public async Task Members_that_are_not_mapped_are_kept()
    {
        const string body = """
            {"later":[1,"é"],"interloc":{"module":"cabinet","className":"interlocuteur","data":{"objectId":"c","$status":"none",
            "revisionId":"0x1","origin":null}},"user":{"data":{"objectId":"u","$status":"none","revisionId":"0x2"},"locked":true}}
            """;

        var result = await new LoopWire(body).UpdateClientAsync();

        Assert.Equal(("c", "u", "0x1"), (result.ContactObjectId, result.UserObjectId, result.RevisionId));
        Assert.Equal("""{"interloc.origin":null,"later":[1,"é"],"user.locked":true,"user.revisionId":"0x2"}""",
            $"{result.AdditionalProperties}");
    }

    [Fact]
    public async Task A_response_of_the_documented_form_leaves_no_further_member() =>
        Assert.Empty((await new LoopWire("""{"interloc":{"module":"cabinet","className":"interlocuteur","data":{"objectId":"c","$status":"none"}}}""")
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
    public async Task Anything_else_leaves_a_documented_change_in_doubt(string body)
    {
        var error = await Assert.ThrowsAsync<ApiException>(() => new LoopWire(body).AddOfferAsync());

        Assert.Equal((ApiErrorKind.InDoubt, "AddOffer"), (error.Kind, error.Operation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"status\":\"Opérationnel\"}")]
    [InlineData("Le dossier est prêt")]
    public async Task Where_the_response_is_not_documented_any_success_counts(string body)
    {
        Assert.Equal("C", (await new LoopWire(body).Client.ProvisionAsync(
            new FolderProvisioning { CodeDossier = "C" }, TestContext.Current.CancellationToken)).CodeDossier);
        Assert.Equal("C", (await new LoopWire(body).Client.AddOfferToContactAsync(
            new ContactOffer { Email = "a@example.com", CodeDossier = "C" }, TestContext.Current.CancellationToken)).CodeDossier);
    }

    [Fact]
    public async Task A_new_contact_without_an_id_is_in_doubt_and_keeps_the_sentence()
    {
        var error = await Assert.ThrowsAsync<ApiException>(() => new LoopWire("\"C'est peut-être fait\"").AddClientAsync());

        Assert.Equal((ApiErrorKind.InDoubt, "C'est peut-être fait"), (error.Kind, error.Reason));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_known_refusal_is_known_whatever_its_status_and_form(int status, string form)
    {
        foreach (var (sentence, kind) in new[] { (Taken, ApiErrorKind.Conflict), (NotInvited, ApiErrorKind.Rejected),
            (Unknown, ApiErrorKind.NotFound) })
        {
            var wire = new LoopWire(form.Replace("?", sentence), status);
            var error = await Assert.ThrowsAsync<ApiException>(wire.AddClientAsync);

            Assert.Equal((kind, sentence, status, ApiService.Loop, "AddClient"),
                (error.Kind, error.Reason, error.StatusCode, error.Api, error.Operation));
            Assert.Contains(sentence, error.Message);
            Assert.Single(wire.Calls);
        }
    }

    [Theory]
    [InlineData(400, ApiErrorKind.Rejected)]
    [InlineData(409, ApiErrorKind.Rejected)]
    [InlineData(422, ApiErrorKind.Rejected)]
    [InlineData(404, ApiErrorKind.NotFound)]
    [InlineData(500, ApiErrorKind.InDoubt)]
    public async Task Any_other_words_leave_it_to_the_status(int status, ApiErrorKind kind)
    {
        var error = await Assert.ThrowsAsync<ApiException>(() => new LoopWire("\"Le dossier est verrouillé\"", status).AddOfferAsync());

        Assert.Equal((kind, "Le dossier est verrouillé"), (error.Kind, error.Reason));
    }

    [Fact]
    public async Task An_error_member_is_a_refusal_even_with_200()
    {
        var error = await Assert.ThrowsAsync<ApiException>(() =>
            new LoopWire("""{"error":"Dossier verrouillé","message":"x"}""").AddOfferAsync());

        Assert.Equal((ApiErrorKind.Rejected, "Dossier verrouillé", 200), (error.Kind, error.Reason, error.StatusCode));
    }

    [Fact]
    public async Task The_gateway_refuses_keys_in_its_own_form()
    {
        var error = await Assert.ThrowsAsync<ApiException>(() =>
            new LoopWire(LoopWire.Example("gateway-401.response"), 401).AddOfferAsync());

        Assert.Equal(ApiErrorKind.AuthenticationFailed, error.Kind);
        Assert.StartsWith("Access denied due to missing subscription key.", error.Reason);
    }

    [Fact]
    public async Task Both_ids_of_a_request_are_told()
    {
        var wire = new LoopWire(() => ScriptedHandler.Status(400, ("requestid", "r-1"), ("x-request-id", "r-2")));
        var error = await Assert.ThrowsAsync<ApiException>(wire.AddOfferAsync);

        Assert.Equal("r-2, r-1", error.RequestId);
        Assert.Contains("request r-2, r-1", Assert.Single(wire.Heard.Exchanges).ToString());
    }

    [Fact]
    public async Task A_change_is_not_sent_again_after_a_server_error()
    {
        var wire = new LoopWire(string.Empty, 503);

        Assert.Equal(ApiErrorKind.InDoubt, (await Assert.ThrowsAsync<ApiException>(wire.AddClientAsync)).Kind);
        Assert.Single(wire.Calls);
    }
}
