namespace TrainingApis;

/// <summary>Represents the result of <c>Test-TrainingApiConnection</c> for one connection.</summary>
public sealed class ConnectionTest
{
    /// <summary>Gets or sets which API.</summary>
    public ApiService Service { get; set; }

    /// <summary>Gets or sets the connection's name.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>Gets or sets the API's main base address.</summary>
    public Uri? BaseUri { get; set; }

    /// <summary>Gets or sets whether the API responded.</summary>
    public bool Reachable { get; set; }

    /// <summary>Gets or sets whether it accepted the credentials.</summary>
    public bool Authenticated { get; set; }

    /// <summary>Gets or sets how long the check took, in milliseconds.</summary>
    public long Milliseconds { get; set; }

    /// <summary>Gets or sets the error id, or null where all is well.</summary>
    public string? ErrorId { get; set; }

    /// <summary>Gets or sets what was wrong, or null.</summary>
    public string? Error { get; set; }
}
