using System.Buffers;
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
    /// <param name="line">The line, with or without its line feed.</param>
    /// <param name="previous">The line before it. Texts that are equal are shared with it.</param>
    /// <exception cref="FormatException">It is not a journal line; the message says why.</exception>
    /// <exception cref="JournalVersionException">It has another format version.</exception>
    public static JournalLine Parse(ReadOnlySpan<byte> line, JournalLine? previous = null)
    {
        var reader = new Utf8JsonReader(line);
        var members = new JournalLineMembers(previous);
        try
        {
            if (members.Read(ref reader) && !reader.Read())
            {
                return members.ToLine();
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new FormatException(JournalLineMembers.NotALine, error);
        }

        throw new FormatException(JournalLineMembers.NotALine);
    }

    /// <summary>Tells whether bytes without a line feed are the beginning of a line that a crash cut short.</summary>
    /// <param name="fragment">The end of the file.</param>
    /// <param name="followsLines">Whether journal lines stand before it. Otherwise the fixed beginning must be there in full.</param>
    public static bool IsBeginning(ReadOnlySpan<byte> fragment, bool followsLines)
    {
        if (followsLines)
        {
            fragment = fragment.TrimEnd((byte)0); // a file system may have enlarged the file before the power failed
            if (Beginning.AsSpan().StartsWith(fragment))
            {
                return true;
            }
        }

        if (!fragment.StartsWith(Beginning))
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(fragment, isFinalBlock: false, state: default);
            return !new JournalLineMembers(null).Read(ref reader);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }
}

/// <summary>Represents a journal line that has another format version than this module reads.</summary>
/// <param name="version">The version.</param>
internal sealed class JournalVersionException(int version)
    : FormatException($"it has format version {version}, and this module reads version {JournalLine.Version} only");

/// <summary>Reads the members of a journal line, in any order. Unknown members are skipped.</summary>
/// <param name="previous">The line before it, or null.</param>
internal sealed class JournalLineMembers(JournalLine? previous)
{
    public const string NotALine = "it is not a journal line";

    private const int KeyLength = 64;
    private static readonly SearchValues<char> HexadecimalDigits = SearchValues.Create("0123456789abcdef");
    private static readonly (byte[] Name, JournalState State)[] States =
        [.. Enum.GetValues<JournalState>().Select(state => (Encoding.UTF8.GetBytes(state.ToString()), state))];

    private bool _hasVersion;
    private bool _hasReference;
    private bool _hasError;
    private bool _hasRow;
    private DateTimeOffset? _time;
    private string? _command;
    private string? _step;
    private int? _row;
    private string? _key;
    private int? _occurrence;
    private JournalState? _state;
    private string? _reference;
    private string? _error;

    /// <summary>Reads the members. False where the text ends before the line does.</summary>
    /// <exception cref="FormatException">It is not a journal line.</exception>
    public bool Read(ref Utf8JsonReader reader)
    {
        if (reader.Read() && reader.TokenType != JsonTokenType.StartObject)
        {
            throw new FormatException(NotALine);
        }

        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return true;
            }

            if (!ReadMember(ref reader))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Gets the line.</summary>
    /// <exception cref="FormatException">A member is missing.</exception>
    public JournalLine ToLine() =>
        _hasVersion && _hasRow && _hasReference && _hasError && _time is { } time && _occurrence is { } occurrence && _state is { } state
            ? new JournalLine(time, Required(_command), Required(_step), _row, Required(_key), occurrence, state, _reference, _error)
            : throw new FormatException(NotALine);

    private static string Required(string? text) => text ?? throw new FormatException(NotALine);

    private bool ReadMember(ref Utf8JsonReader reader)
    {
        var name = NameOf(ref reader);
        if (name is null)
        {
            return reader.TrySkip();
        }

        if (!reader.Read())
        {
            return false;
        }

        switch (name)
        {
            case "v":
                ReadVersion(ref reader);
                break;
            case "time":
                _time = reader.TryGetDateTimeOffset(out var time) ? time : throw new FormatException("its time is not a date");
                break;
            case "command":
                _command = Text(ref reader, name, previous?.Command);
                break;
            case "step":
                _step = Text(ref reader, name, previous?.Step);
                break;
            case "row":
                _hasRow = true;
                _row = reader.TokenType == JsonTokenType.Null ? null : Number(ref reader);
                break;
            case "key":
                ReadKey(ref reader);
                break;
            case "occurrence":
                _occurrence = Number(ref reader);
                break;
            case "state":
                ReadState(ref reader);
                break;
            case "reference":
                _hasReference = true;
                _reference = Shared(ref reader, previous?.Reference);
                break;
            default:
                _hasError = true;
                _error = Shared(ref reader, previous?.Error);
                break;
        }

        return true;
    }

    private static string? NameOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("v"u8) ? "v"
        : reader.ValueTextEquals("time"u8) ? "time"
        : reader.ValueTextEquals("command"u8) ? "command"
        : reader.ValueTextEquals("step"u8) ? "step"
        : reader.ValueTextEquals("row"u8) ? "row"
        : reader.ValueTextEquals("key"u8) ? "key"
        : reader.ValueTextEquals("occurrence"u8) ? "occurrence"
        : reader.ValueTextEquals("state"u8) ? "state"
        : reader.ValueTextEquals("reference"u8) ? "reference"
        : reader.ValueTextEquals("error"u8) ? "error"
        : null;

    private static string Text(ref Utf8JsonReader reader, string name, string? before) =>
        Shared(ref reader, before) ?? throw new FormatException($"its {name} is null");

    private static string? Shared(ref Utf8JsonReader reader, string? before) =>
        before is not null && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(before) ? before : reader.GetString();

    private static int Number(ref Utf8JsonReader reader) =>
        reader.TryGetInt32(out var number) ? number : throw new FormatException(NotALine);

    private void ReadVersion(ref Utf8JsonReader reader)
    {
        var version = Number(ref reader);
        if (version != JournalLine.Version)
        {
            throw new JournalVersionException(version);
        }

        _hasVersion = true;
    }

    private void ReadKey(ref Utf8JsonReader reader)
    {
        _key = Text(ref reader, "key", previous?.Key);
        if (_key.Length != KeyLength || _key.AsSpan().ContainsAnyExcept(HexadecimalDigits))
        {
            throw new FormatException("its key is not a SHA-256 hash");
        }
    }

    private void ReadState(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            throw new FormatException("its state is null");
        }

        foreach (var (name, state) in States)
        {
            if (reader.ValueTextEquals(name))
            {
                _state = state;
                return;
            }
        }

        throw new FormatException("its state is unknown");
    }
}
