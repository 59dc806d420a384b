namespace TrainingApis;

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
