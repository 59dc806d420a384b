namespace TrainingApis.Sandbox.Cegos;

/// <summary>What the vendor calls a range: a profession's trainings, by theme.</summary>
internal sealed class TrainingRange
{
    public TrainingRange(int id, string label, params Theme[] themes)
    {
        (Id, Label, Themes) = (id, label, themes);
        Subjects = themes.SelectMany(theme => theme.Subjects).ToArray();
    }

    public int Id { get; }

    public string Label { get; }

    public IReadOnlyList<Theme> Themes { get; }

    public IReadOnlyList<string> Subjects { get; }
}
