namespace TrainingApis.Conferences;

/// <summary>Represents one of the values of a choice; of a grouped choice, a group with values of its own.</summary>
public sealed class FormValue : NestedObject
{
    /// <summary>Gets or sets its id.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets what is shown.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets what it stands for.</summary>
    public string? Value { get; set; }

    /// <summary>Gets or sets the values of this group; empty where there are no groups.</summary>
    public ItemList<FormValue> Values { get; set; } = ItemList<FormValue>.Empty;

    /// <summary>What is shown; of a group with its values: <c>Menu (Fish, Meat)</c>.</summary>
    public override string ToString()
    {
        var text = Name ?? Value ?? Id ?? string.Empty;
        return Values.Count == 0 ? text : $"{text} ({string.Join(", ", Values)})".TrimStart();
    }
}
