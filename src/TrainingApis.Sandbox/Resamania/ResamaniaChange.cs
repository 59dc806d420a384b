namespace TrainingApis.Sandbox.Resamania;

/// <summary>A change that was carried out, for tests to count.</summary>
internal sealed class ResamaniaChange
{
    public ResamaniaChange(string operation, string iri, ResamaniaIdentity identity, string body)
    {
        (Operation, Iri, Identity, Body) = (operation, iri, identity, body);
    }

    /// <summary>What was done, such as <c>contacts.create</c>.</summary>
    public string Operation { get; }

    /// <summary>The object that was made or changed.</summary>
    public string Iri { get; }

    public ResamaniaIdentity Identity { get; }

    /// <summary>The body as it came: JSON, or nothing.</summary>
    public string Body { get; }
}
