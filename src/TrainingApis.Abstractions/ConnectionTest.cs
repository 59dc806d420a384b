namespace TrainingApis;

/// <summary>What <c>Test-TrainingApiConnection</c> found of one connection.</summary>
public sealed class ConnectionTest
{
    /// <summary>Which API.</summary>
    public ApiService Service { get; set; }

    /// <summary>The connection's name.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>The API's main base address.</summary>
    public Uri? BaseUri { get; set; }

    /// <summary>True where the API answered, whatever it said.</summary>
    public bool Reachable { get; set; }

    /// <summary>True where it accepted the credentials.</summary>
    public bool Authenticated { get; set; }

    /// <summary>How long the check took, in milliseconds.</summary>
    public long Milliseconds { get; set; }

    /// <summary>The error id, or null where all is well.</summary>
    public string? ErrorId { get; set; }

    /// <summary>What was wrong, or null.</summary>
    public string? Error { get; set; }
}
