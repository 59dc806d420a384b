using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TrainingApis.Cmdlets.Journal;

/// <summary>Represents one line of a journal file.</summary>
/// <param name="Row">The number of the input object, from 1; null where the change came from the command line alone.</param>
internal sealed record JournalLine(
    DateTimeOffset Time,
    string Command,
    string Step,
    int? Row,
    string Key,
    int Occurrence,
    JournalState State,
    string? Reference,
    string? Error)
{
    /// <summary>The format that this module writes and reads. A new key rule is a new version.</summary>
    public const int Version = 2;

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private static readonly byte[] Beginning = Encoding.UTF8.GetBytes($"{{\"v\":{Version},\"time\":\"");

    /// <summary>Gets the line with its line feed, as UTF-8.</summary>
    public byte[] ToBytes()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("v", Version);
            json.WriteString("time", Time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
            json.WriteString("command", Command);
            json.WriteString("step", Step);
            if (Row is { } row)
            {
                json.WriteNumber("row", row);
            }
            else
            {
                json.WriteNull("row");
            }

            json.WriteString("key", Key);
            json.WriteNumber("occurrence", Occurrence);
            json.WriteString("state", State.ToString());
            json.WriteString("reference", Reference);
            json.WriteString("error", Error);
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <summary>Reads a line.</summary>
    /// <exception cref="FormatException">It is not a journal line; the message says why.</exception>
    public static JournalLine Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var version = root.GetProperty("v").GetInt32();
            if (version != Version)
            {
                throw new FormatException($"it has format version {version}, and this module reads version {Version} only");
            }

            var key = Text(root, "key");
            if (key.Length != 64 || !key.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f'))
            {
                throw new FormatException("its key is not a SHA-256 hash");
            }

            var state = Text(root, "state");
            if (!Enum.GetNames<JournalState>().Contains(state))
            {
                throw new FormatException("its state is unknown");
            }

            var row = root.GetProperty("row");
            return new JournalLine(
                root.GetProperty("time").GetDateTimeOffset(),
                Text(root, "command"),
                Text(root, "step"),
                row.ValueKind == JsonValueKind.Null ? null : row.GetInt32(),
                key,
                root.GetProperty("occurrence").GetInt32(),
                Enum.Parse<JournalState>(state),
                root.GetProperty("reference").GetString(),
                root.GetProperty("error").GetString());
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("it is not a journal line", error);
        }
    }

    /// <summary>Tells whether bytes without a line feed can be the beginning of a line that a crash cut short.</summary>
    /// <param name="fragment">The end of the file.</param>
    /// <param name="followsLines">Whether journal lines stand before it. Otherwise the fixed beginning must be there in full.</param>
    public static bool IsBeginning(ReadOnlySpan<byte> fragment, bool followsLines) =>
        fragment.StartsWith(Beginning) || (followsLines && Beginning.AsSpan().StartsWith(fragment));

    private static string Text(JsonElement root, string name) =>
        root.GetProperty(name).GetString() ?? throw new FormatException($"its {name} is null");
}
