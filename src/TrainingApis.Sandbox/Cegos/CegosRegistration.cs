namespace TrainingApis.Sandbox.Cegos;

/// <summary>A registration, from its making on.</summary>
internal sealed class CegosRegistration
{
    public CegosRegistration(string number, string tenant, CegosPlace place, IReadOnlyDictionary<string, string> fields)
    {
        (Number, Tenant, Place, Fields) = (number, tenant, place, fields);
    }

    public string Number { get; }

    public string Tenant { get; }

    public CegosPlace Place { get; }

    /// <summary>What it was made with; a deferral passes it on.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; }

    /// <summary><c>Active</c>, <c>Canceled</c> or <c>Deferred</c>.</summary>
    public string State { get; set; } = "Active";

    /// <summary>The registration that took its place; null for none.</summary>
    public string? ReplacedBy { get; set; }
}
