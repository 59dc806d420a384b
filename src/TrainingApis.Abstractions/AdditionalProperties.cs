namespace TrainingApis;

/// <summary>
/// Represents the members of a response that this version does not know: name to JSON text, as it came. Empty in most responses.
/// It is a dictionary of <see cref="object"/> because that is what JSON readers fill; every value is a <see cref="string"/>.
/// </summary>
public sealed class AdditionalProperties : Dictionary<string, object?>
{
    /// <summary>Makes an empty one; names are compared as they are spelled.</summary>
    public AdditionalProperties() : base(StringComparer.Ordinal) { }

    /// <summary>All of it as one JSON object in the order of the names, or nothing where it is empty.</summary>
    public override string ToString() =>
        Count == 0 ? string.Empty : "{"
            + string.Join(",", this.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => $"\"{member.Key}\":{member.Value ?? "null"}")) + "}";
}
