using System.Text.Json.Serialization;
using TrainingApis.Cegos;
using TrainingApis.Clients.Cegos;

namespace TrainingApis.Clients.Json;

/// <summary>The Cegos models, described at compile time; <see cref="ModelJson"/> says what the compiler cannot know.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Catalog))]
[JsonSerializable(typeof(TopicYear))]
[JsonSerializable(typeof(Product))]
[JsonSerializable(typeof(Session))]
[JsonSerializable(typeof(Center))]
internal sealed partial class CegosJsonContext : JsonSerializerContext
{
    /// <summary>A reader of the Cegos models.</summary>
    public static ModelJson CreateModelJson() => new(Default, text => new Dictionary<Type, JsonConverter>
    {
        [typeof(Element)] = new ObjectConverter<Element>(),
        [typeof(CommercialDuration)] = new ObjectConverter<CommercialDuration>(),
        [typeof(Notice)] = new ObjectConverter<Notice>(),
        [typeof(ProgramContent)] = new ObjectConverter<ProgramContent>(),
        [typeof(ProgramSection)] = new ObjectConverter<ProgramSection>(),
        [typeof(ItemList<string>)] = new ItemListConverter<string>(text),
        [typeof(ItemList<ProductTitle>)] = List<ProductTitle>(),
        [typeof(ItemList<Formula>)] = List<Formula>(),
        [typeof(ItemList<FormulaModule>)] = List<FormulaModule>(),
        [typeof(ItemList<TopicRelation>)] = List<TopicRelation>(),
        [typeof(ItemList<RelatedProduct>)] = List<RelatedProduct>(),
        [typeof(ItemList<SessionPart>)] = List<SessionPart>(),
        [typeof(ItemList<CatalogTopic>)] = List<CatalogTopic>(),
    });

    private static ItemListConverter<T> List<T>() where T : class => new(new ObjectConverter<T>());
}
