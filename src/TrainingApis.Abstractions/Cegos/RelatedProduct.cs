namespace TrainingApis.Cegos;

/// <summary>Represents another product that goes with this one.</summary>
public sealed class RelatedProduct : NestedObject
{
    /// <summary>Gets or sets its <see cref="Product.ProductCode"/>, without the year.</summary>
    public string? RelatedProductCode { get; set; }

    /// <summary>Gets or sets how it goes with it: <c>After</c>; the list is open.</summary>
    public string? Type { get; set; }

    /// <summary>Gets or sets its place among the related products.</summary>
    public int? Order { get; set; }

    /// <summary>Code and type: <c>6464 (After)</c>.</summary>
    public override string ToString() => Type is null ? RelatedProductCode ?? string.Empty : $"{RelatedProductCode} ({Type})";
}
