using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using TrainingApis.Cegos;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>
/// Writes and reads the lines of a snapshot of the catalogue. A snapshot is a JSON Lines file: a header with the version and the names of
/// the properties, a line for each product and session, and a last line with their numbers. A file without the last line is incomplete.
/// </summary>
internal sealed class SnapshotLines : IDisposable
{
    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    /// <summary>The error message for a file that is not a snapshot.</summary>
    public const string NoSnapshot = "It is not a snapshot of the catalogue.";

    private const string Format = "TrainingApis.CegosCatalog";
    private static ReadOnlySpan<byte> Start => "{\"format\":\"TrainingApis.CegosCatalog\","u8;

    private const string DateFormat = "yyyy-MM-dd'T'HH:mm:ss";

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;

    /// <summary>Initializes the writer. Nothing is written yet.</summary>
    public SnapshotLines() =>
        _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Gets the properties of a product that are compared: the properties that this version knows.</summary>
    public static FlatColumn[] Products { get; } =
        [.. FlatColumn.Of(typeof(Product), nameof(Product.YearlyProductCode)).Where(column => !IsExtra(column.Name))];

    /// <summary>
    /// Gets the properties of a session that are compared. If a value could not be read, the original text from Cegos is used.
    /// </summary>
    public static FlatColumn[] Sessions { get; } =
    [
        .. FlatColumn.Of(typeof(Session), nameof(Session.YearlySessionCode), nameof(Session.ProductTitle),
            nameof(Session.PlacesLeft))
            .Where(column => !IsExtra(column.Name))
            .Select(column => column.Name switch
            {
                nameof(Session.StartDate) => Read(column, session => session.StartDate ?? (object?)session.StartDateRaw),
                nameof(Session.EndDate) => Read(column, session => session.EndDate ?? (object?)session.EndDateRaw),
                nameof(Session.Status) => Read(column, session =>
                    session.Status == SessionStatus.Unknown ? session.StatusRaw : session.Status.ToString()),
                _ => column,
            }),
    ];

    /// <summary>Gets the properties of a type of item.</summary>
    public static FlatColumn[] Of(CatalogItemType type) => type == CatalogItemType.Product ? Products : Sessions;

    /// <summary>Writes the first line.</summary>
    public ReadOnlyMemory<byte> WriteHeader(bool isHydrated) => Write(json =>
    {
        json.WriteString("format", Format);
        json.WriteNumber("v", Version);
        json.WriteBoolean("hydrated", isHydrated);
        WriteNames(json, "product", Products);
        WriteNames(json, "session", Sessions);
    });

    /// <summary>Writes the line of an item. The returned memory is valid until the next line is written.</summary>
    public ReadOnlyMemory<byte> WriteItem(CatalogItemType type, string code, object item) => Write(json =>
    {
        json.WriteString(NameOf(type), code);
        json.WriteStartObject("values");
        foreach (var column in Of(type))
        {
            WriteValue(json, column.Name, column.Read(item));
        }

        json.WriteEndObject();
    });

    /// <summary>Writes the last line.</summary>
    public ReadOnlyMemory<byte> WriteEnd(int products, int sessions) => Write(json =>
    {
        json.WriteNumber("products", products);
        json.WriteNumber("sessions", sessions);
    });

    /// <summary>Reads the first line: whether the snapshot is hydrated, and the names of its properties.</summary>
    /// <exception cref="FormatException">The line is not the header of a snapshot, or has another version.</exception>
    public static (bool IsHydrated, HashSet<string> Products, HashSet<string> Sessions) ReadHeader(ReadOnlyMemory<byte> line)
    {
        if (line.Span.IndexOf(Start) != 0)
        {
            throw new FormatException(NoSnapshot);
        }

        using var json = JsonDocument.Parse(line);
        var header = json.RootElement;

        var version = header.GetProperty("v").GetInt32();
        return version == Version
            ? (header.GetProperty("hydrated").GetBoolean(), Names(header, "product"), Names(header, "session"))
            : throw new FormatException($"It has version {version}, and this module reads version {Version}.");

        static HashSet<string> Names(JsonElement header, string name) =>
            [.. header.GetProperty(name).EnumerateArray().Select(value => value.GetString()!)];
    }

    /// <summary>Reads the type and the code of the item of a line; null for the last line, which contains the numbers of items.</summary>
    public static (CatalogItemType Type, string Code)? ReadKey(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        json.Read();
        json.Read();
        var name = json.GetString();
        json.Read();
        return name switch
        {
            "product" => (CatalogItemType.Product, json.GetString()!),
            "session" => (CatalogItemType.Session, json.GetString()!),
            _ => null,
        };
    }

    /// <summary>Reads the last line.</summary>
    public static (int Products, int Sessions) ReadEnd(ReadOnlyMemory<byte> line)
    {
        using var json = JsonDocument.Parse(line);
        return (json.RootElement.GetProperty("products").GetInt32(), json.RootElement.GetProperty("sessions").GetInt32());
    }

    /// <summary>Reads the values of an item, by property.</summary>
    public static Dictionary<string, object?> ReadValues(CatalogItemType type, ReadOnlyMemory<byte> line)
    {
        using var json = JsonDocument.Parse(line);
        var values = json.RootElement.GetProperty("values").EnumerateObject().ToDictionary(value => value.Name, value => value.Value);
        return Of(type).Where(column => values.ContainsKey(column.Name))
            .ToDictionary(column => column.Name, column => ReadValue(values[column.Name], column.Type));
    }

    /// <summary>Gets the hash of a line, to detect differences.</summary>
    public static UInt128 HashOf(ReadOnlySpan<byte> line)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(line, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    public void Dispose() => _json.Dispose();

    /// <summary>
    /// Gets whether a property repeats another one as the original text from Cegos, or contains data that this version does not know.
    /// </summary>
    private static bool IsExtra(string name) =>
        name.EndsWith("Raw", StringComparison.Ordinal) || name.EndsWith(nameof(AdditionalProperties), StringComparison.Ordinal);

    private static string NameOf(CatalogItemType type) => type == CatalogItemType.Product ? "product" : "session";

    private static FlatColumn Read(FlatColumn column, Func<Session, object?> read) => column with { Read = item => read((Session)item) };

    private static void WriteNames(Utf8JsonWriter json, string name, FlatColumn[] columns)
    {
        json.WriteStartArray(name);
        foreach (var column in columns)
        {
            json.WriteStringValue(column.Name);
        }

        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case decimal number:
                json.WriteNumber(name, number);
                break;
            case DateTime time:
                json.WriteString(name, time.ToString(DateFormat, CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteString(name, (string)value);
                break;
        }
    }

    private static object? ReadValue(JsonElement value, Type type) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when type == typeof(int) => value.GetInt32(),
        JsonValueKind.Number => value.GetDecimal(),
        _ when type == typeof(DateTime)
            && DateTime.TryParseExact(value.GetString(), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) =>
                time,
        _ => value.GetString(),
    };

    private ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        write(_json);
        _json.WriteEndObject();
        _json.Flush();
        return _buffer.WrittenMemory;
    }
}
