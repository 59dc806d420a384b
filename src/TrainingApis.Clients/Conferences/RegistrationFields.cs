namespace TrainingApis.Clients.Conferences;

/// <summary>Maps the names of registration members to the names that a request for fields uses.</summary>
internal static class RegistrationFields
{
    /// <summary>The names of members that have another name at the vendor, or are inside another member there.</summary>
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

    /// <summary>Gets the list for the vendor, without duplicates and with the ID first; null if all members are requested.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: a text that cannot be the name of a member.</exception>
    public static string? Join(IReadOnlyCollection<string>? fields) =>
        fields is null || fields.Count == 0 ? null
            : string.Join(",", fields.Select(WireName).Where(name => name.Length > 0).Prepend("id").Distinct(StringComparer.Ordinal));

    /// <summary>Gets an empty name for the IDs of the parents, which are in the address.</summary>
    private static string WireName(string name)
    {
        if (name.Length == 0 || !name.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '_'))
        {
            throw new ApiException(ApiErrorKind.InvalidArgument, "A field to read must be the name of a member.");
        }

        if (name.Equals("ConferenceId", StringComparison.OrdinalIgnoreCase) || name.Equals("SessionId", StringComparison.OrdinalIgnoreCase))
        {
            return string.Empty;
        }

        return WireNames.GetValueOrDefault(name) ?? char.ToLowerInvariant(name[0]) + name[1..];
    }
}
