using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TrainingApis.Cmdlets.Journal;

/// <summary>Represents one line of a journal file.</summary>
/// <param name="Row">The number of the input object, from 1; null if the change is only from the command line.</param>
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
    /// <summary>The format version that this module writes and reads. New rules for the key require a new version.</summary>
    public const int Version = 2;

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private static readonly byte[] Beginning = Encoding.UTF8.GetBytes($"{{\"v\":{Version},\"time\":\"");

    /// <summary>Gets the line with its line feed, in UTF-8.</summary>
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
    /// <param name="previous">The previous line. Equal texts of both lines share one string.</param>
    /// <exception cref="FormatException">The text is not a journal line. The message contains the reason.</exception>
    /// <exception cref="JournalVersionException">The line has another format version.</exception>
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

    /// <summary>Gets whether bytes without a line feed are the beginning of a line that was interrupted by a crash.</summary>
    /// <param name="fragment">The end of the file.</param>
    /// <param name="followsLines">Whether journal lines precede the bytes. Otherwise, the bytes must contain the complete fixed
    /// beginning.</param>
    public static bool IsBeginning(ReadOnlySpan<byte> fragment, bool followsLines)
    {
        if (followsLines)
        {
            fragment = fragment.TrimEnd((byte)0); // the file system may have extended the file before a power failure
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
