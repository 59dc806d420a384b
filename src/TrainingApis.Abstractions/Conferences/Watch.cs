namespace TrainingApis.Conferences;

/// <summary>Represents a watch: the vendor calls an address whenever a registration changes. What the calls carry to prove themselves is
/// never kept here.</summary>
public sealed class Watch
{
    /// <summary>Gets or sets its id.</summary>
    public string WatchId { get; set; } = string.Empty;

    /// <summary>Gets or sets the session that is watched; <c>0</c> for all.</summary>
    public string SessionId { get; set; } = string.Empty;

    /// <summary>Gets or sets its name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the address that is called.</summary>
    public string? Address { get; set; }

    /// <summary>Gets or sets the method that it is called with.</summary>
    public string? Method { get; set; }

    /// <summary>Gets whether it delivers, from <see cref="StatusRaw"/>.</summary>
    public WatchStatus Status => StatusRaw?.Trim().ToUpperInvariant() switch
    {
        "ENABLED" => WatchStatus.Enabled,
        "DISABLED" => WatchStatus.Disabled,
        _ => WatchStatus.Unknown,
    };

    /// <summary>Gets or sets the status as the vendor wrote it.</summary>
    public string? StatusRaw { get; set; }

    /// <summary>Gets or sets whether deliveries are signed.</summary>
    public bool? Signed { get; set; }

    /// <summary>Gets or sets the ids of the keys that sign them.</summary>
    public ItemList<string> SigningKeyId { get; set; } = ItemList<string>.Empty;

    /// <summary>Gets or sets whether an earlier run of a journal had made it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>The id.</summary>
    public override string ToString() => WatchId;
}

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
