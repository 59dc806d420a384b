using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using SpreadCheetah;
using SpreadCheetah.Styling;
using TrainingApis.Workbook;
using TrainingApis.Workbooks;

namespace TrainingApis.Bench;

/// <summary>Writes the rows to one sheet with a header and formats for dates and prices, with each of three writers.</summary>
internal static class Writers
{
    public static Task Own(Stream stream, IEnumerable<object?[]> rows)
    {
        using var writer = new XlsxWriter(stream, _ => { });
        var sheet = writer.AddSheet(new SheetLayout("Products", Cells.Columns));
        foreach (var row in rows)
        {
            sheet.WriteRow(row);
        }

        writer.Finish();
        return Task.CompletedTask;
    }

    public static async Task SpreadCheetah(Stream stream, IEnumerable<object?[]> rows)
    {
        var options = new SpreadCheetahOptions { CompressionLevel = SpreadCheetahCompressionLevel.Fastest };
        await using var spreadsheet = await Spreadsheet.CreateNewAsync(stream, options);
        var money = spreadsheet.AddStyle(new Style { Format = NumberFormat.Custom("#,##0.00 €") });
        var date = spreadsheet.AddStyle(new Style { Format = NumberFormat.Standard(StandardNumberFormat.DateAndTime) });
        await spreadsheet.StartWorksheetAsync("Products");
        await spreadsheet.AddHeaderRowAsync([.. Cells.Columns.Select(column => column.Name)]);
        var cells = new SpreadCheetah.StyledCell[Cells.Columns.Count];
        foreach (var row in rows)
        {
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = row[i] switch
                {
                    string text => new(text, null),
                    bool flag => new(flag, null),
                    decimal number => new(number, money),
                    int number => new(number, null),
                    DateTime day => new(day, date),
                    _ => default,
                };
            }

            await spreadsheet.AddRowAsync(cells);
        }

        await spreadsheet.FinishAsync();
    }

    /// <summary>The writer of the module until version 0.1: elements and attributes of the SDK, streamed into a ZipArchive.</summary>
    public static Task OpenXml(Stream stream, IEnumerable<object?[]> rows)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        using var part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
        using var xml = OpenXmlWriter.Create(part);
        var names = Cells.Columns.Select((_, index) => Name(index)).ToArray();
        var (rowElement, cellElement, valueElement) = (new Row(), new DocumentFormat.OpenXml.Spreadsheet.Cell(), new CellValue());
        var (inlineElement, textElement) = (new InlineString(), new Text());
        OpenXmlAttribute[] keepSpace = [new("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve")];
        var attributes = new List<OpenXmlAttribute>();
        xml.WriteStartDocument();
        xml.WriteStartElement(new Worksheet());
        xml.WriteStartElement(new SheetData());
        var number = 0;
        foreach (var cells in rows.Prepend([.. Cells.Columns.Select(column => column.Name)]))
        {
            var row = (++number).ToString(CultureInfo.InvariantCulture);
            xml.WriteStartElement(rowElement, [new OpenXmlAttribute("r", null!, row)]);
            for (var i = 0; i < cells.Length; i++)
            {
                var (type, style, value) = cells[i] switch
                {
                    null => (null, null, null),
                    string text => ("inlineStr", "1", text),
                    bool flag => ("b", "2", flag ? "1" : "0"),
                    DateTime day => (null, "3", day.ToOADate().ToString("R", CultureInfo.InvariantCulture)),
                    var other => (null, "4", ((IFormattable)other).ToString(null, CultureInfo.InvariantCulture)),
                };
                if (value is null)
                {
                    continue;
                }

                attributes.Clear();
                attributes.Add(new OpenXmlAttribute("r", null!, names[i] + row));
                attributes.Add(new OpenXmlAttribute("s", null!, style!));
                if (type is not null)
                {
                    attributes.Add(new OpenXmlAttribute("t", null!, type));
                }

                xml.WriteStartElement(cellElement, attributes);
                if (type == "inlineStr")
                {
                    xml.WriteStartElement(inlineElement, []);
                    xml.WriteStartElement(textElement, keepSpace);
                }
                else
                {
                    xml.WriteStartElement(valueElement, []);
                }

                xml.WriteString(value);
                xml.WriteEndElement();
                xml.WriteEndElement();
                if (type == "inlineStr")
                {
                    xml.WriteEndElement();
                }
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        return Task.CompletedTask;
    }

    private static string Name(int index) =>
        (index < 26 ? string.Empty : ((char)('A' + (index / 26) - 1)).ToString()) + (char)('A' + (index % 26));
}
