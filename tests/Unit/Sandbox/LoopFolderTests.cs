using System.Text.Json;
using TrainingApis.Sandbox.Loop;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>The list of files: a bare array, whose items are not all whole.</summary>
public sealed class LoopFolderTests : IDisposable
{
    private static readonly string[] Always = ["objectId", "codeIbs", "nom", "prenom", "nomUsuel", "raisonSociale", "maitreDossier"];
    private static readonly string[] Trailing = ["maitreDossierId", "engagementManager", "engagementManagerId"];
    private readonly LoopCaller _loop = new();

    public void Dispose() => _loop.Dispose();

    [Fact]
    public async Task The_first_two_are_the_documents()
    {
        var body = (await _loop.ListAsync()).Body;
        Assert.StartsWith(
            """
            [{"objectId":"a05eaac0-7939-497b-81bb-911958caa6ea","codeIbs":"044212","nom":"","prenom":"","nomUsuel":"044212","raisonSociale":"044212",
            "maitreDossier":"master1@example.onmicrosoft.com","maitreDossierId":"28c12c49-d4a7-4ef6-bb68-c278451c25ae",
            "engagementManager":"master1@example.onmicrosoft.com","engagementManagerId":"28c12c49-d4a7-4ef6-bb68-c278451c25ae"},
            {"objectId":"b42ba973-07ce-4c6a-873a-5509ab7a20e2","codeIbs":"MANON001","nom":"","prenom":"","nomUsuel":"MANON001","raisonSociale":"MANON001",
            "maitreDossier":"master2@example.onmicrosoft.com"},
            """.ReplaceLineEndings(string.Empty),
            body);
    }

    [Fact]
    public async Task Items_vary_as_documented()
    {
        var items = (await _loop.ListAsync()).Json.EnumerateArray().ToList();
        Assert.Equal(600, items.Count);
        foreach (var item in items)
        {
            var names = item.EnumerateObject().Select(member => member.Name).ToList();
            Assert.True(names.SequenceEqual(Always) || names.SequenceEqual(Always.Concat(Trailing)));
            Assert.All(Always, name => Assert.Equal(JsonValueKind.String, item.GetProperty(name).ValueKind));
            Assert.True(item.GetProperty("objectId").TryGetGuid(out _));
        }

        Assert.Contains(items, item => item.TryGetProperty("engagementManager", out var manager) && manager.ValueKind == JsonValueKind.Null);
        Assert.Contains(items, item => !item.TryGetProperty("maitreDossierId", out _));
        Assert.Contains(items, item => item.GetProperty("nom").GetString() == "LEFÈVRE");
        foreach (var part in new[] { "É", "\"", ";", "’", "Œ" })
            Assert.Contains(items, item => item.GetProperty("raisonSociale").GetString()!.Contains(part));
        Assert.Contains(items, item => item.GetProperty("raisonSociale").GetString()!.StartsWith('A'));
    }

    [Fact]
    public async Task Codes_are_unique_text()
    {
        var codes = (await CodesAsync(_loop)).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.Subset(codes.ToHashSet()!, new HashSet<string> { "044212", "MANON001", "MANON002", "MANON003", "MANON004", "CEGID003" });
        Assert.Contains(codes, code => code.StartsWith('0'));
        Assert.Contains(codes, code => code.Contains(' '));
        Assert.Contains(codes, code => code != code.ToUpperInvariant());
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_files()
    {
        using var again = new LoopCaller();
        using var other = new LoopCaller(new SandboxOptions { Seed = 7 });
        var body = (await _loop.ListAsync()).Body;
        Assert.Equal(body, (await again.ListAsync()).Body);
        Assert.NotEqual(body, (await other.ListAsync()).Body);
    }

    [Theory]
    [InlineData("sandbox-key:sandbox+secret/loop==", "TESTRDDCABINET", "Le champ apiKey ne correspond pas à la clé de l'en-tête x-apikey.")]
    [InlineData("other", "TESTRDDCABINET", "Le champ apiKey ne correspond pas à la clé de l'en-tête x-apikey.")]
    [InlineData("sandbox-key", "testrddcabinet", "Le domaine n'est pas associé à cette clé d'API.")]
    [InlineData("sandbox-key", "CEGIDPARTENAIRES", "Le domaine n'est pas associé à cette clé d'API.")]
    public async Task The_body_names_the_key_half_and_its_firm(string key, string domain, string refusal)
    {
        var answer = await _loop.ListAsync(key, domain);
        Assert.Equal((400, refusal), (answer.Status, answer.Sentence.Replace('’', '\'')));
    }

    [Fact]
    public async Task Each_firm_has_files_of_its_own()
    {
        var partner = new LoopAccount("partner-subscription", "partner", "s3cret==", "CEGIDPARTENAIRES");
        _loop.Control.AddAccount(partner);
        await _loop.AddOfferAsync("MANON001");
        var body = (await _loop.ListAsync()).Body;
        _loop.As(partner);
        var others = await _loop.ListAsync("partner", "CEGIDPARTENAIRES");
        Assert.Equal(200, others.Status);
        Assert.NotEqual(body, others.Body);
        Assert.Equal(400, (await _loop.ListAsync("sandbox-key")).Status);
        await _loop.AddOfferAsync("MANON001", "start");
        var offers = _loop.State.GetProperty("folders").EnumerateArray().Where(folder => folder.GetProperty("codeDossier").GetString() == "MANON001")
            .Select(folder => $"{folder.GetProperty("domain")} {folder.GetProperty("offers")}");
        Assert.Equal(["TESTRDDCABINET [\"consultation\"]", "CEGIDPARTENAIRES [\"start\"]"], offers);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5000)]
    public async Task There_are_as_many_as_asked_for(int count)
    {
        _loop.Control.FolderCount = count;
        Assert.Equal(count, (await CodesAsync(_loop)).Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => _loop.Control.FolderCount = -1);
    }

    [Theory]
    [InlineData("POST LOOPHUB", "POST", "LOOPHUB", true)]
    [InlineData("GET v2/folders", "GET", "v2/folders", true)]
    [InlineData("GET LOOPHUB query", "GET", "LOOPHUB?apiKey=sandbox-key&domain=TESTRDDCABINET", false)]
    public async Task The_list_listens_where_it_is_told_to(string route, string method, string path, bool withBody)
    {
        _loop.Control.SetRoute("Folders", route);
        var answer = await _loop.AskAsync(method, path, withBody ? """{"apiKey":"sandbox-key","domain":"TESTRDDCABINET"}""" : null);
        Assert.Equal((200, 600), (answer.Status, answer.Json.GetArrayLength()));
        Assert.NotEqual(200, (await _loop.ListAsync()).Status);
    }

    [Theory]
    [InlineData("RemoveOffer", "POST x")]
    [InlineData("Folders", "LOOPHUB")]
    [InlineData("Folders", "GET LOOPHUB body")]
    [InlineData("AddOffer", "POST collaborativeOffer/addCollaborativeOffer")]
    public void What_is_documented_stays_where_it_is(string operation, string route) =>
        Assert.Throws<ArgumentException>(() => _loop.Control.SetRoute(operation, route));

    private static async Task<IEnumerable<string>> CodesAsync(LoopCaller loop) =>
        (await loop.ListAsync()).Json.EnumerateArray().Select(item => item.GetProperty("codeIbs").GetString()!);
}
