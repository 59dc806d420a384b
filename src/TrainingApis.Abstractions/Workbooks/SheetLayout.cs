namespace TrainingApis.Workbooks;

/// <summary>Represents a sheet of rows: its name, its columns and the cells to mark.</summary>
internal sealed class SheetLayout(string name, IReadOnlyList<SheetColumn> columns, IReadOnlyList<CellMark>? marks = null)
{
    /// <summary>Gets the name. Characters that Excel does not allow are replaced, and a name over 31 characters is cut.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the columns. The first one is the key column: it stays visible while the sheet is scrolled.</summary>
    public IReadOnlyList<SheetColumn> Columns { get; } = columns;

    /// <summary>Gets the cells to mark. Of two marks of one cell the first wins.</summary>
    public IReadOnlyList<CellMark> Marks { get; } = marks ?? Array.Empty<CellMark>();
}

/// <summary>Represents a column of a sheet.</summary>
internal sealed class SheetColumn(string name, ColumnKind kind, int width, bool outlined = false)
{
    /// <summary>Gets the heading, unique in its sheet.</summary>
    public string Name { get; } = name;

    /// <summary>Gets what the cells hold.</summary>
    public ColumnKind Kind { get; } = kind;

    /// <summary>Gets the width in characters. A column is never narrower than its heading.</summary>
    public int Width { get; } = width;

    /// <summary>Gets whether the column belongs to an outline group, which is collapsed when the workbook is opened.</summary>
    public bool Outlined { get; } = outlined;
}

/// <summary>Specifies what the cells of a column hold, and so their format.</summary>
internal enum ColumnKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Text that must not become a number when it is edited: codes, postal codes.</summary>
    Code,

    /// <summary>HTML, written as plain text. The row is as tall as its text.</summary>
    Html,

    /// <summary>An integer without separators: IDs, years, counts.</summary>
    Whole,

    /// <summary>A number with as many decimals as it has.</summary>
    Number,

    /// <summary>A price in euros.</summary>
    Money,

    /// <summary>A fraction of one, shown as a percentage with a data bar.</summary>
    Share,

    /// <summary>A date, in the format of the reader's locale.</summary>
    Date,

    /// <summary>A date with a time, in the format of the reader's locale.</summary>
    DateTime,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A web address: a hyperlink where it is one, text otherwise.</summary>
    Link,
}

/// <summary>Represents a cell that links to the first row of another sheet whose column has the value of this row's key.</summary>
/// <remarks>The row is looked up when the link is used, so the link is right after sorting, filtering and deleting rows.</remarks>
internal sealed class RowLink(object value, int key, string sheet, int column)
{
    /// <summary>Gets what the cell shows: a number, or the text of the key column.</summary>
    public object Value { get; } = value;

    /// <summary>Gets the index of the column of this sheet that holds the key.</summary>
    public int Key { get; } = key;

    /// <summary>Gets the name of the sheet that the link leads to, as <see cref="ISheetWriter.WriteRow"/> returned it.</summary>
    public string Sheet { get; } = sheet;

    /// <summary>Gets the index of the column of that sheet in which the key is looked up.</summary>
    public int Column { get; } = column;
}

/// <summary>Represents a conditional format: cells of a column that equal a value, or the rows of such cells.</summary>
internal sealed class CellMark(int column, object value, MarkStyle style, bool wholeRow = false)
{
    /// <summary>Gets the index of the column.</summary>
    public int Column { get; } = column;

    /// <summary>Gets the text or Boolean value that is marked.</summary>
    public object Value { get; } = value;

    /// <summary>Gets how it is marked.</summary>
    public MarkStyle Style { get; } = style;

    /// <summary>Gets whether the whole row is marked.</summary>
    public bool WholeRow { get; } = wholeRow;
}

/// <summary>Specifies how a cell is marked.</summary>
internal enum MarkStyle
{
    /// <summary>Green.</summary>
    Good,

    /// <summary>Yellow.</summary>
    Attention,

    /// <summary>Red.</summary>
    Bad,

    /// <summary>Grey and struck through.</summary>
    Inactive,
}
