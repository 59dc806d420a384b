namespace TrainingApis.Sandbox.Data;

/// <summary>A town where trainings are held.</summary>
internal sealed class City
{
    public City(string name, string postalCode, string country = "FRANCE") => (Name, PostalCode, Country) = (name, postalCode, country);

    public string Name { get; }

    public string PostalCode { get; }

    public string Country { get; }

    /// <summary>Three letters, as in a session's code: <c>PAR</c>.</summary>
    public string Code => Name[..3].ToUpperInvariant();
}
