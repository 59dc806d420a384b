using System.Text;
using System.Text.Json;
using TrainingApis.Cegos;
using TrainingApis.Clients.Cegos;
using TrainingApis.Clients.Json;
using TrainingApis.Clients.Resamania;
using TrainingApis.Resamania;
using Xunit;

namespace TrainingApis.Tests.Unit.Json;

/// <summary>Tests what surrounds the models in a response: envelopes, small objects and white space.</summary>
public class EnvelopeTests
{
    private static readonly ModelJson Cegos = CegosJsonContext.CreateModelJson();
    private static readonly ModelJson Resamania = ResamaniaJsonContext.CreateModelJson();
    private static readonly Identity<Product> Code = new("yearlyProductCode", product => product.YearlyProductCode);

    [Theory]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("\"9223372036854775807\"", long.MaxValue)]
    [InlineData("\"-9223372036854775808\"", long.MinValue)]
    [InlineData("9223372036854775808", null)]
    [InlineData("\"-9223372036854775809\"", null)]
    [InlineData("1e25", null)]
    public void Reads_the_total_as_an_integer_of_64_bits(string json, long? expected) => Assert.Equal(expected, Envelope<Product>.Read(
        Encoding.UTF8.GetBytes($"{{\"data\":[],\"totalItems\":{json}}}"), Cegos, ModelTests.Shape, null).TotalItems);

    [Fact]
    public void Reads_the_next_page_after_other_members_of_the_view() => Assert.Equal("/contacts?page=2", Envelope<Contact>.Read(
        """{"hydra:member":[],"hydra:view":{"@id":"1","more":{"hydra:next":"no","deep":[1]},"hydra:next":"/contacts?page=2"}}"""u8,
        Resamania, new("hydra:member"), null).Next);

    [Fact]
    public void Skips_ignored_members_of_any_depth()
    {
        var contact = ModelTests.ReadItem<Contact>("""{"@context":{"familyName":"no","a":[{}]},"familyName":"after"}""", Resamania);

        Assert.Equal("after", contact.FamilyName);
        Assert.Empty(contact.AdditionalProperties);
    }

    [Theory]
    [InlineData("{\"yearlyProductCode\":\"1\"}{}")]
    [InlineData("{\"yearlyProductCode\":\"1\"} x")]
    public void Rejects_anything_after_an_object(string json) => Assert.ThrowsAny<JsonException>(() =>
        Envelope<Product>.ReadOne(Encoding.UTF8.GetBytes(json), Cegos, Code));

    [Theory]
    [InlineData("{\"a\":1}", "1")]
    [InlineData("[{\"a\":1}]", "1")]
    [InlineData("[[{\"a\":1}]]", null)]
    [InlineData("[{\"a\":1},{}]", null)]
    [InlineData("[]", null)]
    public void Takes_the_only_object_of_an_array(string json, string? expected) =>
        Assert.Equal(expected, JsonObject.Of(JsonTree.Read(Encoding.UTF8.GetBytes(json)))?.Text("a"));

    [Theory]
    [InlineData("", 0)]
    [InlineData(" \t\r\n", 0)]
    [InlineData("{", '{')]
    [InlineData("\uFEFF \t\r\n[ {", '[')]
    [InlineData("\n\tx", 'x')]
    public void Finds_the_first_byte_that_is_not_white_space(string text, int expected) =>
        Assert.Equal(expected, Utf8Text.FirstByte(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Rejects_a_value_that_is_no_JSON_and_names_its_type()
    {
        var tree = Assert.Throws<NotSupportedException>(() => JsonTree.Write(new object(), null));
        Assert.Contains("Object", tree.Message);
        var model = Assert.Throws<NotSupportedException>(() => Cegos.ReaderOf(typeof(Contact)));
        Assert.Contains("Contact", model.Message);
    }
}
