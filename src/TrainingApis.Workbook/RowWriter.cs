using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using TrainingApis.Workbooks;

namespace TrainingApis.Workbook;

/// <summary>Writes rows of typed cells straight into the sheet's stream, and keeps nothing of them but their links.</summary>
internal sealed class RowWriter
{
    /// <summary>The most links that Excel opens in a sheet, and the longest address of one.</summary>
    internal const int MaxLinks = 65530;
    private const int MaxAddress = 2079;

    private static readonly DateTime FirstDate = new(1900, 3, 1);
    private static readonly Row RowElement = new();
    private static readonly Cell CellElement = new();
    private static readonly CellValue ValueElement = new();
    private static readonly InlineString InlineElement = new();
    private static readonly Text TextElement = new();
    private static readonly OpenXmlAttribute[] KeepSpace = { new("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve") };
    private static readonly OpenXmlAttribute[] None = Array.Empty<OpenXmlAttribute>();

    private readonly OpenXmlWriter _xml;
    private readonly IReadOnlyList<SheetColumn> _columns;
    private readonly string[] _names;
    private readonly string? _height;
    private readonly List<OpenXmlAttribute> _attributes = new();
    private string _row = string.Empty;

    public RowWriter(OpenXmlWriter xml, IReadOnlyList<SheetColumn> columns, double? height)
    {
        (_xml, _columns) = (xml, columns);
        _names = Enumerable.Range(0, columns.Count).Select(CellName.Column).ToArray();
        _height = height?.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The row that was written last.</summary>
    public int Row { get; private set; }

    public List<SheetLink> Links { get; } = new();

    /// <summary>Texts that were too long, and links that were too many.</summary>
    public int Cuts { get; private set; }

    public string? FirstCut { get; private set; }

    public int LinksLeft { get; private set; }

    public void WriteHeader()
    {
        StartRow(null);
        for (var i = 0; i < _columns.Count; i++)
        {
            WriteText(i, _columns[i].Name, CellStyles.Header);
        }

        _xml.WriteEndElement();
    }

    public void Write(IReadOnlyList<object?> cells)
    {
        StartRow(_height);
        for (var i = 0; i < _columns.Count; i++)
        {
            if (cells[i] is { } value)
            {
                WriteCell(i, value);
            }
        }

        _xml.WriteEndElement();
    }

    private void StartRow(string? height)
    {
        _row = (++Row).ToString(CultureInfo.InvariantCulture);
        _attributes.Clear();
        _attributes.Add(new OpenXmlAttribute("r", null!, _row));
        if (height is not null)
        {
            _attributes.Add(new OpenXmlAttribute("ht", null!, height));
            _attributes.Add(new OpenXmlAttribute("customHeight", null!, "1"));
        }

        _xml.WriteStartElement(RowElement, _attributes);
    }

    private void WriteCell(int column, object value)
    {
        var kind = _columns[column].Kind;
        var style = CellStyles.Of(kind);
        switch (value)
        {
            case bool truth:
                WriteValue(column, truth ? "1" : "0", style, "b");
                break;
            case DateTime date when date >= FirstDate:
                WriteValue(column, date.ToOADate().ToString("R", CultureInfo.InvariantCulture), style);
                break;
            case DateTime date:
                WriteText(column, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellStyles.Text);
                break;
            case int or long or decimal or double:
                WriteValue(column, ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture), style);
                break;
            case RowLink link:
                WriteRowLink(column, link, style);
                break;
            case string text when kind == ColumnKind.Html:
                WriteText(column, HtmlText.ToPlain(text), style);
                break;
            case string text when kind == ColumnKind.Link:
                WriteAddress(column, text, style);
                break;
            default:
                WriteText(column, value.ToString() ?? string.Empty, style);
                break;
        }
    }

    private void WriteRowLink(int column, RowLink link, int style) =>
        WriteText(column, link.Text, AddLink(new SheetLink(Row, column, link.Sheet, link.Row)) ? CellStyles.CodeLink : style);

    private void WriteAddress(int column, string text, int style)
    {
        var valid = text.Length <= MaxAddress && Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme is "http" or "https" or "mailto") && address.AbsoluteUri.Length <= MaxAddress;
        WriteText(column, text, valid && AddLink(new SheetLink(Row, column, new Uri(text).AbsoluteUri)) ? CellStyles.Link : style);
    }

    private bool AddLink(SheetLink link)
    {
        if (Links.Count == MaxLinks)
        {
            LinksLeft++;
            return false;
        }

        Links.Add(link);
        return true;
    }

    private void WriteValue(int column, string value, int style, string? type = null)
    {
        StartCell(column, style, type);
        _xml.WriteStartElement(ValueElement, None);
        _xml.WriteString(value);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    /// <summary>The text stands in its cell, not in a table of all texts of the workbook: that table would have to be kept until the
    /// end.</summary>
    private void WriteText(int column, string text, int style)
    {
        var fit = CellText.Fit(text, out var cut);
        if (cut)
        {
            Cuts++;
            FirstCut ??= $"{_columns[column].Name} in row {_row}";
        }

        if (fit.Length == 0)
        {
            return;
        }

        StartCell(column, style == CellStyles.Text && CellText.LooksLikeFormula(fit) ? CellStyles.QuotedText : style, "inlineStr");
        _xml.WriteStartElement(InlineElement, None);
        _xml.WriteStartElement(TextElement, KeepSpace);
        _xml.WriteString(fit);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void StartCell(int column, int style, string? type)
    {
        _attributes.Clear();
        _attributes.Add(new OpenXmlAttribute("r", null!, _names[column] + _row));
        _attributes.Add(new OpenXmlAttribute("s", null!, style.ToString(CultureInfo.InvariantCulture)));
        if (type is not null)
        {
            _attributes.Add(new OpenXmlAttribute("t", null!, type));
        }

        _xml.WriteStartElement(CellElement, _attributes);
    }
}
