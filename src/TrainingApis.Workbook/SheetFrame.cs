using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using TrainingApis.Workbooks;

namespace TrainingApis.Workbook;

/// <summary>What stands before and after the rows of a sheet, and its table.</summary>
internal static class SheetFrame
{
    /// <summary>The id under which a sheet names its table; those of web addresses are numbered.</summary>
    public const string TableId = "rTable";

    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static string AddressId(int index) => "rId" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>The header row and the first column stay in sight.</summary>
    public static void WriteHead(OpenXmlWriter xml, IReadOnlyList<SheetColumn> columns, bool isFirst)
    {
        xml.WriteStartElement(new Worksheet(), Array.Empty<OpenXmlAttribute>(),
            new[] { new KeyValuePair<string, string>("r", Relationships) });
        xml.WriteElement(new SheetViews(new SheetView(
            new Pane { HorizontalSplit = 1, VerticalSplit = 1, TopLeftCell = "B2", ActivePane = PaneValues.BottomRight,
                State = PaneStateValues.Frozen },
            new Selection { Pane = PaneValues.BottomRight, ActiveCell = "B2",
                SequenceOfReferences = new ListValue<StringValue> { InnerText = "B2" } })
        { WorkbookViewId = 0, TabSelected = isFirst }));
        xml.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        xml.WriteElement(new Columns(columns.Select((column, index) =>
            new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Width, CustomWidth = true })));
        xml.WriteStartElement(new SheetData());
    }

    public static void WriteTail(OpenXmlWriter xml, IReadOnlyList<SheetColumn> columns, int lastRow, IReadOnlyList<SheetLink> links)
    {
        xml.WriteEndElement();
        var priority = 1;
        foreach (var share in Enumerable.Range(0, columns.Count).Where(index => columns[index].Kind == ColumnKind.Share))
        {
            xml.WriteElement(Bar($"{CellName.Cell(2, share)}:{CellName.Cell(lastRow, share)}", priority++));
        }

        WriteLinks(xml, links);
        xml.WriteElement(new PageSetup { Orientation = OrientationValues.Landscape });
        xml.WriteElement(new IgnoredErrors(new IgnoredError
        {
            SequenceOfReferences = new ListValue<StringValue> { InnerText = CellName.Range(columns.Count, lastRow) },
            NumberStoredAsText = true,
        }));
        xml.WriteElement(new TableParts(new TablePart { Id = TableId }) { Count = 1 });
        xml.WriteEndElement();
    }

    /// <summary>A table needs a row below its header, an empty one where there is none.</summary>
    public static Table Table(string name, uint id, IReadOnlyList<SheetColumn> columns, int lastRow)
    {
        var range = CellName.Range(columns.Count, lastRow);
        return new Table(
            new AutoFilter { Reference = range },
            new TableColumns(columns.Select((column, index) =>
                new TableColumn { Id = (uint)index + 1, Name = column.Name })) { Count = (uint)columns.Count },
            new TableStyleInfo { Name = "TableStyleMedium2", ShowRowStripes = true, ShowColumnStripes = false, ShowFirstColumn = false,
                ShowLastColumn = false })
        { Id = id, Name = name, DisplayName = name, Reference = range, TotalsRowShown = false };
    }

    private static void WriteLinks(OpenXmlWriter xml, IReadOnlyList<SheetLink> links)
    {
        if (links.Count == 0)
        {
            return;
        }

        xml.WriteStartElement(new Hyperlinks());
        for (var i = 0; i < links.Count; i++)
        {
            var link = links[i];
            var element = new Hyperlink { Reference = CellName.Cell(link.Row, link.Column) };
            if (link.IsExternal)
            {
                element.Id = AddressId(i);
            }
            else
            {
                element.Location = CellName.InSheet(link.Target, link.TargetRow);
            }

            xml.WriteElement(element);
        }

        xml.WriteEndElement();
    }

    /// <summary>A bar from empty to full, whatever the other cells hold.</summary>
    private static ConditionalFormatting Bar(string range, int priority) => new(
        new ConditionalFormattingRule(new DataBar(
            new ConditionalFormatValueObject { Type = ConditionalFormatValueObjectValues.Number, Val = "0" },
            new ConditionalFormatValueObject { Type = ConditionalFormatValueObjectValues.Number, Val = "1" },
            new Color { Rgb = "FF9BC2E6" })
        { MinLength = 0, MaxLength = 100 })
        { Type = ConditionalFormatValues.DataBar, Priority = priority })
    { SequenceOfReferences = new ListValue<StringValue> { InnerText = range } };
}
