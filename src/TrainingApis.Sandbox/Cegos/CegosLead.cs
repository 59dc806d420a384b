namespace TrainingApis.Sandbox.Cegos;

/// <summary>A prospect.</summary>
internal sealed class CegosLead
{
    public CegosLead(string id, string tenant, IReadOnlyDictionary<string, string> fields) => (Id, Tenant, Fields) = (id, tenant, fields);

    public string Id { get; }

    public string Tenant { get; }

    public IReadOnlyDictionary<string, string> Fields { get; }
}
