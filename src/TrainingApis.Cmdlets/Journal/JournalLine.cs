using System.Globalization;
using System.Text.Json;

namespace TrainingApis.Cmdlets.Journal;

/// <summary>One line of a journal file.</summary>
internal sealed record JournalLine(
    DateTimeOffset Time, string Command, string Step, string Key, int Occurrence, JournalState State, string? Reference, string? Error)
{
    private const int Version = 1;
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The line with its line feed, as UTF-8.</summary>
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

    /// <summary>Reads a line back.</summary>
    /// <exception cref="FormatException">It is not a line of a journal; the text says what is wrong with it.</exception>
    public static JournalLine Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.GetProperty("v").GetInt32() != Version)
            {
                throw new FormatException($"its version is not {Version}");
            }

            var key = Text(root, "key");
            if (key.Length != 64 || !key.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f'))
            {
                throw new FormatException("its key is not a SHA-256");
            }

            var state = Text(root, "state");
            if (!Enum.GetNames<JournalState>().Contains(state))
            {
                throw new FormatException("its state is not known");
            }

            return new JournalLine(
                root.GetProperty("time").GetDateTimeOffset(), Text(root, "command"), Text(root, "step"), key,
                root.GetProperty("occurrence").GetInt32(), Enum.Parse<JournalState>(state), root.GetProperty("reference").GetString(),
                    root.GetProperty("error").GetString());
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("it is not a line of a journal", error);
        }
    }

    private static string Text(JsonElement root, string name) =>
        root.GetProperty(name).GetString() ?? throw new FormatException($"its {name} is null");
}
