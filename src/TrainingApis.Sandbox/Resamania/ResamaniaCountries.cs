namespace TrainingApis.Sandbox.Resamania;

/// <summary>The countries that an address may name.</summary>
internal static class ResamaniaCountries
{
    public static IReadOnlyList<(string Name, string Iso)> All { get; } = new[]
    {
        ("Algérie", "DZ"), ("Allemagne", "DE"), ("Andorre", "AD"), ("Belgique", "BE"), ("Canada", "CA"), ("Côte d'Ivoire", "CI"), ("Espagne", "ES"),
        ("France", "FR"), ("Irlande", "IE"), ("Italie", "IT"), ("Luxembourg", "LU"), ("Maroc", "MA"), ("Monaco", "MC"), ("Pays-Bas", "NL"),
        ("Portugal", "PT"), ("Royaume-Uni", "GB"), ("Sénégal", "SN"), ("Suisse", "CH"), ("Tunisie", "TN"),
    };

    public static string? IsoOf(string? name) => All.FirstOrDefault(country => country.Name == name).Iso;

    public static string? NameOf(string? iso) => All.FirstOrDefault(country => country.Iso == iso).Name;
}
