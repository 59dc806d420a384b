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
