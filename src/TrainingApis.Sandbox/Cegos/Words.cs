namespace TrainingApis.Sandbox.Cegos;

/// <summary>The short lists that members of products and sessions are chosen from.</summary>
internal static class Words
{
    public static IReadOnlyList<string> EvolutionTypes { get; } = new[] { "Evolution", "Reconduit", "Reconduit", "Nouveauté" };

    public static IReadOnlyList<string> TrainingMethods { get; } = new[] { "Présentiel", "Stage", "Stage", "Classe virtuelle" };

    public static IReadOnlyList<string> DeliveryModes { get; } = new[] { "Présentiel", "A distance", "Mixte" };

    public static IReadOnlyList<string> Languages { get; } = new[] { "Français", "Anglais", "Espagnol", "Allemand" };

    public static IReadOnlyList<string> Levels { get; } = new[] { "Découverte", "Fondamental", "Perfectionnement", "Expert" };

    public static IReadOnlyList<string> Partners { get; } = new[] { "Cegos", "Partenaire A", "Partenaire B", "Cabinet d'avocats Lefèvre & Associés" };

    public static IReadOnlyList<string> TitleTypes { get; } = new[] { "BALISE TITRE", "TITRE", "SOUS TITRE" };

    public static IReadOnlyList<string> ModuleLabels { get; } = new[]
    {
        "Partie 1", "Partie 2", "Introduction au management", "Les états financiers en normes IFRS",
        "Practips générique : un défi par semaine pendant 7 semaines (1er pas : réservez 30 minutes…)",
        "Évaluation amont : \"où en êtes-vous ?\"", "Classe virtuelle de clôture",
    };

    public static IReadOnlyList<string> Streets { get; } = new[]
    {
        "12 rue de l'Église", "Tour Bretagne ; 4e étage", "2 Impasse Augustin Fresnel - Imm Atalante 2", "Place du Général Leclerc",
        "19 quai d'Austerlitz", "Centre d'affaires \"Le Phare\"", "85 cours Lafayette", "ZAC des Hauts-de-l'Île",
    };
}
