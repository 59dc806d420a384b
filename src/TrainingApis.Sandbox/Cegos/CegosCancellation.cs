namespace TrainingApis.Sandbox.Cegos;

/// <summary>A cancellation that was carried out.</summary>
internal sealed class CegosCancellation
{
    public CegosCancellation(string tenant, IReadOnlyDictionary<string, string> fields) => (Tenant, Fields) = (tenant, fields);

    public string Tenant { get; }

    public IReadOnlyDictionary<string, string> Fields { get; }
}
