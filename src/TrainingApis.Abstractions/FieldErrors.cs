using System.Collections.ObjectModel;

namespace TrainingApis;

/// <summary>Represents the messages of a vendor's validation, by field name.</summary>
/// <remarks>Wraps what was said of each field.</remarks>
public sealed class FieldErrors(IDictionary<string, ItemList<string>> errors) : ReadOnlyDictionary<string, ItemList<string>>(errors)
{

    /// <summary>Gets the nothing was said.</summary>
    public static FieldErrors None { get; } = new(new Dictionary<string, ItemList<string>>());

    /// <summary>All of it in one line: <c>email: is invalid; siren: 9 digits</c>.</summary>
    public override string ToString() => string.Join("; ", this.Select(field => $"{field.Key}: {field.Value}"));
}
