namespace TrainingApis.Sandbox.Loop;

/// <summary>The names that files are given.</summary>
internal static class LoopNames
{
    public static IReadOnlyList<string> LastNames { get; } = new[]
    {
        "LEFÈVRE", "Garçon", "D'Hérouville", "Noël", "Le Goff", "MÜLLER-BLANC", "Besançon", "Peña", "de La Tour", "Çelik",
    };

    public static IReadOnlyList<string> FirstNames { get; } = new[]
    {
        "Hélène", "François", "Zoé", "Jean-Noël", "Aïcha", "Benoît", "Maëlle", "Gaël", "Manon", "Anne-Cécile",
    };

    public static IReadOnlyList<string> Companies { get; } = new[]
    {
        "Ateliers du Phare", "Boulangerie de l'Église", "Électricité Générale d'Œuilly", "Garage \"Le Relais\"", "Bâti & Fils ; couverture",
        "Agence Côté Sud", "Crêperie du Château", "Pharmacie des Trois Maïs", "Transports Prévôt", "Menuiserie L’Établi", "Association À Cœur Ouvert",
        "+ de Fleurs", "=Design", "Société d'Exploitation des Huîtrières de l'Île-d'Oléron", "Abbaye Saint-Étienne", "Vignobles Guérin",
    };

    public static IReadOnlyList<string> Forms { get; } = new[] { "SARL", "SAS", "SASU", "EURL", "SCI", "SA à directoire" };
}
