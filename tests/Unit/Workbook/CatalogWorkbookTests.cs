using System.Collections;
using DocumentFormat.OpenXml.Spreadsheet;
using TrainingApis.Cegos;
using TrainingApis.Clients;
using TrainingApis.Cmdlets.Cegos;
using TrainingApis.Sandbox;
using Xunit;

namespace TrainingApis.Tests.Unit.Workbook;

public sealed class CatalogWorkbookTests
{
    private static readonly CatalogSheet[] All = Enum.GetValues<CatalogSheet>();
    private static readonly CatalogSheet[] OfInput =
        [CatalogSheet.Summary, CatalogSheet.Products, CatalogSheet.Sessions, CatalogSheet.Notices];

    public static TheoryData<bool, bool> LanguagesAndHydration => new()
    {
        { false, false }, { false, true }, { true, false }, { true, true },
    };

    [Theory]
    [MemberData(nameof(LanguagesAndHydration))]
    public async Task Writes_a_valid_workbook_with_the_summary_first(bool french, bool hydrate)
    {
        using var book = await ReadAsync(french, hydrate, All);
        Assert.Empty(book.Faults);
        Assert.Empty(book.Warnings);
        Assert.Equal(All.Select(sheet => sheet.ToString()), book.SheetNames);
        Assert.Equal(4, book.Sheet().DrawingsPart!.ChartParts.Count());
        Assert.Equal(hydrate, book.Rows(6).Length > 100);
    }

    [Fact]
    public async Task Headings_are_unique_in_both_languages_and_marks_refer_to_their_columns()
    {
        using var english = await ReadAsync(french: false, hydrate: true, All);
        using var french = await ReadAsync(french: true, hydrate: true, All);
        for (var sheet = 1; sheet < All.Length; sheet++)
        {
            var (ours, theirs) = (Headings(english, sheet), Headings(french, sheet));
            Assert.Equal(ours.Length, theirs.Length);
            Assert.Equal(ours.Length, ours.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.Equal(theirs.Length, theirs.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        }

        var sessions = Headings(english, 2);
        Assert.Equal(("Status", "Full", "Yearly product code"),
            (sessions[SessionColumns.Status], sessions[SessionColumns.Full], sessions[SessionColumns.ProductCode]));
        Assert.Equal("Code", Headings(english, 1)[ProductColumns.Code]);
        Assert.Equal("Intitulé", Headings(french, 1)[1]);
    }

    [Fact]
    public async Task A_dozen_columns_come_first_and_the_others_are_outlined()
    {
        using var book = await ReadAsync(french: false, hydrate: true, All);
        foreach (var sheet in new[] { 1, 2 })
        {
            var hidden = book.Elements<Column>(sheet).Select(column => column.Hidden?.Value == true).ToArray();
            Assert.InRange(hidden.TakeWhile(one => !one).Count(), 12, 15);
            Assert.All(hidden.SkipWhile(one => !one), Assert.True);
            Assert.True(hidden.Count(one => one) > 10);
        }
    }

    [Fact]
    public async Task Products_and_sessions_link_to_each_other()
    {
        using var book = await ReadAsync(french: false, hydrate: false, All);
        var (products, sessions) = (Values(book, 1), Values(book, 2));
        var (codes, keys) = (products.Select(row => row[0]).ToArray(), sessions.Select(row => row[SessionColumns.ProductCode]).ToArray());
        var ofProducts = book.Elements<CellFormula>(1).Select(formula => formula.Text).ToArray();
        var ofSessions = book.Elements<CellFormula>(2).Select(formula => formula.Text).ToArray();
        Assert.Equal(codes.Select((code, i) => (Code: code, Row: i + 2, Count: keys.Count(key => key == code)))
            .Where(product => product.Count > 0)
            .Select(product => $"HYPERLINK(\"#'Sessions'!A\"&MATCH(A{product.Row},'Sessions'!$P:$P,0),{product.Count})"), ofProducts);
        Assert.Equal(keys.Select((key, i) => (Key: key, Row: i + 2)).Where(session => codes.Contains(session.Key))
            .Select(session => $"HYPERLINK(\"#'Products'!A\"&MATCH(P{session.Row},'Products'!$A:$A,0),P{session.Row})"), ofSessions);
        Assert.True(ofProducts.Length > 10 && ofSessions.Length > 10);
        var titles = products.ToDictionary(row => row[0]!, row => row[1]);
        Assert.All(sessions, row => Assert.Equal(titles.GetValueOrDefault(row[SessionColumns.ProductCode]!), row[1]));
    }

    [Fact]
    public async Task Every_property_is_in_the_workbook()
    {
        var (product, session) = (new Product(), new Session());
        var expected = Fill(product, "p").Concat(Fill(session, "s")).ToArray();
        session.StartDateRaw = "2026-03-02T09:00:00";
        session.StatusRaw = "a status of its own";
        using var book = await WriteAsync([product], [session], OfInput);
        var written = new[] { 1, 2, 3 }.SelectMany(sheet => Values(book, sheet)).SelectMany(row => row).OfType<string>().ToArray();
        Assert.True(expected.Length > 60);
        Assert.All(expected, value => Assert.Contains(written, cell => cell.Contains(value, StringComparison.Ordinal)));
        Assert.Contains("46083.375", written);
        Assert.Contains("a status of its own", written);
    }

    [Fact]
    public async Task Writes_text_that_looks_like_a_formula_as_text_in_every_cell()
    {
        var (product, session) = (new Product(), new Session());
        Fill(product, "=cmd|' /C calc'!A0");
        Fill(session, "=cmd|' /C calc'!A0");
        using var book = await WriteAsync([product], [session], OfInput);
        Assert.Empty(book.Faults);
        foreach (var sheet in new[] { 0, 1, 2, 3 })
        {
            Assert.Empty(book.Elements<CellFormula>(sheet));
            Assert.All(book.Elements<Cell>(sheet).Where(cell => cell.InnerText.Contains("cmd")),
                cell => Assert.Equal(CellValues.InlineString, cell.DataType!.Value));
        }
    }

    [Fact]
    public async Task Writes_only_headings_without_data()
    {
        using var book = await WriteAsync([], [], [CatalogSheet.Summary, CatalogSheet.Products, CatalogSheet.Sessions]);
        Assert.Empty(book.Faults);
        Assert.Equal((1, 1), (book.Rows(1).Length, book.Rows(2).Length));
        Assert.Null(book.Sheet().DrawingsPart);
    }

    private static async Task<Book> ReadAsync(bool french, bool hydrate, CatalogSheet[] sheets)
    {
        var host = new SandboxHost(new SandboxOptions { ProductCount = 60, SessionCount = 120 });
        using var api = new ClientHost(TimeProvider.System).OpenCegos(host.CreateCegosOptions());
        var cancel = TestContext.Current.CancellationToken;
        return await Book.WriteAsync(async writer =>
        {
            await using var workbook = new CatalogWorkbook(writer, sheets, new CatalogLanguage(french));
            await workbook.WriteAsync(api.Catalog(), hydrate, "test", (_, _, _) => { }, cancel);
        });
    }

    private static Task<Book> WriteAsync(Product[] products, Session[] sessions, CatalogSheet[] sheets) => Book.WriteAsync(async writer =>
    {
        await using var workbook = new CatalogWorkbook(writer, sheets, new CatalogLanguage(false));
        await workbook.WriteAsync(products, sessions, hydrated: true, "test");
    });

    private static string[] Headings(Book book, int sheet) => [.. book.Rows(sheet)[0].Select(cell => cell.InnerText)];

    private static string?[][] Values(Book book, int sheet) => [.. book.Rows(sheet).Skip(1).Select(row => row.Select(Value).ToArray())];

    private static string? Value(Cell cell) => cell.InlineString?.Text?.Text ?? cell.CellValue?.Text;

    /// <summary>Sets every property to a unique value, and returns the expected texts.</summary>
    private static List<string> Fill(object target, string prefix)
    {
        var texts = new List<string>();
        var number = 100;
        foreach (var property in target.GetType().GetProperties().Where(property => property.CanWrite))
        {
            var name = $"{prefix} {property.Name}";
            var value = Create(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, name, ++number, texts);
            property.SetValue(target, value);
            if (value is string or int or decimal && !property.Name.EndsWith("Raw", StringComparison.Ordinal))
            {
                texts.Add(FormattableString.Invariant($"{value}"));
            }
        }

        return texts;
    }

    private static object Create(Type type, string name, int number, List<string> texts)
    {
        if (type == typeof(AdditionalProperties))
        {
            texts.Add(name);
            return new AdditionalProperties { [name] = "1" };
        }

        return type.Name switch
        {
            nameof(String) => name,
            nameof(Int32) => number,
            nameof(Decimal) => number + 0.25m,
            nameof(Boolean) => true,
            _ => typeof(IList).IsAssignableFrom(type) ? List(type, name, texts) : Nested(type, name, texts),
        };
    }

    /// <summary>Creates a nested object. Notices and durations have columns for their properties, others are text.</summary>
    private static object Nested(Type type, string name, List<string> texts)
    {
        var nested = Activator.CreateInstance(type)!;
        var inner = Fill(nested, name);
        texts.AddRange(type == typeof(Notice) || type == typeof(CommercialDuration) || type == typeof(ProgramContent)
            ? inner.Where(text => !text.Contains(nameof(AdditionalProperties), StringComparison.Ordinal))
            : [nested.ToString()!]);
        return nested;
    }

    private static object List(Type type, string name, List<string> texts)
    {
        var element = type.GetGenericArguments()[0];
        var items = Array.CreateInstance(element, 1);
        items.SetValue(element == typeof(string) ? name : Nested(element, name, []), 0);
        texts.Add(items.GetValue(0)!.ToString()!);
        return Activator.CreateInstance(type, [items])!;
    }
}
