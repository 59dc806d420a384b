namespace TrainingApis.Cegos;

/// <summary>
/// Represents a training product in the catalogue of one year (<c>https://api.cegos.fr/Documentations/ApiCatalog</c>, products). Titles,
/// formula, topics, related products and notice are included only if they were requested.
/// </summary>
public sealed class Product
{
    /// <summary>Gets or sets the code of the product in this year, which is its identity, such as <c>202561072</c>.</summary>
    public string YearlyProductCode { get; set; } = string.Empty;

    /// <summary>Gets or sets the code of the product without the year and without padding, such as <c>61072</c> or <c>38</c>.</summary>
    public string? ProductCode { get; set; }

    /// <summary>Gets or sets the year of the offer.</summary>
    public int? OfferYear { get; set; }

    /// <summary>Gets or sets the title.</summary>
    public string? Title { get; set; }

    /// <summary>
    /// Gets or sets the kind of change since the previous year, such as <c>Evolution</c> or <c>Reconduit</c>. Other values are possible.
    /// </summary>
    public string? EvolutionType { get; set; }

    /// <summary>Gets or sets the price. Cegos does not specify the currency.</summary>
    public decimal? Price { get; set; }

    /// <summary>Gets or sets the price as an iPack.</summary>
    public decimal? IPackPrice { get; set; }

    /// <summary>Gets or sets the duration as text, such as <c>2 jours</c>.</summary>
    public string? ModuleDuration { get; set; }

    /// <summary>Gets or sets the duration as numbers.</summary>
    public CommercialDuration? CommercialDuration { get; set; }

    /// <summary>Gets or sets the type, such as <c>Présentiel</c> or <c>Stage</c>. Other values are possible.</summary>
    public string? TrainingMethod { get; set; }

    /// <summary>
    /// Gets or sets the delivery mode, such as <c>Présentiel</c>, <c>A distance</c> or <c>Mixte</c>. Other values are possible.
    /// </summary>
    public string? DeliveryMode { get; set; }

    /// <summary>Gets or sets the languages of the training.</summary>
    public ItemList<string> Languages { get; set; } = ItemList<string>.Empty;

    /// <summary>Gets or sets the cities of the training. The letter case varies, and <c>A DISTANCE</c> is one of the values.</summary>
    public ItemList<string> Cities { get; set; } = ItemList<string>.Empty;

    /// <summary>Gets or sets the level.</summary>
    public Element? Level { get; set; }

    /// <summary>Gets or sets the range.</summary>
    public Element? Range { get; set; }

    /// <summary>Gets or sets the ID of the family of offers.</summary>
    public int? FamilyOfferId { get; set; }

    /// <summary>Gets or sets the ID of the professional challenge.</summary>
    public int? ProfessionalChallengesId { get; set; }

    /// <summary>Gets or sets whether the product is a best-seller.</summary>
    public bool? BestSeller { get; set; }

    /// <summary>Gets or sets whether the product has the 4REAL label.</summary>
    public bool? Picto4Real { get; set; }

    /// <summary>Gets or sets whether the product is an international product.</summary>
    public bool? InternationalProduct { get; set; }

    /// <summary>Gets or sets the partners.</summary>
    public ItemList<string> Partners { get; set; } = ItemList<string>.Empty;

    /// <summary>Gets or sets whether the product can be paid with the personal training account (CPF).</summary>
    public bool? Cpf { get; set; }

    /// <summary>Gets or sets the CPF code.</summary>
    public string? CpfCode { get; set; }

    /// <summary>Gets or sets the RS code.</summary>
    public string? RsCode { get; set; }

    /// <summary>Gets or sets the RNCP code.</summary>
    public string? RncpCode { get; set; }

    /// <summary>Gets or sets the cities in which the product can be paid with the CPF.</summary>
    public ItemList<string> AvailableCpfCities { get; set; } = ItemList<string>.Empty;

    /// <summary>Gets or sets the certification.</summary>
    public string? Certification { get; set; }

    /// <summary>Gets or sets whether the price includes the certification.</summary>
    public bool? CertificationInclude { get; set; }

    /// <summary>Gets or sets the name of the certifier.</summary>
    public string? Certifier { get; set; }

    /// <summary>Gets or sets the title of the job sheet.</summary>
    public string? JobSheetTitle { get; set; }

    /// <summary>Gets or sets the address of the job sheet.</summary>
    public string? JobSheetUrl { get; set; }

    /// <summary>Gets or sets the title of the modality.</summary>
    public string? ModalityTitle { get; set; }

    /// <summary>Gets or sets the marketing title.</summary>
    public string? MarketingTitle { get; set; }

    /// <summary>Gets or sets the address of the page of the product.</summary>
    public string? NoticeUrl { get; set; }

    /// <summary>Gets or sets the address of the page of the product as PDF.</summary>
    public string? NoticeUrlPdf { get; set; }

    /// <summary>Gets or sets all titles.</summary>
    public ItemList<ProductTitle> Titles { get; set; } = ItemList<ProductTitle>.Empty;

    /// <summary>Gets or sets the formulas, which are the ways to take the product.</summary>
    public ItemList<Formula> Formula { get; set; } = ItemList<Formula>.Empty;

    /// <summary>Gets or sets the topics to which the product belongs.</summary>
    public ItemList<TopicRelation> CatalogTopicRelations { get; set; } = ItemList<TopicRelation>.Empty;

    /// <summary>Gets or sets the related products.</summary>
    public ItemList<RelatedProduct> RelatedProducts { get; set; } = ItemList<RelatedProduct>.Empty;

    /// <summary>Gets or sets the texts of the page of the product.</summary>
    public Notice? Notice { get; set; }

    /// <summary>Gets or sets the members of the response that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties { get; set; } = new();

    /// <summary>Gets the code and the title.</summary>
    public override string ToString() => $"{YearlyProductCode} {Title}".TrimEnd();
}

/// <summary>Represents a title of a product.</summary>
public sealed class ProductTitle : NestedObject
{
    /// <summary>
    /// Gets or sets the type of title, such as <c>Main</c>, <c>TITRE</c>, <c>SOUS TITRE</c> or <c>BALISE TITRE</c>. Other values are
    /// possible.
    /// </summary>
    public string? Type { get; set; }

    /// <summary>Gets or sets the title.</summary>
    public string? Text { get; set; }

    /// <summary>Gets or sets the maximum number of characters.</summary>
    public int? LengthMaximum { get; set; }

    /// <summary>Gets the title.</summary>
    public override string ToString() => Text ?? string.Empty;
}

/// <summary>Represents the relation of a product to a topic.</summary>
public sealed class TopicRelation : NestedObject
{
    /// <summary>Gets or sets the <see cref="CatalogTopic.Id"/> of the topic.</summary>
    public int? CatalogTopicId { get; set; }

    /// <summary>Gets or sets the kind of relation, such as <c>Main</c> or <c>Secondary</c>. Other values are possible.</summary>
    public string? RelationType { get; set; }

    /// <summary>Gets or sets the position of the product in the topic.</summary>
    public int? Order { get; set; }

    /// <summary>Gets the ID and the type: <c>928100 (Main)</c>.</summary>
    public override string ToString() => RelationType is null ? $"{CatalogTopicId}" : $"{CatalogTopicId} ({RelationType})";
}

/// <summary>Represents a product that is related to another product.</summary>
public sealed class RelatedProduct : NestedObject
{
    /// <summary>Gets or sets the <see cref="Product.ProductCode"/> of the related product, without the year.</summary>
    public string? RelatedProductCode { get; set; }

    /// <summary>Gets or sets the kind of relation, such as <c>After</c>. Other values are possible.</summary>
    public string? Type { get; set; }

    /// <summary>Gets or sets the position among the related products.</summary>
    public int? Order { get; set; }

    /// <summary>Gets the code and the type: <c>6464 (After)</c>.</summary>
    public override string ToString() => Type is null ? RelatedProductCode ?? string.Empty : $"{RelatedProductCode} ({Type})";
}

/// <summary>Represents an element with an ID and a name, such as a level or a range.</summary>
public sealed class Element : NestedObject
{
    /// <summary>Gets or sets the ID.</summary>
    public int? Id { get; set; }

    /// <summary>Gets or sets the name.</summary>
    public string? Label { get; set; }

    /// <summary>Gets the name.</summary>
    public override string ToString() => Label ?? string.Empty;
}
