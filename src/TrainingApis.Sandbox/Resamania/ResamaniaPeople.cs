namespace TrainingApis.Sandbox.Resamania;

/// <summary>The names that contacts are given, each with its letters as they stand in an e-mail address.</summary>
internal static class ResamaniaPeople
{
    public static IReadOnlyList<(string Name, string Plain, string Gender)> Given { get; } = new[]
    {
        ("Hélène", "helene", "female"), ("François", "francois", "male"), ("Zoé", "zoe", "female"), ("Loïc", "loic", "male"),
        ("Anaïs", "anais", "female"), ("Jérôme", "jerome", "male"), ("Maëlys", "maelys", "female"), ("Noël", "noel", "male"),
        ("Aïcha", "aicha", "female"), ("Théo", "theo", "male"), ("Océane", "oceane", "female"), ("Jean-François", "jean-francois", "male"),
        ("Inès", "ines", "female"), ("Mickaël", "mickael", "male"), ("Chloé", "chloe", "female"), ("Stéphane", "stephane", "male"),
    };

    public static IReadOnlyList<(string Name, string Plain)> Family { get; } = new[]
    {
        ("Lefèvre", "lefevre"), ("Béranger", "beranger"), ("D'Almeida", "dalmeida"), ("Le Goff", "legoff"), ("Crépin", "crepin"),
        ("Œuvrard", "oeuvrard"), ("Château", "chateau"), ("Hervé-Bazin", "herve-bazin"), ("N'Diaye", "ndiaye"), ("Müller", "muller"),
        ("Ibáñez", "ibanez"), ("Çelik", "celik"), ("Étienne", "etienne"), ("GARÇON", "garcon"), ("de La Tour d'Auvergne", "delatour"),
        ("Quéré", "quere"), ("Łukasik", "lukasik"), ("Prévôt", "prevot"), ("L'Hôte", "lhote"),
    };

    public static IReadOnlyList<(string Street, string PostalCode, string Town)> Places { get; } = new[]
    {
        ("52 chemin du Fort Rouge", "83390", "Cuers"), ("1 rue de l'Église", "06000", "NICE"), ("12 allée des Chênes", "13100", "Aix-en-Provence"),
        ("3 bis, avenue Général-de-Gaulle", "69003", "Lyon"), ("8 place de l'Hôtel-de-Ville", "01000", "Bourg-en-Bresse"), ("Résidence « Les Pins »", "20090", "Ajaccio"),
        ("27 quai Bérigny", "76400", "Fécamp"), ("9 rue Saint-Étienne", "42000", "Saint-Étienne"),
    };
}
