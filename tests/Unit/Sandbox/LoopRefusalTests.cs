using TrainingApis.Sandbox.Loop;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>What the service refuses, in the documents' own words.</summary>
public sealed class LoopRefusalTests : IDisposable
{
    private const string EmailTaken = "L'e-mail de cet interlocuteur est déjà associé à un autre interlocuteur";
    private const string NotInvited = "Pour proposer un service à un interlocuteur vous devez d'abord l'inviter sur votre tenant";
    private const string Unknown = "L'interlocuteur n'existe pas";
    private const string Known = "helene.lefevre@example.com";
    private const string Stranger = "francois.garcon@horstenant.example";

    private readonly LoopCaller _loop = new();

    public LoopRefusalTests() => _loop.Control.Apostrophe = LoopApostrophe.Straight;

    public void Dispose() => _loop.Dispose();

    [Fact]
    public async Task An_e_mail_belongs_to_one_contact()
    {
        Is(EmailTaken, await _loop.AddClientAsync(Known));
        Is(EmailTaken, await _loop.AddClientAsync(Known.ToUpperInvariant()));
        Assert.Equal(200, (await _loop.AddClientAsync()).Status);
        Is(EmailTaken, await _loop.AddClientAsync());
        Is(EmailTaken, await _loop.AddClientAsync(code: "MANON002"));
        Assert.Equal(1, _loop.State.GetProperty("changes").GetArrayLength());
    }

    [Fact]
    public async Task Services_are_for_those_who_were_invited()
    {
        Is(NotInvited, await _loop.AddClientAsync("nouveau@horstenant.example"));
        Is(NotInvited, await _loop.UpdateClientAsync(Stranger, "MANON001", ",\"offre\":\"consultation\""));
        Is(NotInvited, await _loop.AddOfferToContactAsync(Stranger, "MANON001", "consultation"));
        // Without an offer nothing is proposed.
        Assert.Equal(200, (await _loop.UpdateClientAsync(Stranger, "MANON001", ",\"telephone\":\"0600000000\"")).Status);
        _loop.Control.Uninvite("Contact@example.com");
        Is(NotInvited, await _loop.AddClientAsync());
    }

    [Fact]
    public async Task A_contact_must_exist_and_belong_to_the_file()
    {
        Is(Unknown, await _loop.UpdateClientAsync("nobody@example.com", "MANON001"));
        Is(Unknown, await _loop.RemoveApplicationAsync("nobody@example.com", "MANON001", "start"));
        Is(Unknown, await _loop.AddOfferToContactAsync("nobody@example.com", "MANON001", "start"));
        Is(Unknown, await _loop.UpdateClientAsync(Known, "MANON002", ",\"offre\":\"start\""));
        Is(Unknown, await _loop.RemoveApplicationAsync(Known, "MANON002", "start"));
        // The replacement of addOffer makes the link.
        Assert.Equal(200, (await _loop.AddOfferToContactAsync(Known, "MANON002", "start")).Status);
        Assert.Equal(200, (await _loop.UpdateClientAsync(Known, "MANON002", ",\"offre\":\"consultation\"")).Status);
    }

    [Fact]
    public async Task A_file_must_exist_in_the_case_in_which_it_is_stored()
    {
        foreach (var code in new[] { "MANON999", "manon001", "44212", "MANON001 " })
        {
            var answers = new[]
            {
                await _loop.AddOfferAsync(code), await _loop.RemoveOfferAsync(code), await _loop.ProvisionAsync(code), await _loop.AddClientAsync(code: code),
                await _loop.UpdateClientAsync(Known, code), await _loop.RemoveApplicationAsync(Known, code, "start"), await _loop.AddOfferToContactAsync(Known, code, "start"),
            };
            Assert.All(answers, answer => Assert.Equal((400, $"Le dossier client {code} n'existe pas"), (answer.Status, answer.Sentence)));
        }
    }

    [Fact]
    public async Task A_file_is_provisioned_once()
    {
        Assert.Equal(200, (await _loop.ProvisionAsync("MANON004")).Status);
        var again = await _loop.ProvisionAsync("MANON004");
        Assert.Equal((409, "Le dossier client MANON004 est déjà opérationnel"), (again.Status, again.Sentence));
    }

    [Fact]
    public async Task The_documented_refusals_come_with_any_status_in_any_form_with_any_apostrophe()
    {
        _loop.Control.Apostrophe = LoopApostrophe.Varied;
        var seen = new HashSet<string>();
        for (var number = 0; number < 80; number++)
        {
            var answer = await _loop.UpdateClientAsync($"client{number}@example.com", "MANON001");
            var again = await _loop.UpdateClientAsync($"client{number}@example.com", "MANON001");
            Assert.Equal((answer.Status, answer.Body, answer.MediaType), (again.Status, again.Body, again.MediaType));
            Is(Unknown, answer);
            seen.UnionWith([answer.Status.ToString(), answer.Body[..1], answer.MediaType!, answer.Body.Contains('’') ? "’" : "'"]);
        }

        Assert.Equal(new HashSet<string> { "200", "400", "409", "500", "{", "\"", "L", "application/json", "text/plain", "'", "’" }, seen);
    }

    [Theory]
    [InlineData(200, LoopShape.PlainText, "L'interlocuteur n'existe pas")]
    [InlineData(400, LoopShape.JsonText, "\"L'interlocuteur n'existe pas\"")]
    [InlineData(500, LoopShape.Message, "{\"message\":\"L'interlocuteur n'existe pas\"}")]
    public async Task Status_and_form_of_refusals_can_be_chosen(int status, LoopShape shape, string body)
    {
        _loop.Control.RefusalStatus = status;
        _loop.Control.SetShape(LoopReply.Refusal, shape);
        var answer = await _loop.UpdateClientAsync("nobody@example.com", "MANON001");
        Assert.Equal((status, body), (answer.Status, answer.Body));
        Assert.Equal(status, (await _loop.AddOfferAsync("MANON999")).Status);
        _loop.Control.Apostrophe = LoopApostrophe.Typographic;
        Assert.Equal(body.Replace('\'', '’'), (await _loop.UpdateClientAsync("nobody@example.com", "MANON001")).Body);
    }

    private static void Is(string sentence, LoopExchange answer)
    {
        Assert.Equal(sentence, answer.Sentence.Replace('’', '\''));
        Assert.Contains(answer.Status, new[] { 200, 400, 409, 500 });
    }
}
