using System.Runtime.CompilerServices;
using TrainingApis.Workbooks;

namespace TrainingApis.Workbook;

/// <summary>Represents one sheet of rows in the package: the markup before and after its rows, its table and its links.</summary>
internal sealed class SheetPart(string name, string table, int number, PackagePart xml)
{
    /// <summary>The height of a row with one line, in points.</summary>
    public const int LineHeight = 15;

    /// <summary>The height of the header, in points.</summary>
    public const int HeaderHeight = 20;

    /// <summary>The maximum height of a row, in points.</summary>
    public const int MaxHeight = 409;

    private const int FilterButton = 3; // number of heading characters that the button hides
    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly SheetLinks _links = new();

    public string Name => name;

    public int Number => number;

    public PackagePart Xml => xml;

    /// <summary>Gets or sets the number of the last row, counted from 1 as in Excel.</summary>
    public int LastRow { get; set; } = 1;

    /// <summary>Gets or sets the number of texts that were cut.</summary>
    public int Cut { get; set; }

    /// <summary>Gets or sets the position of the first text that was cut.</summary>
    public string? FirstCut { get; set; }

    /// <summary>Gets or sets the number of texts from which characters that are invalid in a cell were removed.</summary>
    public int Removed { get; set; }

    /// <summary>Gets or sets the number of dates that are written as text because Excel cannot store dates before March 1900.</summary>
    public int EarlyDates { get; set; }

    /// <summary>Gets the number of lines of a text in a column of the specified width.</summary>
    [MethodImpl(Compiler.Optimize)]
    public static int CountLines(ReadOnlySpan<char> text, int width)
    {
        var lines = 0;
        while (true)
        {
            var end = text.IndexOf('\n');
            var length = end < 0 ? text.Length : end;
            lines += Math.Max(1, (length + width - 1) / width);
            if (end < 0)
            {
                return lines;
            }

            text = text[(end + 1)..];
        }
    }

    /// <summary>Adds a hyperlink if the text is a web address and Excel can open one more.</summary>
    public bool AddLink(int row, int column, string text) => _links.Add(row, column, text);

    /// <summary>Writes the markup before the rows.</summary>
    public void WriteHead(SheetLayout layout)
    {
        xml.Raw($"""
            {PackagePart.Declaration}<worksheet xmlns="{Namespace}"
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
            <sheetPr><outlinePr summaryRight="0"/><pageSetUpPr fitToPage="1"/></sheetPr>
            <sheetViews><sheetView workbookViewId="0">
            <pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>
            <selection pane="bottomRight" activeCell="B2" sqref="B2"/></sheetView></sheetViews>
            <sheetFormatPr defaultRowHeight="{LineHeight}" outlineLevelCol="{(layout.Columns.Any(column => column.Outlined) ? 1 : 0)}"/>
            <cols>
            """);
        for (var i = 0; i < layout.Columns.Count; i++)
        {
            var column = layout.Columns[i];
            var collapsed = !column.Outlined && i + 1 < layout.Columns.Count && layout.Columns[i + 1].Outlined;
            xml.Raw(FormattableString.Invariant($"""
                <col min="{i + 1}" max="{i + 1}" width="{Math.Max(column.Width, column.Name.Length + FilterButton)}" customWidth="1"
                """));
            xml.Raw(column.Outlined ? " outlineLevel=\"1\" hidden=\"1\"/>" : collapsed ? " collapsed=\"1\"/>" : "/>");
        }

        xml.Raw("</cols><sheetData>"u8);
    }

    /// <summary>Writes the markup after the rows, the part of the table, and the relationships.</summary>
    public void WriteTail(Package package, SheetLayout layout)
    {
        var last = Math.Max(LastRow, 2); // a table has at least one row below its header, which can be empty
        var range = CellName.Range(layout.Columns.Count, last);
        xml.Raw("</sheetData>"u8);
        WriteMarks(layout, last);
        _links.Write(xml);
        xml.Raw($"""
            <pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>
            <pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>
            <headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>
            <ignoredErrors><ignoredError sqref="{range}" numberStoredAsText="1"/></ignoredErrors>
            <tableParts count="1"><tablePart r:id="rTable"/></tableParts></worksheet>
            """);
        package.Close(xml);
        var path = FormattableString.Invariant($"xl/tables/table{number}.xml");
        package.Write(path, "spreadsheetml.table", TableXml(layout, range));
        _links.Relationships.Add(new Relationship("rTable", "table", path));
        package.WriteRelationships(xml.Path, _links.Relationships);
    }

    /// <summary>Gets a warning for each limit of Excel that the rows reached.</summary>
    public IEnumerable<string> Warnings()
    {
        if (Cut > 0)
        {
            yield return $"{name}: {Cut} text(s) are longer than the {CellText.MaxLength} characters of a cell. They were cut and end in "
                + $"'{CellText.CutMark.Trim()}'. The first is {FirstCut}.";
        }

        if (Removed > 0)
        {
            yield return $"{name}: control characters were removed from {Removed} text(s).";
        }

        if (EarlyDates > 0)
        {
            yield return $"{name}: {EarlyDates} date(s) before March 1900, which Excel cannot store, were written as text.";
        }

        if (_links.Left > 0)
        {
            yield return $"{name}: Excel opens at most {SheetLinks.MaxCount} links in a sheet. {_links.Left} more are plain text.";
        }
    }

    private void WriteMarks(SheetLayout layout, int last)
    {
        var priority = 1;
        foreach (var mark in layout.Marks)
        {
            var column = CellName.Column(mark.Column);
            var range = mark.WholeRow ? CellName.Range(layout.Columns.Count, last, 2) : $"{column}2:{column}{last}";
            var value = mark.Value is bool truth ? (truth ? "TRUE" : "FALSE") : $"\"{mark.Value.ToString()!.Replace("\"", "\"\"")}\"";
            xml.Raw($"""<conditionalFormatting sqref="{range}"><cfRule type="expression" dxfId="{(int)mark.Style}" """);
            xml.Raw($"""priority="{priority++}"><formula>""");
            xml.Escaped($"${column}2={value}");
            xml.Raw("</formula></cfRule></conditionalFormatting>"u8);
        }

        for (var i = 0; i < layout.Columns.Count; i++)
        {
            if (layout.Columns[i].Kind == ColumnKind.Share)
            {
                xml.Raw($"""
                    <conditionalFormatting sqref="{CellName.Cell(2, i)}:{CellName.Cell(last, i)}">
                    <cfRule type="dataBar" priority="{priority++}"><dataBar minLength="0" maxLength="100">
                    <cfvo type="num" val="0"/><cfvo type="num" val="1"/><color rgb="FF9BC2E6"/></dataBar></cfRule></conditionalFormatting>
                    """);
            }
        }
    }

    private string TableXml(SheetLayout layout, string range)
    {
        var columns = layout.Columns.Select((column, index) =>
            $"""<tableColumn id="{index + 1}" name="{System.Security.SecurityElement.Escape(column.Name)}"/>""");
        return $"""
            <table xmlns="{Namespace}" id="{number}" name="{table}" displayName="{table}" ref="{range}" totalsRowShown="0">
            <autoFilter ref="{range}"/><tableColumns count="{layout.Columns.Count}">{string.Concat(columns)}</tableColumns>
            <tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1"/></table>
            """;
    }
}
