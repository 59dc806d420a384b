namespace TrainingApis.Workbooks;

/// <summary>Represents a sheet of rows.</summary>
/// <param name="Name">The name. Characters that Excel does not allow are replaced, and a name of more than 31 characters is
/// truncated.</param>
/// <param name="Columns">The columns. The first one is the key column: it stays visible while the sheet is scrolled.</param>
/// <param name="Marks">The cells to mark. If a cell has two marks, the first one is used.</param>
internal sealed record SheetLayout(string Name, IReadOnlyList<SheetColumn> Columns, params CellMark[] Marks);

/// <summary>Represents a column of a sheet.</summary>
/// <param name="Name">The heading, unique in its sheet.</param>
/// <param name="Kind">The content of the cells.</param>
/// <param name="Width">The width in characters. A column is never narrower than its heading.</param>
/// <param name="Outlined">Whether the column belongs to an outline group, which is collapsed when the workbook is opened.</param>
internal sealed record SheetColumn(string Name, ColumnKind Kind, int Width, bool Outlined = false);

/// <summary>Specifies the content of the cells of a column, which determines their format.</summary>
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

    /// <summary>A number with all its decimals.</summary>
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

    /// <summary>A web address, written as a hyperlink if it is valid, otherwise as text.</summary>
    Link,
}

/// <summary>Represents a cell that links to the first row of another sheet whose column has the value of this row's key.</summary>
/// <param name="Value">The value of the cell: a number, or the text of the key column.</param>
/// <param name="Key">The index of the column of this sheet that contains the key.</param>
/// <param name="Sheet">The name of the target sheet, as <see cref="ISheetWriter.WriteRow"/> returned it.</param>
/// <param name="Column">The index of the column of the target sheet in which the key is searched.</param>
/// <remarks>The row is searched when the link is used, so the link is correct after rows were sorted, filtered or deleted.</remarks>
internal sealed record RowLink(object Value, int Key, string Sheet, int Column);

/// <summary>Represents a conditional format for the cells of a column that equal a value, or for the rows of such cells.</summary>
/// <param name="Column">The index of the column.</param>
/// <param name="Value">The text or Boolean value to mark.</param>
/// <param name="Style">The style of the mark.</param>
/// <param name="WholeRow">Whether to mark the whole row.</param>
internal sealed record CellMark(int Column, object Value, MarkStyle Style, bool WholeRow = false);

/// <summary>Specifies the style of a marked cell.</summary>
internal enum MarkStyle
{
    /// <summary>Green.</summary>
    Good,

    /// <summary>Yellow.</summary>
    Attention,

    /// <summary>Red.</summary>
    Bad,

    /// <summary>Grey with strikethrough.</summary>
    Inactive,
}
