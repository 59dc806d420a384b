using System.Text;
using TrainingApis.Cegos;
using TrainingApis.Clients.Cegos;
using TrainingApis.Clients.Json;
using Xunit;

namespace TrainingApis.Tests.Unit.Json;

/// <summary>Tests reading the documented product. Provides methods to read models.</summary>
public class ModelTests
{
    internal static readonly EnvelopeShape Shape = new("data");
    private static readonly ModelJson Model = CegosJsonContext.CreateModelJson();

    internal static T ReadItem<T>(byte[] json, ModelJson? model = null)
        where T : class => Assert.Single(Envelope<T>.Read(json, model ?? Model, Shape, null).Items);

    internal static T ReadItem<T>(string item, ModelJson? model = null)
        where T : class => ReadItem<T>(Encoding.UTF8.GetBytes("{\"data\":" + item + "}"), model);

    [Fact]
    public void Reads_all_members_of_the_documented_product()
    {
        var product = ReadItem<Product>(Data.Read("cegos-catalog.product.response.json"));

        Assert.Equal("202500038", product.YearlyProductCode);
        Assert.Equal(2250m, product.Price);
        Assert.Equal(5850m, product.IPackPrice);
        Assert.Equal("A DISTANCE; PARIS", product.Cities.ToString());
        Assert.Empty(product.AvailableCpfCities);
        Assert.Equal("Fondamental", product.Level!.ToString());
        Assert.Equal("21 h in 3 days", product.CommercialDuration!.ToString());
        Assert.Equal("F1 (P01, PRAC102_FR, EXP030_FR)", product.Formula.ToString());
        Assert.Equal(0.07m, product.Formula[0].Modules[1].DelayInDay);
        Assert.Equal("6464 (After); 7833 (After)", product.RelatedProducts.ToString());
        Assert.Equal("928100 (Main)", product.CatalogTopicRelations.ToString());
        Assert.Equal("Module 1: Réglementation; Module 2: Processus", product.Notice!.ProgramContent!.Parts.ToString());
        Assert.Equal("Après la formation", product.Notice.ProgramContent.After!.ToString());
        Assert.Empty(product.AdditionalProperties);
    }

    [Theory]
    [InlineData("\"1350,00\"", null, "\"1350,00\"")]
    [InlineData("\"\"", null, null)]
    [InlineData("\"1350.00\"", 1350, null)]
    public void Keeps_text_that_is_not_a_value_of_its_type(string json, int? price, string? kept)
    {
        var product = ReadItem<Product>("{\"price\":" + json + ",\"title\":\"after\"}");

        Assert.Equal((price, "after"), ((int?)product.Price, product.Title));
        Assert.Equal(kept, product.AdditionalProperties.GetValueOrDefault("price"));
        Assert.Equal(kept is null ? 0 : 1, product.AdditionalProperties.Count);
    }
}
