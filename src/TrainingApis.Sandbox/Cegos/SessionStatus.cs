namespace TrainingApis.Sandbox.Cegos;

/// <summary>A status as the list and the single resource say it; the list uses name or number.</summary>
internal sealed class SessionStatus
{
    private SessionStatus(string name, int number, string label) => (Name, Number, Label) = (name, number, label);

    public static SessionStatus Open { get; } = new("Open", 0, "Open");

    public static SessionStatus Cancelled { get; } = new("Cancel", 900, "Cancelled");

    /// <summary>All, in the odds at which they occur. The last two are in no list of values: clients must survive them.</summary>
    public static IReadOnlyList<SessionStatus> Odds { get; } = new[]
    {
        Open, Open, Open, Open, Open, Open, Open, Open, Open, Open, new("Valid", 100, "Valid"), new("Valid", 100, "Valid"),
        new("Invited", 200, "Invited"), Cancelled, new("Closed", 800, "Closed"), new("Reported", 500, "Reported"),
    };

    public string Name { get; }

    public int Number { get; }

    public string Label { get; }
}
