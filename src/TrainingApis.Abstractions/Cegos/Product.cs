namespace TrainingApis.Cegos;

/// <summary>
/// Represents a training product of one year's catalogue (<c>https://api.cegos.fr/Documentations/ApiCatalog</c>, products).
/// Titles, formula, topics, related products and notice come only where they were asked for.
/// </summary>
public sealed class Product
{
    /// <summary>Gets or sets the product of that year, its identity: <c>202561072</c>.</summary>
    public string YearlyProductCode { get; set; } = string.Empty;

    /// <summary>Gets or sets the product whatever the year, not padded: <c>61072</c>, <c>38</c>.</summary>
    public string? ProductCode { get; set; }

    /// <summary>Gets or sets the year of the offer.</summary>
    public int? OfferYear { get; set; }

    /// <summary>Gets or sets the title.</summary>
    public string? Title { get; set; }

    /// <summary>Gets or sets what happened to it since last year: <c>Evolution</c>, <c>Reconduit</c>; the list is open.</summary>
    public string? EvolutionType { get; set; }

    /// <summary>Gets or sets the price; Cegos names no currency.</summary>
    public decimal? Price { get; set; }

    /// <summary>Gets or sets the price as an iPack.</summary>
    public decimal? IPackPrice { get; set; }

    /// <summary>Gets or sets the duration as text: <c>2 jours</c>.</summary>
    public string? ModuleDuration { get; set; }

    /// <summary>Gets or sets the duration in numbers.</summary>
    public CommercialDuration? CommercialDuration { get; set; }

    /// <summary>Gets or sets the type: <c>Présentiel</c>, <c>Stage</c>; the list is open.</summary>
    public string? TrainingMethod { get; set; }

    /// <summary>Gets or sets the delivery mode: <c>Présentiel</c>, <c>A distance</c>, <c>Mixte</c>; the list is open.</summary>
    public string? DeliveryMode { get; set; }

    /// <summary>Gets or sets the languages it is given in.</summary>
    public ItemList<string> Languages { get; set; } = ItemList<string>.Empty;

    /// <summary>Gets or sets the cities it is given in; the letter case varies, <c>A DISTANCE</c> is one of them.</summary>
    public ItemList<string> Cities { get; set; } = ItemList<string>.Empty;

    /// <summary>Gets or sets the level.</summary>
    public Element? Level { get; set; }

    /// <summary>Gets or sets the range.</summary>
    public Element? Range { get; set; }

    /// <summary>Gets or sets the family of offers.</summary>
    public int? FamilyOfferId { get; set; }

    /// <summary>Gets or sets the professional challenge.</summary>
    public int? ProfessionalChallengesId { get; set; }

    /// <summary>Gets or sets whether it is a best-seller.</summary>
    public bool? BestSeller { get; set; }

    /// <summary>Gets or sets whether it has the 4REAL label.</summary>
    public bool? Picto4Real { get; set; }

    /// <summary>Gets or sets whether it is an international product.</summary>
    public bool? InternationalProduct { get; set; }

    /// <summary>Gets or sets the partners.</summary>
    public ItemList<string> Partners { get; set; } = ItemList<string>.Empty;

    /// <summary>Gets or sets whether the CPF pays.</summary>
    public bool? Cpf { get; set; }

    /// <summary>Gets or sets the CPF code.</summary>
    public string? CpfCode { get; set; }

    /// <summary>Gets or sets the RS code.</summary>
    public string? RsCode { get; set; }

    /// <summary>Gets or sets the RNCP code.</summary>
    public string? RncpCode { get; set; }

    /// <summary>Gets or sets the cities where the CPF pays.</summary>
    public ItemList<string> AvailableCpfCities { get; set; } = ItemList<string>.Empty;

    /// <summary>Gets or sets the certification.</summary>
    public string? Certification { get; set; }

    /// <summary>Gets or sets whether the price includes the certification.</summary>
    public bool? CertificationInclude { get; set; }

    /// <summary>Gets or sets who certifies.</summary>
    public string? Certifier { get; set; }

    /// <summary>Gets or sets the title of the job sheet.</summary>
    public string? JobSheetTitle { get; set; }

    /// <summary>Gets or sets the address of the job sheet.</summary>
    public string? JobSheetUrl { get; set; }

    /// <summary>Gets or sets the title of the modality.</summary>
    public string? ModalityTitle { get; set; }

    /// <summary>Gets or sets the title that marketing uses.</summary>
    public string? MarketingTitle { get; set; }

    /// <summary>Gets or sets the address of its page.</summary>
    public string? NoticeUrl { get; set; }

    /// <summary>Gets or sets the address of its page as PDF.</summary>
    public string? NoticeUrlPdf { get; set; }

    /// <summary>Gets or sets all its titles.</summary>
    public ItemList<ProductTitle> Titles { get; set; } = ItemList<ProductTitle>.Empty;

    /// <summary>Gets or sets the ways to take it.</summary>
    public ItemList<Formula> Formula { get; set; } = ItemList<Formula>.Empty;

    /// <summary>Gets or sets the topics it belongs to.</summary>
    public ItemList<TopicRelation> CatalogTopicRelations { get; set; } = ItemList<TopicRelation>.Empty;

    /// <summary>Gets or sets the products that go with it.</summary>
    public ItemList<RelatedProduct> RelatedProducts { get; set; } = ItemList<RelatedProduct>.Empty;

    /// <summary>Gets or sets what its page says.</summary>
    public Notice? Notice { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>Code and title.</summary>
    public override string ToString() => $"{YearlyProductCode} {Title}".TrimEnd();
}

/// <summary>Represents one of a product's titles.</summary>
public sealed class ProductTitle : NestedObject
{
    /// <summary>Gets or sets what it is for: <c>Main</c>, <c>TITRE</c>, <c>SOUS TITRE</c>, <c>BALISE TITRE</c>; the list is open.</summary>
    public string? Type { get; set; }

    /// <summary>Gets or sets the title.</summary>
    public string? Text { get; set; }

    /// <summary>Gets or sets how many characters it may have.</summary>
    public int? LengthMaximum { get; set; }

    /// <summary>The title.</summary>
    public override string ToString() => Text ?? string.Empty;
}

/// <summary>Represents the relation of a product to a topic.</summary>
public sealed class TopicRelation : NestedObject
{
    /// <summary>Gets or sets the topic's <see cref="CatalogTopic.Id"/>.</summary>
    public int? CatalogTopicId { get; set; }

    /// <summary>Gets or sets the kind of relation: <c>Main</c>, <c>Secondary</c>; the list is open.</summary>
    public string? RelationType { get; set; }

    /// <summary>Gets or sets the product's place in the topic.</summary>
    public int? Order { get; set; }

    /// <summary>Id and type: <c>928100 (Main)</c>.</summary>
    public override string ToString() => RelationType is null ? $"{CatalogTopicId}" : $"{CatalogTopicId} ({RelationType})";
}

/// <summary>Represents another product that goes with this one.</summary>
public sealed class RelatedProduct : NestedObject
{
    /// <summary>Gets or sets its <see cref="Product.ProductCode"/>, without the year.</summary>
    public string? RelatedProductCode { get; set; }

    /// <summary>Gets or sets how it goes with it: <c>After</c>; the list is open.</summary>
    public string? Type { get; set; }

    /// <summary>Gets or sets its place among the related products.</summary>
    public int? Order { get; set; }

    /// <summary>Code and type: <c>6464 (After)</c>.</summary>
    public override string ToString() => Type is null ? RelatedProductCode ?? string.Empty : $"{RelatedProductCode} ({Type})";
}

/// <summary>Represents a level, a range: something with an id and a name.</summary>
public sealed class Element : NestedObject
{
    /// <summary>Gets or sets the id.</summary>
    public int? Id { get; set; }

    /// <summary>Gets or sets the name.</summary>
    public string? Label { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Label ?? string.Empty;
}
