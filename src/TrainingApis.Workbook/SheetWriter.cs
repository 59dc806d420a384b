using System.Globalization;
using System.Text;
using TrainingApis.Workbooks;

namespace TrainingApis.Workbook;

/// <summary>Writes the rows of a sheet, and of further sheets of the same columns where one is full.</summary>
internal sealed class SheetWriter(string name, SheetLayout layout, int maxRows, Func<string, SheetPart> open) : ISheetWriter
{
    private static readonly DateTime FirstDate = new(1900, 3, 1); // Excel takes 1900 for a leap year

    private readonly int _html = layout.Columns.ToList().FindIndex(column => column.Kind == ColumnKind.Html);
    private readonly HtmlText _htmlText = new();
    private SheetPart? _sheet;
    private PackagePart _xml = null!;
    private int _row;
    private int _lines;

    /// <inheritdoc/>
    public string Name => name;

    /// <summary>Gets what the sheet shows.</summary>
    public SheetLayout Layout => layout;

    /// <summary>Gets the sheets, the last of which is being written.</summary>
    public List<SheetPart> Sheets { get; } = [];

    /// <inheritdoc/>
    public string WriteRow(IReadOnlyList<object?> cells)
    {
        if (_sheet is null || _row == maxRows)
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
        _sheet!.LastRow = _row;
        return _sheet.Name;
    }

    /// <summary>Begins the sheet, or a further one, with its header.</summary>
    public void Start()
    {
        _sheet = open(Name);
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

    /// <summary>Begins a row and returns where its height goes, which is known at its end.</summary>
    private int StartRow()
    {
        _xml.Raw("<row ht=\""u8);
        var height = _xml.Pending;
        _xml.Raw("00.00\" customHeight=\"1\">"u8);
        return height;
    }

    /// <summary>Writes a cell. Cells and rows follow each other without a gap, so that they need no reference.</summary>
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
                StartCell(style, "\" t=\"b\"><v>"u8);
                _xml.Raw(truth ? "1</v></c>"u8 : "0</v></c>"u8);
                break;
            case int or long or short or byte:
                StartCell(style, "\"><v>"u8);
                _xml.Number(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                _xml.Raw("</v></c>"u8);
                break;
            case decimal number:
                StartCell(style, "\"><v>"u8);
                _xml.Number(number);
                _xml.Raw("</v></c>"u8);
                break;
            case double number when !double.IsNaN(number) && !double.IsInfinity(number):
                WriteNumber(number, style);
                break;
            case DateTime date when date >= FirstDate:
                WriteNumber(date.ToOADate(), style);
                break;
            case DateTime date:
                _sheet!.EarlyDates++;
                WriteText(column, FormattableString.Invariant($"{date:yyyy-MM-dd}"), Styles.Text);
                break;
            case RowLink link:
                WriteRowLink(link);
                break;
            case string text when kind == ColumnKind.Html:
                WriteHtml(column, text);
                break;
            case string text when kind == ColumnKind.Link:
                WriteText(column, text, _sheet!.AddLink(_row, column, text) ? Styles.Address : style);
                break;
            default:
                WriteText(column, value.ToString(), style);
                break;
        }
    }

    private void WriteNumber(double number, int style)
    {
        StartCell(style, "\"><v>"u8);
        _xml.Number(number);
        _xml.Raw("</v></c>"u8);
    }

    private void WriteHtml(int column, string html)
    {
        var text = _htmlText.Convert(html);
        _lines = Math.Max(_lines, SheetPart.CountLines(text, layout.Columns[column].Width));
        WriteText(column, text, Styles.Html);
    }

    /// <summary>Writes a formula that finds the row. It holds no text but names of sheets and cells.</summary>
    private void WriteRowLink(RowLink link)
    {
        var isText = link.Value is string;
        StartCell(isText ? Styles.RowLink : Styles.CountLink, isText ? "\" t=\"str\"><f>HYPERLINK(\"#"u8 : "\"><f>HYPERLINK(\"#"u8);
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

    private void WriteText(int column, ReadOnlySpan<char> text, int style)
    {
        if (!CellText.IsPlain(text))
        {
            text = CellText.Clean(text.ToString(), out var removed, out var cut);
            _sheet!.Removed += removed ? 1 : 0;
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
        StartCell(style, keepsSpace ? "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8 : "\" t=\"inlineStr\"><is><t>"u8);
        _xml.Escaped(text);
        _xml.Raw("</t></is></c>"u8);
    }

    private void StartCell(int style, ReadOnlySpan<byte> more)
    {
        _xml.Raw("<c s=\""u8);
        _xml.Number(style);
        _xml.Raw(more);
    }
}
