using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using TrainingApis.Workbooks;

namespace TrainingApis.Workbook;

/// <summary>Writes the rows of a sheet, and of additional sheets with the same columns if a sheet is full.</summary>
internal sealed class SheetWriter(string name, SheetLayout layout, int maxRows, Func<string, bool, SheetPart> open) : ISheetWriter
{
    private static readonly DateTime FirstDate = new(1900, 3, 1); // Excel treats 1900 as a leap year

    private readonly HtmlText _htmlText = new();
    private SheetPart _sheet = null!;
    private PackagePart _xml = null!;
    private int _row;
    private int _lines;

    public string Name => name;

    public SheetLayout Layout => layout;

    /// <summary>Gets the sheets. The last one is being written.</summary>
    public List<SheetPart> Sheets { get; } = [];

    [MethodImpl(Compiler.Optimize)]
    public string WriteRow(IReadOnlyList<object?> cells)
    {
        if (_row == maxRows)
        {
            Start();
        }

        _row++;
        _lines = 1;
        var height = StartRow();
        for (var column = 0; column < layout.Columns.Count; column++)
        {
            WriteCell(column, cells[column]);
        }

        _xml.Raw("</row>"u8);
        _xml.Patch(height, Math.Min(_lines * SheetPart.LineHeight, SheetPart.MaxHeight));
        _xml.Flush();
        _sheet.LastRow = _row;
        return _sheet.Name;
    }

    /// <summary>Starts the sheet, or an additional sheet, with its header.</summary>
    public void Start()
    {
        _sheet = open(name, Sheets.Count == 0);
        Sheets.Add(_sheet);
        _xml = _sheet.Xml;
        _row = 1;
        _sheet.WriteHead(layout);
        var height = StartRow();
        for (var column = 0; column < layout.Columns.Count; column++)
        {
            WriteText(column, layout.Columns[column].Name, Styles.Header);
        }

        _xml.Raw("</row>"u8);
        _xml.Patch(height, SheetPart.HeaderHeight);
    }

    /// <summary>Starts a row and returns the position of its height, which is known at the end of the row.</summary>
    private int StartRow()
    {
        _xml.Raw("<row ht=\""u8);
        var height = _xml.Pending;
        _xml.Raw("00.00\" customHeight=\"1\">"u8);
        return height;
    }

    /// <summary>Writes a cell. Cells and rows follow each other without gaps, so they need no reference.</summary>
    [MethodImpl(Compiler.Optimize)]
    private void WriteCell(int column, object? value)
    {
        var kind = layout.Columns[column].Kind;
        var style = Styles.Of(kind);
        switch (value)
        {
            case null:
                _xml.Raw("<c/>"u8);
                break;
            case bool truth:
                _xml.Raw(CellStart.Boolean[style]);
                _xml.Raw(truth ? "1</v></c>"u8 : "0</v></c>"u8);
                break;
            case int number:
                _xml.Raw(CellStart.Number[style]);
                _xml.Number(number);
                _xml.Raw("</v></c>"u8);
                break;
            case decimal number:
                _xml.Raw(CellStart.Number[style]);
                _xml.Number(number);
                _xml.Raw("</v></c>"u8);
                break;
            case long or short or byte:
                WriteNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture), style);
                break;
            case double number when !double.IsNaN(number) && !double.IsInfinity(number):
                WriteNumber(number, style);
                break;
            case DateTime date when date >= FirstDate:
                WriteNumber(date.ToOADate(), style);
                break;
            case DateTime date:
                _sheet.EarlyDates++;
                WriteText(column, FormattableString.Invariant($"{date:yyyy-MM-dd}"), Styles.Text);
                break;
            case RowLink link:
                WriteRowLink(link);
                break;
            case string text when kind == ColumnKind.Html:
                WriteHtml(column, text);
                break;
            case string text when kind == ColumnKind.Link:
                WriteText(column, text, _sheet.AddLink(_row, column, text) ? Styles.Address : style);
                break;
            default:
                WriteText(column, value.ToString(), style);
                break;
        }
    }

    private void WriteNumber(double number, int style)
    {
        _xml.Raw(CellStart.Number[style]);
        _xml.Number(number);
        _xml.Raw("</v></c>"u8);
    }

    [MethodImpl(Compiler.Optimize)]
    private void WriteHtml(int column, string html)
    {
        var text = _htmlText.Convert(html);
        _lines = Math.Max(_lines, SheetPart.CountLines(text, layout.Columns[column].Width));
        WriteText(column, text, Styles.Html);
    }

    /// <summary>Writes a formula that finds the row. The formula contains no text other than the names of sheets and cells.</summary>
    private void WriteRowLink(RowLink link)
    {
        var isText = link.Value is string;
        _xml.Raw(isText ? CellStart.TextLink : CellStart.NumberLink);
        var sheet = CellName.Quoted(link.Sheet);
        var target = CellName.Column(link.Column);
        _xml.Escaped(sheet.Replace("\"", "\"\""));
        _xml.Raw("!A\"&amp;MATCH("u8);
        _xml.Raw(CellName.Cell(_row, link.Key));
        _xml.Raw(","u8);
        _xml.Escaped(sheet);
        _xml.Raw($"!${target}:${target},0),");
        var shown = isText
            ? CellName.Cell(_row, link.Key)
            : Convert.ToInt64(link.Value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        _xml.Raw(shown);
        _xml.Raw(")</f><v>"u8);
        _xml.Escaped(isText ? CellText.Clean((string)link.Value, out _, out _) : shown);
        _xml.Raw("</v></c>"u8);
    }

    [MethodImpl(Compiler.Optimize)]
    private void WriteText(int column, ReadOnlySpan<char> text, int style)
    {
        if (!CellText.IsPlain(text))
        {
            text = CellText.Clean(text.ToString(), out var removed, out var cut);
            _sheet.Removed += removed ? 1 : 0;
            if (cut)
            {
                _sheet.Cut++;
                _sheet.FirstCut ??= FormattableString.Invariant($"{layout.Columns[column].Name} in row {_row}");
            }
        }

        if (text.Length == 0)
        {
            _xml.Raw("<c/>"u8);
            return;
        }

        if (CellText.LooksLikeFormula(text))
        {
            style = style == Styles.Text ? Styles.QuotedText : style == Styles.Html ? Styles.QuotedHtml : style;
        }

        var keepsSpace = char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.IndexOf('\n') >= 0;
        _xml.Raw(keepsSpace ? CellStart.SpacedText[style] : CellStart.Text[style]);
        _xml.Escaped(text);
        _xml.Raw("</t></is></c>"u8);
    }
}

/// <summary>Provides the start of a cell for each style, so that few calls are needed to write a cell.</summary>
internal static class CellStart
{
    public static readonly byte[][] Number = Create("\"><v>");
    public static readonly byte[][] Boolean = Create("\" t=\"b\"><v>");
    public static readonly byte[][] Text = Create("\" t=\"inlineStr\"><is><t>");
    public static readonly byte[][] SpacedText = Create("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    public static readonly byte[] TextLink = Create("\" t=\"str\"><f>HYPERLINK(\"#")[Styles.RowLink];
    public static readonly byte[] NumberLink = Create("\"><f>HYPERLINK(\"#")[Styles.CountLink];

    private static byte[][] Create(string rest) =>
        [.. Enumerable.Range(0, Styles.Amount).Select(style => Encoding.ASCII.GetBytes($"<c s=\"{style}{rest}"))];
}
