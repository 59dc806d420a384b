namespace TrainingApis.Sandbox.Conferences;

/// <summary>The conferences that every account has: title, external id, zone, seats, further seats a registration may take, sessions.</summary>
internal static class ConferencesEvents
{
    public static IReadOnlyList<(string Title, string? ExternalId, string City, string Zone, int Capacity, int MoreSeats, int Sessions)> All { get; } =
        new (string, string?, string, string, int, int, int)[]
        {
            ("Forum RH 2026 : l'avenir du travail", "FORUM-RH-2026", "Paris", "Europe/Paris", 200, 9, 3),
            // An external id goes into a path as it is: slash, space, accent and percent sign.
            ("Matinale « Management à distance »", "matinale/été 2026 100%", "Lyon", "Europe/Paris", 12, 9, 2),
            ("Séminaire \"Oser ; décider ; agir\"", null, "Nantes", "Europe/Paris", 60, 0, 3),
            ("Journée d'étude à Saint-Denis", "974-01", "Saint-Denis", "Indian/Reunion", 80, 4, 2),
            ("Café-débat : TVA & opérations internationales", null, "Bruxelles", "Europe/Brussels", 40, 9, 2),
            ("=Webinaire : l'œuvre et la méthode 🌞", "WEB", "À distance", "America/Guadeloupe", 500, 1, 2),
            ("Rencontres d'Ys", null, "Douarnenez", "Europe/Ys", 30, 9, 1),
            ("Conférence sans date", "SANS-DATE", "Metz", "Europe/Paris", 30, 9, 0),
        };
}
