namespace TrainingApis.Workbooks;

/// <summary>A column of a sheet.</summary>
public sealed class SheetColumn
{
    /// <summary>Makes a column.</summary>
    /// <param name="name">The heading, unique in its sheet.</param>
    /// <param name="kind">What its cells hold.</param>
    /// <param name="width">The width in characters.</param>
    public SheetColumn(string name, ColumnKind kind, int width) => (Name, Kind, Width) = (name, kind, width);

    /// <summary>The heading.</summary>
    public string Name { get; }

    /// <summary>What its cells hold.</summary>
    public ColumnKind Kind { get; }

    /// <summary>The width in characters.</summary>
    public int Width { get; }
}
