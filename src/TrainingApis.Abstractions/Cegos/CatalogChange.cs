namespace TrainingApis.Cegos;

/// <summary>Represents one difference between two states of the catalogue.</summary>
public sealed class CatalogChange
{
    /// <summary>Gets or sets what happened to the item.</summary>
    public CatalogChangeKind Kind { get; set; }

    /// <summary>Gets or sets what kind of item it is.</summary>
    public CatalogItemType ItemType { get; set; }

    /// <summary>Gets or sets the code of the product or session.</summary>
    public string Code { get; set; } = string.Empty;

    /// <summary>Gets or sets the title of the product, or of the session's product.</summary>
    public string? ProductTitle { get; set; }

    /// <summary>Gets or sets the property that changed, named as a column of <c>-Flat</c>; null where the whole item is new or
    /// gone.</summary>
    public string? Property { get; set; }

    /// <summary>Gets or sets the value before; null for none.</summary>
    public object? OldValue { get; set; }

    /// <summary>Gets or sets the value now; null for none.</summary>
    public object? NewValue { get; set; }

    /// <summary>Gets the change in one line.</summary>
    public override string ToString() =>
        Property is null ? $"{Kind} {ItemType} {Code}" : $"{Kind} {ItemType} {Code} {Property}: {OldValue} > {NewValue}";
}

/// <summary>What happened to an item of the catalogue.</summary>
public enum CatalogChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is no longer listed.</summary>
    Removed,

    /// <summary>A property has another value.</summary>
    Changed,
}

/// <summary>The items of the catalogue that are compared.</summary>
public enum CatalogItemType
{
    /// <summary>A product.</summary>
    Product,

    /// <summary>A session.</summary>
    Session,
}
