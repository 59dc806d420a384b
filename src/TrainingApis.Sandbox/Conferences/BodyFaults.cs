namespace TrainingApis.Sandbox.Conferences;

/// <summary>What is wrong with a body, by the path of its members: <c>client.id</c>, <c>form[0].value</c>.</summary>
internal sealed class BodyFaults
{
    private readonly List<(string Path, string Fault)> _all = new();

    public void Add(string path, string fault) => _all.Add((path.Length == 0 ? "body" : path, fault));

    public void ThrowIfAny()
    {
        if (_all.Count == 0)
            return;
        var message = "Invalid request: " + string.Join("; ", _all.Select(one => one.Path + " " + one.Fault));
        throw ConferencesRefusal.Invalid(message, _all.Select(one => one.Path).Distinct().ToArray());
    }
}
