namespace TrainingApis.Sandbox.Resamania;

/// <summary>How a contact came to know the club.</summary>
internal sealed class ResamaniaSource
{
    public ResamaniaSource(long id, string name, bool isArchived, bool isSeeded) => (Id, Name, IsArchived, IsSeeded) = (id, name, isArchived, isSeeded);

    public long Id { get; }

    public string Name { get; set; }

    public bool IsArchived { get; set; }

    public bool IsSeeded { get; }
}
