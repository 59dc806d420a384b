using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TrainingApis.Cmdlets.Journal;

/// <summary>What makes two changes the same: command, address, account and every field, hashed so that the journal holds no personal
/// data.</summary>
internal static class JournalKey
{
    public static string Of(string command, string identity, IEnumerable<KeyValuePair<string, object?>> fields)
    {
        var text = new StringBuilder();
        Add(command);
        Add(identity);
        foreach ((var name, var value) in fields)
        {
            if (value is null)
            {
                continue;
            }

            Add(name);
            Add(value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value.ToString()!);
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))).ToLowerInvariant();

        // With its length before it, no text can run into the next.
        void Add(string part) => text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part};");
    }
}
