using System.Globalization;
using System.Text;
using TrainingApis.Workbooks;

namespace TrainingApis.Workbook;

/// <summary>Writes an Excel workbook as a stream. Memory use does not grow with the number of rows, except for their links.</summary>
internal sealed class XlsxWriter : IWorkbookWriter
{
    /// <summary>The maximum number of rows of a sheet, including its header.</summary>
    internal const int MaxRows = 1048576;

    private readonly Package _package;
    private readonly Action<string> _warn;
    private readonly int _maxRows;
    private readonly List<SheetWriter> _sheets = [];
    private readonly List<string> _names = [];
    private readonly List<string> _tables = [];
    private string? _summaryName;
    private int _summaryNumber;
    private int _parts;

    /// <summary>Creates a workbook.</summary>
    /// <param name="stream">The stream to write to. It is not closed.</param>
    /// <param name="warn">The action that receives a warning for each limit of Excel that the rows reached.</param>
    public XlsxWriter(Stream stream, Action<string> warn) : this(stream, warn, MaxRows) { }

    internal XlsxWriter(Stream stream, Action<string> warn, int maxRows)
    {
        (_package, _warn, _maxRows) = (new Package(stream), warn, maxRows);
        _package.WriteRelationships(string.Empty, [new Relationship("rId1", "officeDocument", "xl/workbook.xml")]);
        _package.Write("xl/styles.xml", "spreadsheetml.styles", Styles.Xml);
    }

    public ISheetWriter AddSheet(SheetLayout layout)
    {
        var sheet = new SheetWriter(AddName(layout.Name), layout, _maxRows, OpenSheet);
        _sheets.Add(sheet);
        sheet.Start();
        return sheet;
    }

    public void AddSummary(SummaryLayout layout)
    {
        (_summaryName, _summaryNumber) = (AddName(layout.Name), ++_parts);
        new SummaryWriter(_package, layout, _summaryName, _summaryNumber).Write();
    }

    public void Finish()
    {
        foreach (var sheet in _sheets)
        {
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

    public void Dispose() => _package.Dispose();

    /// <summary>
    /// Opens the first sheet of a name or, if a sheet is full, an additional one. The thread that writes the rows opens additional sheets.
    /// </summary>
    private SheetPart OpenSheet(string name, bool isFirst)
    {
        lock (_names)
        {
            if (!isFirst)
            {
                name = CellName.Sheet(name, _names);
                _names.Add(name);
            }

            var table = CellName.Table(name, _tables);
            _tables.Add(table);
            _parts++;
            return new SheetPart(name, table, _parts, _package.Open(PathOf(_parts), "spreadsheetml.worksheet"));
        }
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
        var (sheets, titles) = (new StringBuilder(), new StringBuilder());
        var relationships = new List<Relationship> { new("rStyles", "styles", "xl/styles.xml") };
        if (_summaryName is not null)
        {
            Add(_summaryName, _summaryNumber);
        }

        foreach (var part in _sheets.SelectMany(sheet => sheet.Sheets))
        {
            titles.Append($"""<definedName name="_xlnm.Print_Titles" localSheetId="{relationships.Count - 1}">""");
            titles.Append(Escape(CellName.Quoted(part.Name))).Append("!$1:$1</definedName>");
            Add(part.Name, part.Number);
        }

        _package.Write("xl/workbook.xml", "spreadsheetml.sheet.main", $"""
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><bookViews><workbookView/></bookViews>
            <sheets>{sheets}</sheets>{(titles.Length > 0 ? $"<definedNames>{titles}</definedNames>" : string.Empty)}
            <calcPr calcId="191029"/></workbook>
            """);
        _package.WriteRelationships("xl/workbook.xml", relationships);

        void Add(string name, int number)
        {
            var id = "rId" + number.ToString(CultureInfo.InvariantCulture);
            sheets.Append($"""<sheet name="{Escape(name)}" sheetId="{relationships.Count}" r:id="{id}"/>""");
            relationships.Add(new Relationship(id, "worksheet", PathOf(number)));
        }
    }

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);

    internal static string PathOf(int number) => FormattableString.Invariant($"xl/worksheets/sheet{number}.xml");
}
