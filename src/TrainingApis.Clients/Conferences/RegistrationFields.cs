using System.Globalization;
using System.Text;
using TrainingApis.Clients.Json;
using TrainingApis.Conferences;

namespace TrainingApis.Clients.Conferences;

/// <summary>The members of a registration by their wire names: those that a change sends, and those that a read asks for.</summary>
internal static class RegistrationFields
{
    /// <summary>Our names of members that the vendor calls otherwise, or has inside another.</summary>
    private static readonly Dictionary<string, string> WireNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["RegistrationId"] = "id",
        ["ClientId"] = "client",
        ["ClientName"] = "client",
        ["FirstName"] = "client",
        ["LastName"] = "client",
        ["EmailAddress"] = "client",
        ["PhoneNumber"] = "client",
        ["StatusRaw"] = "status",
    };

    /// <summary>The vendor's list, the id first, each once; null where all members are wanted.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: what cannot be the name of a member.</exception>
    public static string? Join(IReadOnlyCollection<string>? fields) =>
        fields is null || fields.Count == 0 ? null
            : string.Join(",", fields.Select(WireName).Where(name => name.Length > 0).Prepend("id").Distinct(StringComparer.Ordinal));

    public static Dictionary<string, object?> Of(string? clientId, int? seats, RegistrationStatus? status, IReadOnlyList<object?>? form)
    {
        var fields = new Dictionary<string, object?>();
        if (clientId is not null)
        {
            fields.Add("client", new Dictionary<string, object?> { ["id"] = clientId });
        }

        if (seats is not null)
        {
            fields.Add("seats", seats);
        }

        if (status is not null)
        {
            fields.Add("status", SettableStatus.ToWire(status.Value));
        }

        if (form is not null)
        {
            fields.Add("form", form);
        }

        return fields;
    }

    /// <summary>The same in a query, for a route that says so: the client's id by its path, the form as JSON.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> ToQuery(IReadOnlyDictionary<string, object?> fields) =>
        fields.Select(field => field.Value switch
    {
        Dictionary<string, object?> client => KeyValuePair.Create(field.Key + ".id", (string)client["id"]!),
        string text => KeyValuePair.Create(field.Key, text),
        int number => KeyValuePair.Create(field.Key, number.ToString(CultureInfo.InvariantCulture)),
        var other => KeyValuePair.Create(field.Key, Encoding.UTF8.GetString(JsonTree.Write(other))),
    }).ToArray();

    /// <summary>Empty for what the vendor need not be asked for: the parents' ids are in the address.</summary>
    private static string WireName(string name)
    {
        if (name.Length == 0 || !name.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '_'))
        {
            throw new ApiException(ApiErrorKind.InvalidArgument, "A field to ask for must be the name of a member.");
        }

        if (name.Equals("ConferenceId", StringComparison.OrdinalIgnoreCase) || name.Equals("SessionId", StringComparison.OrdinalIgnoreCase))
        {
            return string.Empty;
        }

        return WireNames.GetValueOrDefault(name) ?? char.ToLowerInvariant(name[0]) + name[1..];
    }
}
