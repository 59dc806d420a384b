using System.Text;
using TrainingApis.Cegos;
using TrainingApis.Clients.Cegos;
using TrainingApis.Clients.Json;
using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Support.ScriptedHandler;

namespace TrainingApis.Tests.Unit.Json;

/// <summary>Tests that unexpected JSON does not stop reading, and that unusable values are null.</summary>
public class ToleranceTests
{
    private static Product Product(string member) => ModelTests.ReadItem<Product>("{" + member + "}");

    private static Session Session(string member) => ModelTests.ReadItem<Session>("{" + member + "}");

    [Theory]
    [InlineData("2250", "2250")]
    [InlineData("2250.5", "2250.5")]
    [InlineData("\"1350.00\"", "1350.00")]
    [InlineData("[12, 13]", "12")]
    [InlineData("[[12]]", "12")]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"free\"", null)]
    [InlineData("true", null)]
    [InlineData("{\"amount\":3}", null)]
    [InlineData("1e400", null)]
    [InlineData("79228162514264337593543950336", null)]
    public void Reads_decimals(string json, string? expected) =>
        Assert.Equal(expected, Product("\"price\":" + json
            + ",\"title\":\"after\"").Price?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2025", 2025)]
    [InlineData("2025.0", 2025)]
    [InlineData("\"2025\"", 2025)]
    [InlineData("2025.5", null)]
    [InlineData("99999999999", null)]
    [InlineData("1e30", null)]
    [InlineData("[2025]", 2025)]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    public void Reads_integers(string json, int? expected) => Assert.Equal(expected, Product("\"offerYear\":" + json).OfferYear);

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("\"True\"", true)]
    [InlineData("\"0\"", false)]
    [InlineData("[1]", true)]
    [InlineData("\"perhaps\"", null)]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    public void Reads_booleans(string json, bool? expected) => Assert.Equal(expected, Product("\"picto4Real\":" + json).Picto4Real);

    [Theory]
    [InlineData("\"caf\\u00e9 \\uD83D\\uDE00\"", "café 😀")]
    [InlineData("12.50", "12.50")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("[\"a\",\"b\"]", "a")]
    [InlineData("{\"a\":[1]}", "{\"a\":[1]}")]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    public void Reads_text(string json, string? expected)
    {
        var product = Product("\"title\":" + json + ",\"deliveryMode\":\"after\"");
        Assert.Equal((expected, "after"), (product.Title, product.DeliveryMode));
    }

    [Theory]
    [InlineData("[\"Paris\",\"Lyon\"]", "Paris; Lyon")]
    [InlineData("\"Paris\"", "Paris")]
    [InlineData("75", "75")]
    [InlineData("[1,null,true,[\"x\"],{}]", "1; true; x; {}")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    public void Reads_lists_of_text(string json, string expected) =>
        Assert.Equal(expected, Product("\"cities\":" + json).Cities.ToString());

    [Theory]
    [InlineData("[{\"text\":\"a\"},{\"text\":\"b\"}]", "a; b")]
    [InlineData("{\"text\":\"a\"}", "a")]
    [InlineData("[[{\"text\":\"a\"}],7,null,\"x\",{\"text\":\"b\"}]", "a; b")]
    [InlineData("\"x\"", "")]
    [InlineData("null", "")]
    public void Reads_lists_of_objects(string json, string expected) =>
        Assert.Equal(expected, Product("\"titles\":" + json + ",\"title\":\"after\"").Titles.ToString());

    [Theory]
    [InlineData("{\"id\":\"1\",\"label\":\"Fondamental\",\"new\":{}}", "Fondamental")]
    [InlineData("[{\"label\":\"a\"},{\"label\":\"b\"}]", "a")]
    [InlineData("[]", null)]
    [InlineData("\"Fondamental\"", null)]
    [InlineData("7", null)]
    [InlineData("null", null)]
    public void Reads_objects(string json, string? expected)
    {
        var product = Product("\"level\":" + json + ",\"title\":\"after\"");
        Assert.Equal((expected, "after"), (product.Level?.ToString(), product.Title));
    }

    [Theory]
    [InlineData("price")]
    [InlineData("offerYear")]
    [InlineData("picto4Real")]
    [InlineData("title")]
    [InlineData("yearlyProductCode")]
    public void Reads_the_members_after_an_unexpected_object(string member) =>
        Assert.Equal("after", Product($"\"{member}\":{{\"productCode\":{{\"productCode\":1}}}},\"productCode\":\"after\"").ProductCode);

    [Fact]
    public void Ignores_other_members_of_the_envelope() => Assert.Equal(
        "T", Assert.Single(Envelope<Product>.Read("""{"links":{"data":[{"title":"no"}]},"data":[{"title":"T"}],"more":[{"data":[]}]}"""u8,
            CegosJsonContext.CreateModelJson(), ModelTests.Shape, null).Items).Title);

    [Fact]
    public void Reads_names_in_any_letter_case() =>
        Assert.Equal("202561072 T", Product("\"YEARLYPRODUCTCODE\":\"202561072\",\"Title\":\"T\"").ToString());

    [Fact]
    public void Reads_members_in_any_order()
    {
        var model = CegosJsonContext.CreateModelJson();
        string[] members = ["\"title\":\"T\"", "\"\\u0070rice\":1", "\"other\":2", "\"yearlyProductCode\":\"202561072\"",
            "\"offerYear\":2025"];
        foreach (var order in new[] { "01234", "43210", "01234", "0134", "20143", "34", "034", "01234" })
        {
            var product = Assert.Single(Envelope<Product>.Read(
                Encoding.UTF8.GetBytes($"{{\"data\":{{{string.Join(",", order.Select(at => members[at - '0']))}}}}}"), model,
                ModelTests.Shape, null).Items);
            Assert.Equal(
                (order.Contains('0') ? "T" : null, order.Contains('1') ? 1m : null, order.Contains('2') ? "2" : null, "202561072", 2025),
                (product.Title, product.Price, product.AdditionalProperties.GetValueOrDefault("other"), product.YearlyProductCode,
                    product.OfferYear));
        }
    }

    [Fact]
    public void Uses_the_last_of_duplicate_members() => Assert.Equal("b", Product("\"title\":\"a\",\"title\":\"b\"").Title);

    [Fact]
    public void Keeps_unknown_members_as_JSON()
    {
        var product = Product("\"new\":{\"a\":[1, 2]},\"other\":\"é\\n\",\"none\":null,\"title\":\"T\"");

        Assert.Equal("""{"a":[1, 2]}""", product.AdditionalProperties["new"]);
        Assert.Equal("\"é\\n\"", product.AdditionalProperties["other"]);
        Assert.Null(product.AdditionalProperties["none"]);
        Assert.Equal(3, product.AdditionalProperties.Count);
        Assert.Equal("T", product.Title);
    }

    [Theory]
    [InlineData("\"Open\"", SessionStatus.Open)]
    [InlineData("0", SessionStatus.Open)]
    [InlineData("\"VALID\"", SessionStatus.Valid)]
    [InlineData("100", SessionStatus.Valid)]
    [InlineData("\"invited\"", SessionStatus.Invited)]
    [InlineData("\"200\"", SessionStatus.Invited)]
    [InlineData("\"Cancel\"", SessionStatus.Cancelled)]
    [InlineData("\"Cancelled\"", SessionStatus.Cancelled)]
    [InlineData("900", SessionStatus.Cancelled)]
    [InlineData("\"Closed\"", SessionStatus.Closed)]
    [InlineData("\"Postponed\"", SessionStatus.Unknown)]
    [InlineData("300", SessionStatus.Unknown)]
    [InlineData("null", SessionStatus.Unknown)]
    [InlineData("{}", SessionStatus.Unknown)]
    public void Reads_the_status_by_name_or_number(string json, SessionStatus expected) =>
        Assert.Equal(expected, Session("\"status\":" + json).Status);

    [Theory]
    [InlineData("2025-09-15T09:00:00", "2025-09-15 09:00:00")]
    [InlineData("2025-09-15T09:00:00Z", "2025-09-15 09:00:00")]
    [InlineData("2025-09-15T09:00:00+02:00", "2025-09-15 09:00:00")]
    [InlineData("2025-09-15T09:00:00.123-0500", "2025-09-15 09:00:00")]
    [InlineData("2025-09-15T09:00", "2025-09-15 09:00:00")]
    [InlineData("2025-09-15", "2025-09-15 00:00:00")]
    [InlineData("0001-01-01T00:00:00", "0001-01-01 00:00:00")]
    [InlineData("9999-12-31T23:59:59Z", "9999-12-31 23:59:59")]
    [InlineData("15/09/2025", null)]
    [InlineData("2025-02-30T00:00:00", null)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    public void Reads_dates(string text, string? expected)
    {
        var session = Session($"\"startDate\":\"{text}\"");
        Assert.Equal(expected, session.StartDate?.ToString("yyyy-MM-dd HH:mm:ss"));
        Assert.Equal(text, session.StartDateRaw);
    }

    [Theory]
    [InlineData("8", "45", "08:45")]
    [InlineData("8", "null", "08:00")]
    [InlineData("null", "45", "09:30")]
    [InlineData("25", "0", "09:30")]
    [InlineData("8", "60", "09:30")]
    public void Uses_hour_and_minute_of_a_part_instead_of_its_date(string hour, string minute, string expected)
    {
        var session = Session($$"""
            "parts":[{"startDate":"2025-09-15T09:30:00Z","startTimeHour":{{hour}},"startTimeMinute":{{minute}} }]
            """);
        Assert.Equal("2025-09-15 " + expected, session.Parts[0].StartDate?.ToString("yyyy-MM-dd HH:mm"));
    }

    [Fact]
    public async Task Skips_a_byte_order_mark()
    {
        using var api = Connect.Open(new ScriptedHandler(() => Body("\uFEFF{\"data\":[{\"id\":1}]}")));

        Assert.Equal(1, Assert.Single(await api.Catalog().GetCatalogsAsync(TestContext.Current.CancellationToken)).Id);
    }

    public static TheoryData<byte[]> InvalidJson => new((byte[][])
    [
        [.. "{\"data\":"u8, .. Enumerable.Repeat((byte)'[', 10_000)],
        [.. Enumerable.Repeat((byte)'{', 10_000)],
        [.. "{\"data\":[{\"yearlyProductCode\":\"1\",\"new\":"u8, .. Enumerable.Repeat((byte)'[', 10_000),
            .. Enumerable.Repeat((byte)']', 10_000), .. "}]}"u8],
        [.. "{\"data\":[{\"yearlyProductCode\":\""u8, 0xC3, 0x28, .. "\"}]}"u8],
        [.. "{\""u8, 0xFF, .. "\":1}"u8],
        [.. "{\"data\":[{\"yearlyProductCode\":\"\\uD800\"}]}"u8],
        [0xFF, 0xFE, 0x7B, 0x00],
        [0x00],
        [.. "{\"data\":[{\"yearlyProductCode\":\"1\"},]}"u8],
        [.. "{\"data\":[7]}"u8],
        [.. "{\"data\":[null]}"u8],
    ]);

    [Theory, MemberData(nameof(InvalidJson))]
    public async Task Maps_invalid_JSON_to_UnexpectedResponse(byte[] body)
    {
        using var api = Connect.Open(new ScriptedHandler(() => new HttpResponseMessage { Content = new ByteArrayContent(body) }));

        var error = await Assert.ThrowsAsync<ApiException>(() =>
            api.Catalog().GetProductAsync("1", true, TestContext.Current.CancellationToken));

        Assert.Equal(ApiErrorKind.UnexpectedResponse, error.Kind);
    }
}
