namespace TrainingApis.Cegos;

/// <summary>Represents one way to take a product: the modules it is made of.</summary>
public sealed class Formula : NestedObject
{
    /// <summary>Gets or sets the formula's id.</summary>
    public int? Id { get; set; }

    /// <summary>Gets or sets its name.</summary>
    public string? Label { get; set; }

    /// <summary>Gets or sets its modules.</summary>
    public ItemList<FormulaModule> Modules { get; set; } = ItemList<FormulaModule>.Empty;

    /// <summary>The name, and the codes of the modules: <c>F1 (P01, PRAC102_FR)</c>.</summary>
    public override string ToString() =>
        Modules.Count == 0 ? Label ?? string.Empty
            : $"{Label} ({string.Join(", ", Modules.Select(module => module.Code ?? module.Label))})".TrimStart();
}

/// <summary>Represents a module of a formula. The three delays are one span in three units, with days of seven hours; they are not to be
/// added up.</summary>
public sealed class FormulaModule : NestedObject
{
    /// <summary>Gets or sets the id of a product where <see cref="IsProduct"/> is true, else of a module.</summary>
    public int? Id { get; set; }

    /// <summary>Gets or sets the code of a product where <see cref="IsProduct"/> is true, else of a module.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets its place in the formula.</summary>
    public int? Order { get; set; }

    /// <summary>Gets or sets whether it may be left out.</summary>
    public bool? Optional { get; set; }

    /// <summary>Gets or sets whether it is a product of its own.</summary>
    public bool? IsProduct { get; set; }

    /// <summary>Gets or sets its name.</summary>
    public string? Label { get; set; }

    /// <summary>Gets or sets how it is given: <c>Présentiel</c>, <c>A distance</c>; the list is open.</summary>
    public string? DeliveryMode { get; set; }

    /// <summary>Gets or sets the span in days.</summary>
    public decimal? DelayInDay { get; set; }

    /// <summary>Gets or sets the same span in hours.</summary>
    public decimal? DelayInHour { get; set; }

    /// <summary>Gets or sets the same span in minutes.</summary>
    public decimal? DelayInMinute { get; set; }

    /// <summary>Code and name.</summary>
    public override string ToString() => $"{Code} {Label}".Trim();
}
