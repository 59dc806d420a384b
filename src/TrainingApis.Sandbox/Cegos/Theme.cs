namespace TrainingApis.Sandbox.Cegos;

/// <summary>A field within a range, and what it teaches.</summary>
internal sealed class Theme
{
    public Theme(string label, params string[] subjects) => (Label, Subjects) = (label, subjects);

    public string Label { get; }

    public IReadOnlyList<string> Subjects { get; }
}
