using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TrainingApis.Clients.Json;

/// <summary>
/// Reads one type of model, with members in any order and letter case. The last member of a name is used. A member that the model does not
/// have is kept as JSON text if the model has a place for it. Of an array, the first element is used; a value that is not an object is
/// null.
/// </summary>
internal sealed class ModelReader
{
    private readonly Func<object> _create;
    private readonly Dictionary<string, Member> _members = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _ignored;
    private readonly Func<object, object?>? _others;
    private Member? _first;

    public ModelReader(ModelJson models, JsonTypeInfo type)
    {
        _create = type.CreateObject!;
        _ignored = new(models.Ignored, StringComparer.Ordinal);
        foreach (var property in type.Properties)
        {
            if (property.PropertyType == typeof(AdditionalProperties))
            {
                _others = property.Get;
            }
            else if (property.Set is not null && models.WireName(type.Type, property.Name) is { } name) // The other members are calculated.
            {
                _members.Add(name, new Member(models, name, property));
            }
        }
    }

    public object? Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(ref reader),
        JsonTokenType.StartArray => JsonScalars.First(ref reader, Read),
        _ => null,
    };

    private object ReadObject(ref Utf8JsonReader reader)
    {
        var model = _create();
        Member? previous = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var guess = previous is null ? _first : previous.Next;
            if (guess is null || !reader.ValueTextEquals(guess.Utf8Name))
            {
                var name = JsonScalars.GetString(ref reader);
                if (!_members.TryGetValue(name, out guess))
                {
                    reader.Read();
                    ReadOther(ref reader, model, name);
                    continue;
                }

                if (previous is null)
                {
                    _first = guess;
                }
                else
                {
                    previous.Next = guess;
                }
            }

            reader.Read();
            if (!guess.Read(ref reader, model, out var unreadable) && _others?.Invoke(model) is AdditionalProperties others)
            {
                others[Encoding.UTF8.GetString(guess.Utf8Name)] = unreadable;
            }

            previous = guess;
        }

        return model;
    }

    private void ReadOther(ref Utf8JsonReader reader, object model, string name)
    {
        if (!_ignored.Contains(name) && _others?.Invoke(model) is AdditionalProperties others)
        {
            others[name] = reader.TokenType == JsonTokenType.Null ? null : JsonScalars.RawText(ref reader);
        }
        else
        {
            reader.Skip();
        }
    }

    /// <summary>Represents a member of the model: its wire name, and how its value is set.</summary>
    private sealed class Member(ModelJson models, string name, JsonPropertyInfo property)
    {
        private readonly Action<object, object?> _set = property.Set!;
        private readonly bool _canFail = Nullable.GetUnderlyingType(property.PropertyType) is not null;
        private JsonValueReader<object?>? _read;

        public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

        /// <summary>Gets or sets the member that followed this one in the last object, because vendors keep the order of members.</summary>
        public Member? Next { get; set; }

        /// <summary>
        /// Reads the value into the model. Returns false for text that is not a value of the type of the member, such as a number with a
        /// decimal comma, and returns the text as JSON.
        /// </summary>
        public bool Read(ref Utf8JsonReader reader, object model, out string? unreadable)
        {
            _read ??= models.ReaderOf(property.PropertyType); // Created on first use, because models can contain themselves.
            unreadable = null;
            if (!_canFail || reader.TokenType != JsonTokenType.String)
            {
                _set(model, _read(ref reader));
                return true;
            }

            var before = reader;
            var value = _read(ref reader);
            _set(model, value);
            if (value is not null || before.ValueSpan.IsEmpty)
            {
                return true;
            }

            unreadable = JsonScalars.RawText(ref before);
            return false;
        }
    }
}

/// <summary>
/// Represents JSON that is valid but not of the documented shape. The message contains the name of the member, and no value.
/// </summary>
internal sealed class ShapeException(string message) : Exception(message)
{
    public static ShapeException Missing(string member) => new($"there is no \"{member}\" in it");
}

/// <summary>Represents the member that identifies an item of a response.</summary>
/// <param name="Member">The wire name, for errors.</param>
/// <param name="Get">Gets the value; null or white space if it is missing.</param>
internal sealed record Identity<T>(string Member, Func<T, string?> Get)
    where T : class
{
    /// <exception cref="ShapeException">There is no item, or its identity is missing.</exception>
    public T Require(T? item) => item is not null && !string.IsNullOrWhiteSpace(Get(item)) ? item : throw ShapeException.Missing(Member);
}
