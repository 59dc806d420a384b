using System.Text;
using TrainingApis.Cegos;
using TrainingApis.Clients.Cegos;
using TrainingApis.Clients.Json;
using Xunit;

namespace TrainingApis.Tests.Unit.Json;

/// <summary>Tests that repeated short strings are shared, and different strings are distinguished.</summary>
public class StringPoolTests
{
    [Fact]
    public void Shares_repeated_strings_from_the_second_occurrence()
    {
        const string plain = """{"deliveryMode":"Présentiel","cities":["Paris"]}""",
            escaped = """{"deliveryMode":"Pr\u00e9sentiel","cities":["Paris"]}""";
        var model = CegosJsonContext.CreateModelJson();

        var items = Envelope<Product>.Read(Encoding.UTF8.GetBytes($$"""{"data":[{{plain}},{{escaped}},{{plain}},{{escaped}}]}"""), model,
            ModelTests.Shape, null).Items;

        Assert.All(items, item => Assert.Equal(("Présentiel", "Paris"), (item.DeliveryMode, item.Cities[0])));
        Assert.NotSame(items[0].DeliveryMode, items[1].DeliveryMode); // the first occurrence is not kept
        Assert.All(items.Skip(2), item => Assert.Same(items[1].DeliveryMode, item.DeliveryMode));
        Assert.All(items.Skip(2), item => Assert.Same(items[1].Cities[0], item.Cities[0]));
    }

    [Fact]
    public void Distinguishes_many_strings()
    {
        var model = CegosJsonContext.CreateModelJson();
        var codes = Enumerable.Range(0, 10_000).SelectMany(number => Enumerable.Repeat($"c{number}", 1 + number % 3)).ToArray();

        var items = Envelope<Product>.Read(Encoding.UTF8.GetBytes("{\"data\":["
            + string.Join(",", codes.Select(code => $"{{\"productCode\":\"{code}\"}}")) + "]}"), model, ModelTests.Shape, null).Items;

        Assert.Equal(codes, items.Select(item => item.ProductCode));
    }
}
