using System.Globalization;
using TrainingApis.Workbooks;

namespace TrainingApis.Workbook;

/// <summary>Writes an Excel workbook as a stream: its memory does not grow with its rows, but for their links.</summary>
public sealed class XlsxWriter : IWorkbookWriter
{
    /// <summary>The most rows of a sheet, its header included.</summary>
    internal const int MaxRows = 1048576;

    private readonly Package _package;
    private readonly Action<string> _warn;
    private readonly int _maxRows;
    private readonly List<SheetWriter> _sheets = [];
    private readonly List<string> _names = [];
    private readonly List<string> _tables = [];
    private (string Name, int Number)? _summary;
    private int _parts;

    /// <summary>Creates a workbook.</summary>
    /// <param name="stream">The stream to write to; it stays open.</param>
    /// <param name="warn">Receives a warning for each limit of Excel that the rows met.</param>
    public XlsxWriter(Stream stream, Action<string> warn) : this(stream, warn, MaxRows) { }

    internal XlsxWriter(Stream stream, Action<string> warn, int maxRows)
    {
        (_package, _warn, _maxRows) = (new Package(stream), warn, maxRows);
        _package.WriteRelationships(string.Empty, [("rId1", "officeDocument", "xl/workbook.xml", false)]);
        _package.Write("xl/styles.xml", "spreadsheetml.styles", Styles.Xml);
    }

    /// <inheritdoc/>
    public ISheetWriter AddSheet(SheetLayout layout)
    {
        var sheet = new SheetWriter(AddName(layout.Name), layout, _maxRows, OpenSheet);
        _sheets.Add(sheet);
        return sheet;
    }

    /// <inheritdoc/>
    public void AddSummary(SummaryLayout layout)
    {
        _summary = (AddName(layout.Name), ++_parts);
        new SummaryWriter(_package, layout, _summary.Value.Name, _parts).Write();
    }

    /// <inheritdoc/>
    public void Finish()
    {
        foreach (var sheet in _sheets)
        {
            if (sheet.Sheets.Count == 0)
            {
                sheet.Start();
            }

            foreach (var part in sheet.Sheets)
            {
                part.WriteTail(_package, sheet.Layout);
                foreach (var warning in part.Warnings())
                {
                    _warn(warning);
                }
            }

            if (sheet.Sheets.Count > 1)
            {
                _warn($"{sheet.Name}: a sheet of Excel holds {_maxRows - 1} rows. The rest is on "
                    + $"{string.Join(", ", sheet.Sheets.Skip(1).Select(part => part.Name))}.");
            }
        }

        WriteWorkbook();
        _package.Finish();
    }

    /// <inheritdoc/>
    public void Dispose() => _package.Dispose();

    private SheetPart OpenSheet(string name)
    {
        if (_sheets.Exists(sheet => sheet.Sheets.Exists(part => part.Name == name)))
        {
            name = CellName.Sheet(name, _names);
            _names.Add(name);
        }

        var table = CellName.Table(name, _tables);
        _tables.Add(table);
        _parts++;
        return new SheetPart(name, table, _parts, _package.Open(PathOf(_parts), "spreadsheetml.worksheet"));
    }

    private string AddName(string wanted)
    {
        var name = CellName.Sheet(wanted, _names);
        _names.Add(name);
        if (name != wanted)
        {
            _warn($"Excel does not take '{wanted}' as the name of a sheet here. The sheet is '{name}'.");
        }

        return name;
    }

    private void WriteWorkbook()
    {
        var sheets = _sheets.SelectMany(sheet => sheet.Sheets).Select(part => (part.Name, part.Number, Repeated: true)).ToList();
        if (_summary is { } summary)
        {
            sheets.Insert(0, (summary.Name, summary.Number, false));
        }

        var list = sheets.Select((sheet, index) =>
            $"""<sheet name="{Escape(sheet.Name)}" sheetId="{index + 1}" r:id="{Id(sheet.Number)}"/>""");
        var titles = sheets.Select((sheet, index) => sheet.Repeated
            ? $"""<definedName name="_xlnm.Print_Titles" localSheetId="{index}">{Escape(CellName.Quoted(sheet.Name))}!$1:$1</definedName>"""
            : string.Empty);
        _package.Write("xl/workbook.xml", "spreadsheetml.sheet.main", $"""
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><bookViews><workbookView/></bookViews>
            <sheets>{string.Concat(list)}</sheets><definedNames>{string.Concat(titles)}</definedNames><calcPr calcId="191029"/></workbook>
            """);
        _package.WriteRelationships("xl/workbook.xml", sheets
            .Select(sheet => (Id(sheet.Number), "worksheet", PathOf(sheet.Number), false))
            .Append(("rStyles", "styles", "xl/styles.xml", false)));
    }

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);

    private static string Id(int number) => "rId" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Gets the path of a sheet's part.</summary>
    internal static string PathOf(int number) => FormattableString.Invariant($"xl/worksheets/sheet{number}.xml");
}
