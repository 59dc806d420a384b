using TrainingApis.Cegos;
using Xunit;

namespace TrainingApis.Tests.Unit.Cegos;

public class CegosCodeTests
{
    [Theory]
    [InlineData("2025-61072", "202561072")]
    [InlineData("2025-38", "202500038")]
    [InlineData(" 2025-61072 ", "202561072")]
    [InlineData("202561072", "202561072")]
    [InlineData("2025-61072-PAR-001", "2025-61072-PAR-001")]
    [InlineData("2025-A1072", "2025-A1072")]
    [InlineData("2025-", "2025-")]
    [InlineData("2025-610721", "2025-610721")]
    [InlineData("٢٠٢٥-٦", "٢٠٢٥-٦")]
    [InlineData("", "")]
    public void Converts_a_code_to_the_product_form(string code, string expected) => Assert.Equal(expected, CegosCode.ToProductForm(code));

    [Theory]
    [InlineData("2025-61072", "202561072", true)]
    [InlineData("2025-38", "202500038", true)]
    [InlineData("202561072", "202561073", false)]
    [InlineData("abc", "ABC", true)]
    [InlineData("abc", "abd", false)]
    [InlineData(null, null, true)]
    [InlineData(null, "202561072", false)]
    [InlineData("202561072", null, false)]
    public void Compares_codes_by_their_digits(string? left, string? right, bool expected) =>
        Assert.Equal(expected, CegosCode.AreEqual(left, right));

    [Fact]
    public void Normalizes_null_to_an_empty_string() => Assert.Equal("", CegosCode.Normalize(null));
}
