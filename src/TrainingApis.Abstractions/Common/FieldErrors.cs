using System.Collections.ObjectModel;

namespace TrainingApis;

/// <summary>What a vendor's validation said, by field name.</summary>
public sealed class FieldErrors : ReadOnlyDictionary<string, ItemList<string>>
{
    /// <summary>Wraps what was said of each field.</summary>
    public FieldErrors(IDictionary<string, ItemList<string>> errors) : base(errors) { }

    /// <summary>Nothing was said.</summary>
    public static FieldErrors None { get; } = new(new Dictionary<string, ItemList<string>>());

    /// <summary>All of it in one line: <c>email: is invalid; siren: 9 digits</c>.</summary>
    public override string ToString() => string.Join("; ", this.Select(field => $"{field.Key}: {field.Value}"));
}
