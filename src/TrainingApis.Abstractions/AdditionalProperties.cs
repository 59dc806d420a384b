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

/// <summary>
/// Base class of objects that stand inside others and print as text. They also compare, group and sort as that text, ignoring case, so
/// that <c>Where-Object Range -eq Management</c> finds what a table shows.
/// </summary>
public abstract class NestedObject : IComparable
{
    private AdditionalProperties? _additionalProperties;

    /// <summary>Gets the members of the response that this version does not know, as JSON text.</summary>
    public AdditionalProperties AdditionalProperties => _additionalProperties ??= [];

    /// <inheritdoc/>
    public override bool Equals(object? obj) => (obj is string || obj?.GetType() == GetType()) && CompareTo(obj) == 0;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(ToString() ?? string.Empty);

    /// <inheritdoc/>
    public virtual int CompareTo(object? obj) => string.Compare(ToString(), obj?.ToString(), StringComparison.OrdinalIgnoreCase);
}
