using TrainingApis.Workbooks;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>A column of the catalogue's workbook, and what of a thing stands in it.</summary>
internal sealed class SheetField<T>(string name, ColumnKind kind, int width, Func<T, object?> read)
{
    public SheetColumn Column { get; } = new(name, kind, width);

    public object? Read(T item) => read(item);
}
