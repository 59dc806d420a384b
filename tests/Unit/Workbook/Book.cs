using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using TrainingApis.Workbook;
using TrainingApis.Workbooks;

namespace TrainingApis.Tests.Unit.Workbook;

/// <summary>Represents a workbook that was written and opened by the SDK.</summary>
internal sealed class Book : IDisposable
{
    private Book(byte[] bytes) => Document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

    public SpreadsheetDocument Document { get; }

    public WorkbookPart Part => Document.WorkbookPart!;

    public List<string> Warnings { get; private init; } = [];

    public string[] SheetNames => [.. Part.Workbook.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value!)];

    /// <summary>Gets the errors found by the validator for Excel 2019.</summary>
    public string[] Faults =>
        [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(Document)
            .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")];

    public static Book Write(Action<XlsxWriter> write, int maxRows = XlsxWriter.MaxRows)
    {
        var book = WriteAsync(
            writer =>
            {
                write(writer);
                writer.Finish();
                return Task.CompletedTask;
            },
            maxRows);
        return book.GetAwaiter().GetResult();
    }

    /// <summary>Writes a workbook with an asynchronous function.</summary>
    public static async Task<Book> WriteAsync(Func<XlsxWriter, Task> write, int maxRows = XlsxWriter.MaxRows)
    {
        using var stream = new MemoryStream();
        var warnings = new List<string>();
        using (var writer = new XlsxWriter(stream, warnings.Add, maxRows))
        {
            await write(writer);
        }

        return new Book(stream.ToArray()) { Warnings = warnings };
    }

    /// <summary>Writes a workbook of one sheet and one column with the given cells.</summary>
    public static Book Of(ColumnKind kind, params object?[] cells) => Write(writer =>
    {
        var sheet = writer.AddSheet(new SheetLayout("Things", [new SheetColumn("Thing", kind, 20)]));
        foreach (var cell in cells)
        {
            sheet.WriteRow([cell]);
        }
    });

    public WorksheetPart Sheet(int index = 0) =>
        (WorksheetPart)Part.GetPartById(Part.Workbook.Sheets!.Elements<Sheet>().ElementAt(index).Id!);

    public T[] Elements<T>(int sheet = 0)
        where T : OpenXmlElement => [.. Sheet(sheet).Worksheet.Descendants<T>()];

    /// <summary>Gets the cells of each row, including empty cells.</summary>
    public Cell[][] Rows(int sheet = 0) => [.. Elements<Row>(sheet).Select(row => row.Elements<Cell>().ToArray())];

    /// <summary>Gets a cell of a sheet by its name, such as B2.</summary>
    public Cell Cell(string name, int sheet = 0) => Rows(sheet)[int.Parse(name[1..]) - 1][name[0] - 'A'];

    /// <summary>Gets the escaped text of a cell.</summary>
    public string? Text(string name, int sheet = 0) => Cell(name, sheet).InlineString?.Text?.Text;

    public CellFormat Format(string name, int sheet = 0) =>
        Part.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)Cell(name, sheet).StyleIndex!.Value);

    /// <summary>Gets the number format of a cell: its code, or the number of a built-in format.</summary>
    public string NumberFormat(string name)
    {
        var id = Format(name).NumberFormatId!.Value;
        return Part.WorkbookStylesPart!.Stylesheet.NumberingFormats!.Elements<NumberingFormat>()
            .SingleOrDefault(format => format.NumberFormatId!.Value == id)?.FormatCode!.Value ?? id.ToString();
    }

    public void Dispose() => Document.Dispose();
}
