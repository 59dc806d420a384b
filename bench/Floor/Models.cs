using System.Text.Json.Serialization;

namespace TrainingApis.Bench;

/// <summary>Represents a product, with only the members that this program needs.</summary>
internal sealed class ProductPage
{
    public List<Product> Data { get; set; } = [];
    public int TotalPages { get; set; }
}

internal sealed class Product
{
    public string YearlyProductCode { get; set; } = string.Empty;
    public string? ProductCode { get; set; }
    public int? OfferYear { get; set; }
    public string? Title { get; set; }
    public string? EvolutionType { get; set; }
    public decimal? Price { get; set; }
    public decimal? IPackPrice { get; set; }
    public string? ModuleDuration { get; set; }
    public Duration? CommercialDuration { get; set; }
    public string? TrainingMethod { get; set; }
    public string? DeliveryMode { get; set; }
    public List<string>? Languages { get; set; }
    public List<string>? Cities { get; set; }
    public Element? Level { get; set; }
    public Element? Range { get; set; }
    public int? FamilyOfferId { get; set; }
    public int? ProfessionalChallengesId { get; set; }
    public bool? BestSeller { get; set; }
    public bool? Picto4Real { get; set; }
    public bool? InternationalProduct { get; set; }
    public List<string>? Partners { get; set; }
    public bool? Cpf { get; set; }
    public string? CpfCode { get; set; }
    public string? RsCode { get; set; }
    public string? RncpCode { get; set; }
    public List<string>? AvailableCpfCities { get; set; }
    public string? Certification { get; set; }
    public bool? CertificationInclude { get; set; }
    public string? Certifier { get; set; }
    public string? JobSheetTitle { get; set; }
    public string? JobSheetUrl { get; set; }
    public string? ModalityTitle { get; set; }
    public string? MarketingTitle { get; set; }
    public string? NoticeUrl { get; set; }
    public string? NoticeUrlPdf { get; set; }
    public List<ProductTitle>? Titles { get; set; }
    public List<Formula>? Formula { get; set; }
    public List<TopicRelation>? CatalogTopicRelations { get; set; }
    public List<RelatedProduct>? RelatedProducts { get; set; }
    public Notice? Notice { get; set; }
}

internal sealed class Element
{
    public int? Id { get; set; }
    public string? Label { get; set; }
}

internal sealed class Duration
{
    public decimal? Days { get; set; }
    public decimal? Hours { get; set; }
    public decimal? Minutes { get; set; }
    public bool? ForcedValues { get; set; }
    public bool? RemoteActivityIncluded { get; set; }
}

internal sealed class ProductTitle
{
    public string? Type { get; set; }
    public string? Text { get; set; }
    public int? LengthMaximum { get; set; }
}

internal sealed class Formula
{
    public int? Id { get; set; }
    public string? Label { get; set; }
    public List<FormulaModule>? Modules { get; set; }
}

internal sealed class FormulaModule
{
    public int? Id { get; set; }
    public string? Code { get; set; }
    public int? Order { get; set; }
    public bool? Optional { get; set; }
    public bool? IsProduct { get; set; }
    public string? Label { get; set; }
    public string? DeliveryMode { get; set; }
    public decimal? DelayInDay { get; set; }
    public decimal? DelayInHour { get; set; }
    public decimal? DelayInMinute { get; set; }
}

internal sealed class TopicRelation
{
    public int? CatalogTopicId { get; set; }
    public string? RelationType { get; set; }
    public int? Order { get; set; }
}

internal sealed class RelatedProduct
{
    public string? RelatedProductCode { get; set; }
    public string? Type { get; set; }
    public int? Order { get; set; }
}

internal sealed class Notice
{
    public string? IntroductionTitle { get; set; }
    public string? Introduction { get; set; }
    public string? ForWho { get; set; }
    public string? ApplicationProcedure { get; set; }
    public string? Prerequisite { get; set; }
    public string? VisioTrainingProcedure { get; set; }
    public string? Objective { get; set; }
    public string? Evaluation { get; set; }
    public ProgramContent? ProgramContent { get; set; }
    public string? ParticipantBenefits { get; set; }
    public string? Program { get; set; }
    public string? Highlights { get; set; }
    public string? MorePrecisely { get; set; }
    public string? FirstMinute { get; set; }
    public string? CpfText { get; set; }
    public string? CpfPopup { get; set; }
    public string? RncpText { get; set; }
    public string? ExpectedResults { get; set; }
    public string? TheMostPartnerText { get; set; }
    public string? Financing { get; set; }
    public string? FinancingAssistance { get; set; }
    public string? CertificationTitleOptionalOrIncluded { get; set; }
    public string? Bonus { get; set; }
    public string? Video { get; set; }
    public string? ImageProgramDesktop { get; set; }
    public string? ImageProgramMobile { get; set; }
    public string? ImageSocialNetworks { get; set; }
    public string? Pedagogy { get; set; }
}

internal sealed class ProgramContent
{
    public ProgramSection? Before { get; set; }
    public string? DuringTitle { get; set; }
    public List<string>? Parts { get; set; }
    public ProgramSection? After { get; set; }
    public string? Upstream { get; set; }
    public string? Downstream { get; set; }
}

internal sealed class ProgramSection
{
    public string? Title { get; set; }
    public string? Text { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString, Converters = [typeof(FlagConverter)])]
[JsonSerializable(typeof(ProductPage))]
internal sealed partial class FloorContext : JsonSerializerContext;
