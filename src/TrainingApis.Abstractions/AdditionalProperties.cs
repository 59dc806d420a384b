namespace TrainingApis;

/// <summary>
/// Represents the members of a response that this version does not know, by name, as unchanged JSON text. It is empty for most responses.
/// The values have the type <see cref="object"/> because JSON readers fill such dictionaries; every value is a <see cref="string"/>.
/// </summary>
public sealed class AdditionalProperties : Dictionary<string, object?>
{
    /// <summary>Creates an empty instance. Names are case-sensitive.</summary>
    public AdditionalProperties() : base(StringComparer.Ordinal) { }

    /// <summary>Gets all members as one JSON object, sorted by name; an empty text if there are none.</summary>
    public override string ToString() =>
        Count == 0 ? string.Empty : "{"
            + string.Join(",", this.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => $"\"{member.Key}\":{member.Value ?? "null"}")) + "}";
}

/// <summary>
/// Provides the base class of objects that are nested in other objects and displayed as text. They are also compared, grouped and sorted by
/// this text, ignoring case, so that <c>Where-Object Range -eq Management</c> finds the text that a table shows.
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
