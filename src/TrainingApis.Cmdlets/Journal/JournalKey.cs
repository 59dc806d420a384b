using System.Collections;
using System.Globalization;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TrainingApis.Cmdlets.Journal;

/// <summary>
/// Creates the key of a change from what the change means: operation, endpoint, account and canonical request. No name or order of this
/// code has a part in it, and no difference that a spreadsheet, git or a file system makes when it saves a file again.
/// </summary>
internal static class JournalKey
{
    private const string NumberFormat = "0.############################";

    /// <summary>Gets the key: a SHA-256 hash in lower-case hexadecimal, so that the journal holds no personal data.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="identity">Endpoint and account.</param>
    /// <param name="members">The request by wire name; null clears a field.</param>
    public static string Of(string operation, string identity, IEnumerable<KeyValuePair<string, object?>> members) =>
        Convert.ToHexString(SHA256.HashData(Canonical(operation, identity, members))).ToLowerInvariant();

    /// <summary>Gets the canonical form that is hashed, as UTF-8 JSON.</summary>
    internal static byte[] Canonical(string operation, string identity, IEnumerable<KeyValuePair<string, object?>> members)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            json.WriteNumberValue(JournalLine.Version);
            json.WriteStringValue(operation);
            json.WriteStringValue(identity);
            // A text that is empty once trimmed is what another program saves as an empty cell: not given.
            WriteMembers(json, members.Where(member => member.Value is not string text || Text(text).Length > 0));
            json.WriteEndArray();
        }

        return buffer.ToArray();
    }

    private static void WriteMembers(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> members)
    {
        json.WriteStartObject();
        foreach ((var name, var value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(name);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(Text(text));
                break;
            case ResourceId id:
                json.WriteStringValue(id.ToString()); // number and IRI alike
                break;
            case SecureString:
                json.WriteStringValue("(secret)"); // only that there is one counts
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case double or float:
                WriteNumber(json, Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case sbyte or byte or short or ushort or int or uint or long or ulong or decimal:
                json.WriteRawValue(Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString(NumberFormat, CultureInfo.InvariantCulture));
                break;
            case DateTime or DateTimeOffset:
                json.WriteStringValue(((IFormattable)value).ToString("O", CultureInfo.InvariantCulture));
                break;
            case IEnumerable<KeyValuePair<string, object?>> members:
                WriteMembers(json, members);
                break;
            case IDictionary map:
                WriteMembers(json, map.Cast<DictionaryEntry>().Select(entry => KeyValuePair.Create($"{entry.Key}", entry.Value)));
                break;
            case IEnumerable items:
                json.WriteStartArray();
                foreach (var item in items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                throw new NotSupportedException($"A {value.GetType().Name} has no canonical form.");
        }
    }

    /// <summary>Writes 14.0 as 14, like a whole number.</summary>
    private static void WriteNumber(Utf8JsonWriter json, double value)
    {
        if (Math.Abs(value) < 7.9e27)
        {
            json.WriteRawValue(((decimal)value).ToString(NumberFormat, CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNumberValue(value);
        }
    }

    /// <summary>Gets the text in NFC, with line feeds, without white space at its ends.</summary>
    private static string Text(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();
        try
        {
            return lines.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return lines; // half a surrogate pair has no normal form
        }
    }
}
