namespace TrainingApis.Conferences;

/// <summary>A watch: the vendor calls an address whenever a registration changes. What the calls carry to prove themselves is never kept
/// here.</summary>
public sealed class Watch
{
    /// <summary>Its id.</summary>
    public string WatchId { get; set; } = string.Empty;

    /// <summary>The session that is watched; <c>0</c> for all.</summary>
    public string SessionId { get; set; } = string.Empty;

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>The address that is called.</summary>
    public string? Address { get; set; }

    /// <summary>The method that it is called with.</summary>
    public string? Method { get; set; }

    /// <summary>Whether it delivers, from <see cref="StatusRaw"/>.</summary>
    public WatchStatus Status => StatusRaw?.Trim().ToUpperInvariant() switch
    {
        "ENABLED" => WatchStatus.Enabled,
        "DISABLED" => WatchStatus.Disabled,
        _ => WatchStatus.Unknown,
    };

    /// <summary>The status as the vendor wrote it.</summary>
    public string? StatusRaw { get; set; }

    /// <summary>Whether deliveries are signed.</summary>
    public bool? Signed { get; set; }

    /// <summary>The ids of the keys that sign them.</summary>
    public ItemList<string> SigningKeyId { get; set; } = ItemList<string>.Empty;

    /// <summary>True where an earlier run of a journal had made it: nothing was sent.</summary>
    public bool FromJournal { get; set; }

    /// <summary>The id.</summary>
    public override string ToString() => WatchId;
}
