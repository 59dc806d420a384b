namespace TrainingApis.Sandbox.Resamania;

/// <summary>A postal address. Members that were not given are null, but the supplement, which is empty.</summary>
internal sealed class ResamaniaAddressData
{
    public ResamaniaAddressData(long id) => Id = id;

    public long Id { get; }

    /// <summary>The country's name as <c>/countries</c> has it.</summary>
    public string? Country { get; set; }

    public string? Locality { get; set; }

    public string? Street { get; set; }

    public string? PostalCode { get; set; }

    public string? Supplement { get; set; } = string.Empty;

    public ResamaniaAddressData Copy() => (ResamaniaAddressData)MemberwiseClone();
}
