namespace TrainingApis.Sandbox.Resamania;

/// <summary>A node of the brand's network: a group, a franchise or a club.</summary>
internal sealed class ResamaniaNode
{
    public ResamaniaNode(long id, string name, string? alias, string type, long? parentId, long? clubId = null)
    {
        (Id, Name, Alias, Type, ParentId, ClubId) = (id, name, alias, type, parentId, clubId);
    }

    public long Id { get; }

    public string Name { get; }

    public string? Alias { get; }

    public string Type { get; }

    public long? ParentId { get; }

    /// <summary>The club that the node stands for; null for the others.</summary>
    public long? ClubId { get; }
}
