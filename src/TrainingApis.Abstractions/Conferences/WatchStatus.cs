namespace TrainingApis.Conferences;

/// <summary>Specifies whether a watch delivers.</summary>
public enum WatchStatus
{
    /// <summary>None of the values below; see <see cref="Watch.StatusRaw"/>.</summary>
    Unknown,

    /// <summary>It does (<c>enabled</c>).</summary>
    [WireName("enabled")]
    Enabled,

    /// <summary>It does not (<c>disabled</c>).</summary>
    [WireName("disabled")]
    Disabled,
}
