using System.Buffers;
using System.Text;
using System.Text.Json;

namespace TrainingApis.Cmdlets.Journal;

/// <summary>Represents the error for a journal line with a format version that this module does not read.</summary>
/// <param name="version">The version.</param>
internal sealed class JournalVersionException(int version)
    : FormatException($"it has format version {version}, and this module reads version {JournalLine.Version} only");

/// <summary>Reads the members of a journal line, in any order. Unknown members are skipped.</summary>
/// <param name="previous">The previous line; null for none.</param>
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

    /// <summary>Reads the members. Returns false if the text ends before the line is complete.</summary>
    /// <exception cref="FormatException">The text is not a journal line.</exception>
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
