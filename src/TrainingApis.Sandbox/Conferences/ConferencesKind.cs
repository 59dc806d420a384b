namespace TrainingApis.Sandbox.Conferences;

/// <summary>One kind of resource: what it is called, what may be asked of it, and what callers may write.</summary>
internal sealed class ConferencesKind
{
    public ConferencesKind(string name, int firstId, string readable, BodyCheck create, BodyCheck update)
    {
        (Name, FirstId, Create, Update) = (name, firstId, create, update);
        Readable = readable.Split(' ');
    }

    public string Name { get; }

    /// <summary>The id of the first one of the first account.</summary>
    public int FirstId { get; }

    /// <summary>The names that <c>fields</c> may hold.</summary>
    public IReadOnlyList<string> Readable { get; }

    public BodyCheck Create { get; }

    public BodyCheck Update { get; }
}
