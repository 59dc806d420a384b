using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using TrainingApis.Workbook;
using TrainingApis.Workbooks;

namespace TrainingApis.Tests.Unit.Workbook;

/// <summary>A workbook that was written, opened again by the SDK, and what its validator says of it.</summary>
internal sealed class Book : IDisposable
{
    private readonly MemoryStream _stream = new();

    private Book(Action<XlsxWriter> write, int maxRows)
    {
        using (var writer = new XlsxWriter(_stream, Notices.Add, maxRows))
        {
            write(writer);
            writer.Finish();
        }

        Document = SpreadsheetDocument.Open(new MemoryStream(_stream.ToArray()), isEditable: false);
    }

    public SpreadsheetDocument Document { get; }

    public List<string> Notices { get; } = [];

    public string[] Faults =>
        [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(Document)
            .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")];

    public static Book Write(Action<XlsxWriter> write, int maxRows = XlsxWriter.MaxRows) => new(write, maxRows);

    /// <summary>A book of one sheet of one column with these cells.</summary>
    public static Book Of(ColumnKind kind, params object?[] cells) => Write(writer =>
    {
        writer.StartSheet("Things", [new SheetColumn("Thing", kind, 20)]);
        foreach (var cell in cells)
        {
            writer.WriteRow([cell]);
        }
    });

    public WorksheetPart Sheet(int index = 0)
    {
        var sheet = Document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().ElementAt(index);
        return (WorksheetPart)Document.WorkbookPart.GetPartById(sheet.Id!);
    }

    /// <summary>The cell of that name, or null where there is none.</summary>
    public Cell? Cell(string name, int sheet = 0) =>
        Sheet(sheet).Worksheet.Descendants<Cell>().SingleOrDefault(cell => cell.CellReference == name);

    /// <summary>The text of a cell as a spreadsheet reads it, before it undoes escapes.</summary>
    public string? Text(string name, int sheet = 0) => Cell(name, sheet)?.InlineString?.Text?.Text;

    public CellFormat Format(string name) =>
        Document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>()
            .ElementAt((int)Cell(name)!.StyleIndex!.Value);

    public void Dispose() => Document.Dispose();
}
