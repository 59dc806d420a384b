namespace TrainingApis.Sandbox.Resamania;

/// <summary>What an endpoint has to know of who acts from where.</summary>
internal enum ResamaniaContext
{
    None,

    /// <summary>The club, and in a chain the node too.</summary>
    Club,

    /// <summary>The node of a network.</summary>
    Network,
}
