using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TrainingApis.Conferences;

namespace TrainingApis.Clients.Json;

/// <summary>
/// Reads the public models straight from JSON. The compiler describes them (which members, of which types, how they are set); the
/// reading itself is here, once for all APIs, as tolerant as the vendors are careless. One for each connection, with a string pool
/// of its own.
/// </summary>
internal sealed class ModelJson
{
    private const string RawSuffix = "Raw";
    private const string FromJournal = "fromJournal"; // said by the client, whatever an answer says
    private static readonly (object True, object False) Flags = (true, false);

    private readonly JsonSerializerContext _generated;
    private readonly Func<Type, string, string?> _wireName;
    private readonly ConcurrentDictionary<Type, JsonValueReader<object?>> _readings = new();

    /// <param name="generated">The API's source-generated context.</param>
    /// <param name="wireName">The name on the wire of a model's member, where it is another than the member's own; null where it has
    /// none.</param>
    public ModelJson(JsonSerializerContext generated, Func<Type, string, string?>? wireName = null)
    {
        _generated = generated;
        _wireName = wireName ?? ((_, name) => name);
        var pool = new StringPool();
        Add<string>((ref Utf8JsonReader reader) => JsonScalars.Text(ref reader, pool));
        Add<int>((ref Utf8JsonReader reader) => JsonScalars.Int32(ref reader) ?? 0);
        Add<int?>((ref Utf8JsonReader reader) => JsonScalars.Int32(ref reader));
        Add<decimal?>((ref Utf8JsonReader reader) => JsonScalars.Decimal(ref reader));
        Add<bool?>((ref Utf8JsonReader reader) => JsonScalars.Boolean(ref reader) is { } flag ? flag ? Flags.True : Flags.False : null);
        Add<DateTime?>((ref Utf8JsonReader reader) => JsonScalars.Date(ref reader));
        Add<ZonedDateTime>(ZonedDateTimes.Read);
    }

    /// <summary>What reads values of this type.</summary>
    /// <exception cref="NotSupportedException">The API's context does not know it.</exception>
    public JsonValueReader<object?> ReaderOf(Type type) => _readings.GetOrAdd(type, Create);

    /// <summary>A member's name on the wire; null where it has none.</summary>
    public string? WireName(Type model, string name) => _wireName(model, name) switch
    {
        FromJournal => null,
        { } wireName when wireName.EndsWith(RawSuffix, StringComparison.Ordinal) => wireName[..^RawSuffix.Length],
        var wireName => wireName,
    };

    /// <summary>Reads one model; null where there is no object.</summary>
    public T? Read<T>(ref Utf8JsonReader reader) where T : class => (T?)ReaderOf(typeof(T))(ref reader);

    /// <summary>Reads the objects of a list into <paramref name="items"/>; one object where a list is due is a list of one.</summary>
    /// <param name="reader">Stands on the list.</param>
    /// <param name="items">The list to fill.</param>
    /// <param name="list">What the list is called, for errors.</param>
    public void ReadItems<T>(ref Utf8JsonReader reader, List<T> items, string list) where T : class
    {
        var read = ReaderOf(typeof(T));
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            items.Add((T)read(ref reader)!);
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new ShapeException($"an item of {list} is no object");
            }

            items.Add((T)read(ref reader)!);
        }
    }

    private void Add<T>(JsonValueReader<object?> reading) => _readings[typeof(T)] = reading;

    private JsonValueReader<object?> Create(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ItemList<>))
        {
            var item = type.GenericTypeArguments[0];
            var list = Activator.CreateInstance(typeof(ListReader<>).MakeGenericType(item), ReaderOf(item))!;
            return (JsonValueReader<object?>)Delegate.CreateDelegate(typeof(JsonValueReader<object>), list, nameof(ListReader<object>.Read));
        }
        return ((IJsonTypeInfoResolver)_generated).GetTypeInfo(type, _generated.Options) is { Kind: JsonTypeInfoKind.Object } described
            ? new ModelReader(this, described).Read
            : throw new NotSupportedException($"{type.Name} is no model of this API.");
    }
}
