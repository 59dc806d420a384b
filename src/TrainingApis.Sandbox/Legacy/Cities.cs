namespace TrainingApis.Sandbox.Data;

/// <summary>The towns, and the word for none.</summary>
internal static class Cities
{
    

    public static IReadOnlyList<City> All { get; } = new[]
    {
        new City("Paris", "75013"), new City("Lyon", "69003"), new City("Marseille", "13002"), new City("Toulouse", "31000"),
        new City("Nantes", "44000"), new City("Bordeaux", "33300"), new City("Lille", "59777"), new City("Strasbourg", "67000"),
        new City("Rennes", "35000"), new City("Montpellier", "34000"), new City("Nice", "06200"), new City("Grenoble", "38000"),
        new City("Tours", "37000"), new City("Rouen", "76100"), new City("Dijon", "21000"), new City("Clermont-Ferrand", "63000"),
        new City("Orléans", "45000"), new City("Aix-en-Provence", "13100"), new City("Metz", "57000"), new City("Nancy", "54000"),
        new City("Angers", "49100"), new City("Brest", "29200"), new City("Caen", "14000"), new City("Limoges", "87000"),
        new City("Besançon", "25000"), new City("Saint-Étienne", "42000"), new City("Ajaccio", "20090"), new City("Genève", "1201", "SUISSE"),
        new City("Bruxelles", "1000", "BELGIQUE"), new City("Luxembourg", "L-1246", "LUXEMBOURG"),
    };
}
