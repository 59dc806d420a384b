namespace TrainingApis.Sandbox.Resamania;

/// <summary>The chain: its clubs, and the tree that they hang in.</summary>
internal static class ResamaniaNetwork
{
    public static IReadOnlyList<ResamaniaClub> Clubs { get; } = new ResamaniaClub[]
    {
        new(1, "Forme & Santé Toulon", "ABC", "4 boulevard de Strasbourg", "83000", "Toulon", "Piscine", "Musculation"),
        new(2, "Forme & Santé Nice", "FSN", "1 promenade des Anglais", "06000", "Nice", "Musculation"),
        new(3, "L'Atelier du Mouvement", "ADM", "18 rue de la République", "13002", "Marseille", "Pilates"),
        new(4, "Énergie Lyon Part-Dieu", "ELP", "85 cours Lafayette", "69003", "Lyon", "Musculation", "CrossFit®"),
        new(5, "Énergie Saint-Étienne", "ESE", "9 place de l'Hôtel-de-Ville", "42000", "Saint-Étienne", "Musculation"),
        new(6, "Club du Siège (salariés)", "SIEGE", "2 rue des Écoles", "59777", "Lille", "Entreprise"),
        new(7, "Océan Brest", "OCB", "3 quai de la Douane", "29200", "Brest", "Piscine"),
        new(1356, "Arthémis", "ART", "27 rue du Faubourg-Saint-Honoré", "75008", "Paris", "Pilates", "Spa"),
    };

    public static IReadOnlyList<ResamaniaNode> Nodes { get; } = new ResamaniaNode[]
    {
        new(1433, "Siège", null, "group", null),
        new(1434, "Franchise Méditerranée", "mediterranee", "franchise", 1433),
        new(1435, "Franchise Rhône-Alpes", "rhone-alpes", "franchise", 1433),
        new(1438, "Arthémis", "arthemis", "club", 1433, 1356),
        new(1440, "Forme & Santé Toulon", "toulon", "club", 1434, 1),
        new(1441, "Forme & Santé Nice", "nice", "club", 1434, 2),
        new(1442, "L'Atelier du Mouvement", null, "club", 1434, 3),
        new(1443, "Énergie Lyon Part-Dieu", "lyon", "club", 1435, 4),
        new(1444, "Énergie Saint-Étienne", null, "club", 1435, 5),
        new(1445, "Club du Siège (salariés)", null, "club", 1433, 6),
        new(1446, "Océan Brest", "brest", "club", 1433, 7),
    };
}
