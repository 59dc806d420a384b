using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Security;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>Turns a hashtable with text or SecureStrings into fields whose values are shown nowhere, in the order of their names.</summary>
internal static class SecretFields
{
    public static IReadOnlyList<SecretField>? From(IDictionary? map, string parameter) => map is null ? null : ObjectConverter.Entries(map)
        .Select(entry => new SecretField(entry.Key, Value(entry, parameter)))
        .OrderBy(field => field.Name, StringComparer.Ordinal)
        .ToArray();

    private static SecureString Value(KeyValuePair<string, object?> entry, string parameter)
    {
        var value = entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value;
        if (value is SecureString secret)
        {
            return secret;
        }

        if (value is not (string or Uri or Enum or bool or IFormattable))
        {
            throw new ApiException(ApiErrorKind.InvalidArgument,
                $"-{parameter}: the value of '{entry.Key}' is neither text nor a SecureString. Nothing was sent.");
        }

        var text = new SecureString();
        foreach (var character in Convert.ToString(value, CultureInfo.InvariantCulture)!)
        {
            text.AppendChar(character);
        }

        return text;
    }
}
