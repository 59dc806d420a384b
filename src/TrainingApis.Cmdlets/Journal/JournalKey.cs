using System.Collections;
using System.Globalization;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TrainingApis.Cmdlets.Journal;

/// <summary>
/// Creates the key of a change from its content: endpoint, account, and for each request the operation and the members by wire name. The
/// key does not depend on names or the order in this code. It also does not depend on differences that a spreadsheet, git or a file system
/// makes when it saves a file again.
/// </summary>
internal static class JournalKey
{
    private const string NumberFormat = "0.############################";

    /// <summary>Gets the key: a SHA-256 hash in lower-case hexadecimal, so that the journal contains no personal data.</summary>
    /// <param name="identity">The endpoint and the account.</param>
    /// <param name="requests">The requests of the change, in order.</param>
    public static string Of(string identity, IEnumerable<(Operation Operation, IReadOnlyList<RequestMember> Members)> requests) =>
        Convert.ToHexString(SHA256.HashData(Canonical(identity, requests))).ToLowerInvariant();

    /// <summary>
    /// Gets the canonical form to hash, as UTF-8 JSON: version, identity, and for each request the API, the operation, the path parameters
    /// and the other members.
    /// </summary>
    internal static byte[] Canonical(
        string identity, IEnumerable<(Operation Operation, IReadOnlyList<RequestMember> Members)> requests)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            json.WriteNumberValue(JournalLine.Version);
            json.WriteStringValue(identity);
            foreach (var (operation, members) in requests)
            {
                json.WriteStartArray();
                json.WriteStringValue(operation.Service.ToString());
                json.WriteStringValue(operation.Name);
                WriteMembers(json, members, isInPath: true);
                WriteMembers(json, members, isInPath: false);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return buffer.ToArray();
    }

    private static void WriteMembers(Utf8JsonWriter json, IReadOnlyList<RequestMember> members, bool isInPath) => WriteObject(json,
        [.. members.Where(member => member.IsInPath == isInPath).Select(member => KeyValuePair.Create(member.Name, member.Value))]);

    private static void WriteObject(Utf8JsonWriter json, List<KeyValuePair<string, object?>> members)
    {
        members.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        json.WriteStartObject();
        foreach ((var name, var value) in members)
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
                json.WriteStringValue(id.ToString()); // the same for a number and an IRI
                break;
            case SecureString:
                json.WriteStringValue("(secret)"); // only the presence of a secret is relevant
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                WriteNumber(json, number);
                break;
            case double number:
                WriteNumber(json, number);
                break;
            case IEnumerable<KeyValuePair<string, object?>> members:
                WriteObject(json, [.. members]);
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

    /// <summary>Writes 14, 14.0 and 14.00 as the same number.</summary>
    private static void WriteNumber(Utf8JsonWriter json, decimal value) =>
        json.WriteRawValue((value == 0 ? 0 : value).ToString(NumberFormat, CultureInfo.InvariantCulture));

    /// <summary>Writes a number in the same way as a decimal if a decimal can represent it exactly.</summary>
    private static void WriteNumber(Utf8JsonWriter json, double value)
    {
        if (decimal.TryParse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture,
            out var exact)
            && (double)exact == value)
        {
            WriteNumber(json, exact);
        }
        else
        {
            json.WriteNumberValue(value);
        }
    }

    /// <summary>Gets the text in NFC, with line feeds as line breaks, and without white space at its ends.</summary>
    private static string Text(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();
        try
        {
            return lines.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return lines; // an unpaired surrogate has no normal form
        }
    }
}
