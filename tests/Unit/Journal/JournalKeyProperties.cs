using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Journal;
using TrainingApis.Conferences;
using Xunit;
using NewRegistration = TrainingApis.Cegos.NewRegistration;

namespace TrainingApis.Tests.Unit.Journal;

/// <summary>
/// Tests properties of the keys of the journal: a file saved by another program has the same keys, and other data has other keys.
/// </summary>
public sealed class JournalKeyProperties
{
    private const string Identity = "https://api.example.com/v1/ client-1";
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(2000);
    private static readonly string[] Blanks = ["", " ", "\t", "\u00A0", "\u2003 ", "\r\n", " \n", "\r"];
    private static readonly string[] Names = ["a", "b", "id", "path:id", "\"", "é", "e\u0301", "a.b", "", "A", "_id", "},{"];

    private static Gen<string> Text => Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Where(text => text is not null),
        Gen.Elements("é", "e\u0301", "Å", "\u1E9B\u0323", "가", "😀", "\ud800", "\"", "\\", "\n", "\n\n", " ", "\u00A0", "\0", "[", ",", "a",
            "1")
            .ListOf().Select(string.Concat))
        .Select(text => text.ReplaceLineEndings("\n").Replace('\r', '\n'));

    private static Gen<object?> Scalar => Gen.OneOf<object?>(
        Text.Select(text => (object?)text),
        Gen.Elements<object?>(null, true, false, "true", "14", "null", "", new ResourceId("clubs", "1"), new ResourceId("sales", "1")),
        ArbMap.Default.GeneratorFor<long>().Select(number => (object?)number),
        ArbMap.Default.GeneratorFor<decimal>().Select(number => (object?)number),
        ArbMap.Default.GeneratorFor<NormalFloat>().Select(number => (object?)number.Get));

    private static Gen<object?> Value => Gen.Frequency<object?>(
        (6, Scalar),
        (1, Scalar.ListOf().Select(items => (object?)items.ToList())),
        (1, Object(Gen.OneOf(Scalar, Object(Scalar)))));

    private static Gen<Request> Requests =>
        from operation in Gen.Elements(CegosOperations.CreateRegistration, CegosOperations.CreateLead,
            ConferenceOperations.CreateRegistration)
        from names in Gen.Elements(Names).ListOf()
        let distinct = names.Distinct().Take(6).ToArray()
        from values in Value.ListOf(distinct.Length)
        from inPath in ArbMap.Default.GeneratorFor<bool>().ListOf(distinct.Length)
        select new Request(operation, [.. distinct.Select((name, index) => new RequestMember(name, values[index], inPath[index]))]);

    [Fact]
    public void A_request_from_a_file_saved_by_another_program_has_the_same_key() => Prop.ForAll(
        (from request in Requests from again in SavedAgain(request) select (request, again)).ToArbitrary(),
        pair => KeyOf(pair.request) == KeyOf(pair.again)).Check(Many);

    [Fact]
    public void A_request_with_another_meaning_has_another_key() => Prop.ForAll(
        (from request in Requests from other in Altered(request) from again in SavedAgain(other) select (request, again)).ToArbitrary(),
        pair => KeyOf(pair.request) != KeyOf(pair.again)).Check(Many);

    [Fact]
    public void Distinguishes_the_boundary_between_two_fields() => Prop.ForAll(
        (from text in Gen.Elements("a", "\"", ",", ":", "{", "}", "[", "\\", "\\\"", "é", "path").ListOf().Select(string.Concat)
         where text.Length > 1
         from first in Gen.Choose(0, text.Length)
         from second in Gen.Choose(0, text.Length)
         where first != second
         select (text, first, second)).ToArbitrary(),
        split => KeyOf(Split(split.text, split.first)) != KeyOf(Split(split.text, split.second))).Check(Many);

    [Fact]
    public void A_number_has_the_same_key_in_every_notation() => Prop.ForAll(
        ArbMap.Default.ArbFor<decimal>(), Gen.Choose(0, 5).ToArbitrary(), (number, zeros) =>
        {
            var cell = number.ToString(CultureInfo.InvariantCulture);
            var other = (cell.Contains('.') ? cell : cell + ".") + new string('0', zeros);
            return Key(cell) == Key(other) && Key(cell) != Key((number / 2 + 1).ToString(CultureInfo.InvariantCulture));

            string Key(string hours) => KeyOf(new NewRegistration { CpfHours = Numbers.From(hours) });
        }).Check(Many);

    [Theory]
    [InlineData(true, "true", "TRUE", "1", "yes", "oui", "Vrai")]
    [InlineData(false, "false", "FALSE", "0", "no", "non", "Faux")]
    public void A_Boolean_has_the_same_key_in_every_notation(bool value, params string[] cells)
    {
        var expected = KeyOf(new NewRegistration { IsCpf = value });
        Assert.All(cells, cell => Assert.Equal(expected, KeyOf(new NewRegistration { IsCpf = Booleans.From(cell) })));
        Assert.NotEqual(expected, KeyOf(new NewRegistration { IsCpf = !value }));
        Assert.NotEqual(expected, KeyOf(new NewRegistration()));
    }

    private static Gen<object?> Object(Gen<object?> value) =>
        from names in Gen.Elements(Names).ListOf()
        let distinct = names.Distinct().Take(4).ToArray()
        from values in value.ListOf(distinct.Length)
        select (object?)distinct.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);

    /// <summary>Gets the request as read from a file saved by another program.</summary>
    private static Gen<Request> SavedAgain(Request request) =>
        from values in Gen.CollectToArray(request.Members.Select(member => SavedAgain(member.Value)))
        from order in Gen.Shuffle(Enumerable.Range(0, request.Members.Length).ToArray())
        select request with
        {
            Members = [.. order.Select(index =>
                new RequestMember(request.Members[index].Name, values[index], request.Members[index].IsInPath))],
        };

    private static Gen<object?> SavedAgain(object? value) => value switch
    {
        string text => SavedAgain(text).Select(again => (object?)again),
        ResourceId id => Gen.Elements<object?>(new ResourceId(id.Collection, $" {id.Id}\u00A0"),
            new ResourceId(id.Collection, "/brand/x/" + id.Id)),
        long number => Gen.Elements<object?>(number, (decimal)number, number + 0.0m, number + 0.00m),
        decimal number => Gen.Elements<object?>(number, number * 1.0m, number * 1.00m).Where(other => (decimal)other! == number),
        List<object?> items => Gen.CollectToArray(items.Select(SavedAgain)).Select(again => (object?)again.ToList()),
        Dictionary<string, object?> members =>
            from values in Gen.CollectToArray(members.Values.Select(SavedAgain))
            from pairs in Gen.Shuffle(members.Keys.Zip(values).ToArray())
            select (object?)pairs.ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal),
        _ => Gen.Constant(value),
    };

    private static Gen<string> SavedAgain(string text) =>
        from lineEnd in Gen.Elements("\n", "\r\n", "\r")
        from form in Gen.Elements(NormalizationForm.FormC, NormalizationForm.FormD)
        from before in Gen.Elements(Blanks)
        from after in Gen.Elements(Blanks)
        select before + Normalized(text, form).Replace("\n", lineEnd) + after;

    private static string Normalized(string text, NormalizationForm form)
    {
        try
        {
            return text.Normalize(form);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <summary>Gets a request that differs from this one in one relevant value.</summary>
    private static Gen<Request> Altered(Request request)
    {
        var others = new List<Gen<Request>>
        {
            Gen.Constant(request with { Identity = request.Identity + "x" }),
            Gen.Constant(request with { Operation = CegosOperations.CancelRegistration }),
            Gen.Constant(request with { Members = [.. request.Members, new RequestMember("new", null)] }),
        };
        if (request.Members.Length > 0)
        {
            others.Add(
                from index in Gen.Choose(0, request.Members.Length - 1)
                let member = request.Members[index]
                from other in Gen.OneOf(
                    Gen.Constant<RequestMember?>(null),
                    Gen.Constant<RequestMember?>(new RequestMember(member.Name + "x", member.Value, member.IsInPath)),
                    Gen.Constant<RequestMember?>(new RequestMember(member.Name, member.Value, !member.IsInPath)),
                    Altered(member.Value).Select(value => (RequestMember?)new RequestMember(member.Name, value, member.IsInPath)))
                select request with
                {
                    Members = [.. request.Members.Select((old, i) => i == index ? other : old)
                    .OfType<RequestMember>()]
                });
        }

        return Gen.OneOf(others);
    }

    private static Gen<object?> Altered(object? value) => value switch
    {
        null => Gen.Elements<object?>("", "null", false, 0L),
        string text => Gen.Elements<object?>(text + "x", "x" + text, new List<object?> { text }),
        bool flag => Gen.Elements<object?>(!flag, flag ? "true" : "false", flag ? 1L : 0L),
        long number => Gen.Elements<object?>(number ^ 1, number + 0.5m, $"{number}"),
        decimal number => Gen.Elements<object?>(number / 2 + 1, number.ToString(CultureInfo.InvariantCulture))
            .Where(other => !Equals(other, number)),
        double number => Gen.Elements<object?>(Math.BitIncrement(number), Math.BitDecrement(number), $"{number:R}"),
        ResourceId id => Gen.Elements<object?>(new ResourceId(id.Collection + "x", id.Id), new ResourceId(id.Collection, id.Id + "0")),
        List<object?> items => Gen.Elements<object?>(items.Append(null).ToList(), items.Count == 0 ? null : items.Skip(1).ToList()),
        Dictionary<string, object?> members => Gen.Constant<object?>(
            members.Append(new("new", null)).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal)),
        _ => throw new NotSupportedException(),
    };

    private static Request Split(string text, int at) => new(
        CegosOperations.CreateLead, [new RequestMember("a", text[..at]), new RequestMember("b", text[at..])]);

    private static string KeyOf(Request request) => JournalKey.Of(request.Identity, [(request.Operation, request.Members)]);

    private static string KeyOf(object registration) =>
        JournalKey.Of(Identity, [(CegosOperations.CreateRegistration, RequestMembers.Of(registration))]);

    private sealed record Request(Operation Operation, RequestMember[] Members)
    {
        public string Identity { get; init; } = JournalKeyProperties.Identity;

        public override string ToString() => Encoding.UTF8.GetString(JournalKey.Canonical(Identity, [(Operation, Members)]));
    }
}
