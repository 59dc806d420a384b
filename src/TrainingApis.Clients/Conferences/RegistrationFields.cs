namespace TrainingApis.Clients.Conferences;

/// <summary>Turns names of members of a registration into those that a read asks for.</summary>
internal static class RegistrationFields
{
    /// <summary>Our names of members that the vendor names otherwise, or has inside another.</summary>
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

    /// <summary>Gets the vendor's list, the id first, each once; null where all members are wanted.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: what cannot be the name of a member.</exception>
    public static string? Join(IReadOnlyCollection<string>? fields) =>
        fields is null || fields.Count == 0 ? null
            : string.Join(",", fields.Select(WireName).Where(name => name.Length > 0).Prepend("id").Distinct(StringComparer.Ordinal));

    /// <summary>Gets an empty name for the parents' ids, which are in the address.</summary>
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
