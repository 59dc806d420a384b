namespace TrainingApis.Sandbox.Resamania;

/// <summary>Whose tokens an endpoint is granted to.</summary>
[Flags]
internal enum ResamaniaAudience
{
    /// <summary>Client credentials and the club grant.</summary>
    Servers = 1,

    /// <summary>The grants that act as a contact.</summary>
    Members = 2,

    Everyone = Servers | Members,
}
