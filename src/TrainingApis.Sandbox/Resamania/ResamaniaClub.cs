namespace TrainingApis.Sandbox.Resamania;

/// <summary>A club.</summary>
internal sealed class ResamaniaClub
{
    public ResamaniaClub(long id, string name, string code, string street, string postalCode, string town, params string[] tags)
    {
        (Id, Name, Code, Street, PostalCode, Town, Tags) = (id, name, code, street, postalCode, town, tags);
    }

    public long Id { get; }

    public string Name { get; }

    public string Code { get; }

    public string Street { get; }

    public string PostalCode { get; }

    public string Town { get; }

    public IReadOnlyList<string> Tags { get; }

    /// <summary><c>public</c>, or <c>private</c> for a company's own.</summary>
    public string Visibility => Tags.Contains("Entreprise") ? "private" : "public";

    /// <summary>What cannot be done online there.</summary>
    public IReadOnlyList<string> DisabledProcesses => Id % 4 == 3 ? new[] { "subscription" } : Array.Empty<string>();

    public bool HasResaboxNotification => Id % 2 == 0;
}
