namespace TrainingApis.Cegos;

/// <summary>
/// A training product of one year's catalogue (<c>https://api.cegos.fr/Documentations/ApiCatalog</c>, products).
/// Titles, formula, topics, related products and notice come only where they were asked for.
/// </summary>
public sealed class Product
{
    /// <summary>The product of that year, its identity: <c>202561072</c>.</summary>
    public string YearlyProductCode { get; set; } = string.Empty;

    /// <summary>The product whatever the year, not padded: <c>61072</c>, <c>38</c>.</summary>
    public string? ProductCode { get; set; }

    /// <summary>The year of the offer.</summary>
    public int? OfferYear { get; set; }

    /// <summary>The title.</summary>
    public string? Title { get; set; }

    /// <summary>What happened to it since last year: <c>Evolution</c>, <c>Reconduit</c>; the list is open.</summary>
    public string? EvolutionType { get; set; }

    /// <summary>The price; Cegos names no currency.</summary>
    public decimal? Price { get; set; }

    /// <summary>The price as an iPack.</summary>
    public decimal? IPackPrice { get; set; }

    /// <summary>The duration as text: <c>2 jours</c>.</summary>
    public string? ModuleDuration { get; set; }

    /// <summary>The duration in numbers.</summary>
    public CommercialDuration? CommercialDuration { get; set; }

    /// <summary><c>Présentiel</c>, <c>Stage</c>; the list is open.</summary>
    public string? TrainingMethod { get; set; }

    /// <summary><c>Présentiel</c>, <c>A distance</c>, <c>Mixte</c>; the list is open.</summary>
    public string? DeliveryMode { get; set; }

    /// <summary>The languages it is given in.</summary>
    public ItemList<string> Languages { get; set; } = ItemList<string>.Empty;

    /// <summary>The cities it is given in; the letter case varies, <c>A DISTANCE</c> is one of them.</summary>
    public ItemList<string> Cities { get; set; } = ItemList<string>.Empty;

    /// <summary>The level.</summary>
    public Element? Level { get; set; }

    /// <summary>The range.</summary>
    public Element? Range { get; set; }

    /// <summary>The family of offers.</summary>
    public int? FamilyOfferId { get; set; }

    /// <summary>The professional challenge.</summary>
    public int? ProfessionalChallengesId { get; set; }

    /// <summary>True for a best-seller.</summary>
    public bool? BestSeller { get; set; }

    /// <summary>True for the 4REAL label.</summary>
    public bool? Picto4Real { get; set; }

    /// <summary>True for an international product.</summary>
    public bool? InternationalProduct { get; set; }

    /// <summary>The partners.</summary>
    public ItemList<string> Partners { get; set; } = ItemList<string>.Empty;

    /// <summary>True where the CPF pays.</summary>
    public bool? Cpf { get; set; }

    /// <summary>The CPF code.</summary>
    public string? CpfCode { get; set; }

    /// <summary>The RS code.</summary>
    public string? RsCode { get; set; }

    /// <summary>The RNCP code.</summary>
    public string? RncpCode { get; set; }

    /// <summary>The cities where the CPF pays.</summary>
    public ItemList<string> AvailableCpfCities { get; set; } = ItemList<string>.Empty;

    /// <summary>The certification.</summary>
    public string? Certification { get; set; }

    /// <summary>True where the price includes the certification.</summary>
    public bool? CertificationInclude { get; set; }

    /// <summary>Who certifies.</summary>
    public string? Certifier { get; set; }

    /// <summary>The title of the job sheet.</summary>
    public string? JobSheetTitle { get; set; }

    /// <summary>The address of the job sheet.</summary>
    public string? JobSheetUrl { get; set; }

    /// <summary>The title of the modality.</summary>
    public string? ModalityTitle { get; set; }

    /// <summary>The title that marketing uses.</summary>
    public string? MarketingTitle { get; set; }

    /// <summary>The address of its page.</summary>
    public string? NoticeUrl { get; set; }

    /// <summary>The address of its page as PDF.</summary>
    public string? NoticeUrlPdf { get; set; }

    /// <summary>All its titles.</summary>
    public ItemList<ProductTitle> Titles { get; set; } = ItemList<ProductTitle>.Empty;

    /// <summary>The ways to take it.</summary>
    public ItemList<Formula> Formula { get; set; } = ItemList<Formula>.Empty;

    /// <summary>The topics it belongs to.</summary>
    public ItemList<TopicRelation> CatalogTopicRelations { get; set; } = ItemList<TopicRelation>.Empty;

    /// <summary>The products that go with it.</summary>
    public ItemList<RelatedProduct> RelatedProducts { get; set; } = ItemList<RelatedProduct>.Empty;

    /// <summary>What its page says.</summary>
    public Notice? Notice { get; set; }

    /// <summary>Members of the answer that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>Code and title.</summary>
    public override string ToString() => $"{YearlyProductCode} {Title}".TrimEnd();
}
