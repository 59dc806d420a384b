using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using TrainingApis.Workbooks;

namespace TrainingApis.Workbook;

/// <summary>Writes an Excel workbook as a stream: the memory it needs does not grow with its rows, but for their links.</summary>
public sealed class XlsxWriter : IWorkbookWriter
{
    /// <summary>The most rows that a sheet can have, its header included.</summary>
    internal const int MaxRows = 1048576;

    private readonly PackageParts _parts;
    private readonly Action<string> _notice;
    private readonly List<string> _sheets = new();
    private readonly int _maxRows;
    private Stream? _part;
    private OpenXmlWriter? _xml;
    private RowWriter? _rows;
    private IReadOnlyList<SheetColumn> _columns = Array.Empty<SheetColumn>();

    /// <summary>Begins a workbook.</summary>
    /// <param name="stream">Where it goes; it stays open.</param>
    /// <param name="notice">Hears what a reader of the workbook should know: texts that were cut, links that were left out.</param>
    public XlsxWriter(Stream stream, Action<string> notice) : this(stream, notice, MaxRows) { }

    internal XlsxWriter(Stream stream, Action<string> notice, int maxRows)
    {
        (_parts, _notice, _maxRows) = (new PackageParts(stream), notice, maxRows);
        _parts.WriteRelationships(null, new[] { ("rId1", "officeDocument", "xl/workbook.xml", false) });
    }

    /// <inheritdoc/>
    public void StartSheet(string name, IReadOnlyList<SheetColumn> columns, double? rowHeight = null)
    {
        EndSheet();
        _sheets.Add(name);
        _columns = columns;
        _part = _parts.Open($"xl/worksheets/sheet{_sheets.Count}.xml", "worksheet");
        _xml = OpenXmlWriter.Create(_part);
        _xml.WriteStartDocument();
        SheetFrame.WriteHead(_xml, columns, isFirst: _sheets.Count == 1);
        _rows = new RowWriter(_xml, columns, rowHeight);
        _rows.WriteHeader();
    }

    /// <inheritdoc/>
    public int WriteRow(IReadOnlyList<object?> cells)
    {
        var rows = _rows ?? throw new InvalidOperationException("No sheet was started.");
        if (rows.Row == _maxRows)
        {
            throw new ApiException(ApiErrorKind.FileNotWritable,
                $"There are more {_sheets[^1]} than the {_maxRows - 1} rows that a sheet of Excel can hold.");
        }

        rows.Write(cells);
        return rows.Row;
    }

    /// <inheritdoc/>
    public void Finish()
    {
        EndSheet();
        Write("xl/styles.xml", "styles", CellStyles.Sheet());
        Write("xl/workbook.xml", "sheet.main", new DocumentFormat.OpenXml.Spreadsheet.Workbook(
            new BookViews(new WorkbookView()),
            new Sheets(_sheets.Select((name, index) => new Sheet { Name = name, SheetId = (uint)index + 1, Id = $"rId{index + 1}" }))));
        _parts.WriteRelationships("xl/workbook.xml", _sheets
            .Select((_, index) => ($"rId{index + 1}", "worksheet", $"worksheets/sheet{index + 1}.xml", false))
            .Append(("rStyles", "styles", "styles.xml", false)));
        _parts.WriteContentTypes();
        _parts.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _xml?.Dispose();
        _part?.Dispose();
        _parts.Dispose();
    }

    private void EndSheet()
    {
        if (_xml is null || _rows is null)
        {
            return;
        }

        var lastRow = Math.Max(_rows.Row, 2);
        SheetFrame.WriteTail(_xml, _columns, lastRow, _rows.Links);
        _xml.Dispose();
        _part!.Dispose();
        (_xml, _part) = (null, null);
        var number = _sheets.Count;
        var name = _sheets[^1];
        Write($"xl/tables/table{number}.xml", "table", SheetFrame.Table(name, (uint)number, _columns, lastRow));
        _parts.WriteRelationships($"xl/worksheets/sheet{number}.xml", _rows.Links
            .Select((link, index) => (Link: link, Id: SheetFrame.AddressId(index)))
            .Where(pair => pair.Link.IsExternal)
            .Select(pair => (pair.Id, "hyperlink", pair.Link.Target, true))
            .Prepend((SheetFrame.TableId, "table", $"../tables/table{number}.xml", false)));
        Tell(name, _rows);
    }

    private void Tell(string name, RowWriter rows)
    {
        if (rows.Cuts > 0)
        {
            _notice($"{name}: {rows.Cuts} text(s) longer than the {CellText.MaxLength} characters that a cell can hold were cut and end "
                + $"in '{CellText.CutMark.Trim()}'; the first is {rows.FirstCut}.");
        }

        if (rows.LinksLeft > 0)
        {
            _notice($"{name}: Excel opens no more than {RowWriter.MaxLinks} links in a sheet; {rows.LinksLeft} more are plain text.");
        }
    }

    private void Write(string path, string type, OpenXmlElement root)
    {
        using var part = _parts.Open(path, type);
        using var xml = OpenXmlWriter.Create(part);
        xml.WriteStartDocument();
        xml.WriteElement(root);
    }
}
