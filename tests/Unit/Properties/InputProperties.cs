using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using TrainingApis.Cegos;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Resamania;
using TrainingApis.Cmdlets.Binding;
using Xunit;

namespace TrainingApis.Tests.Unit.Properties;

/// <summary>Tests any input: a URL contains it unchanged and stays below the base URL, and codes and numbers have the same meaning in
/// every form and culture.</summary>
public class InputProperties
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(500);
    private static readonly Uri Base = new("https://api.example.com/segment/");

    /// <summary>Gets text of FsCheck, and text with special characters of URLs and headers.</summary>
    private static Arbitrary<string> UnusualText => Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Where(text => text is not null),
        Gen.Elements("/", "\\", "..", ".", "?", "#", "%", "%2F", "%2e%2e", " ", "\r\n", "\0", "\t", "é", "😀", "\ud800", "\u202e", "עברית",
            "//", ":", "@", "&", "=", "+", ";", "a", "1")
            .ListOf().Select(parts => string.Concat(parts.Take(12)))).ToArbitrary();

    [Fact]
    public void Encodes_an_id_as_one_segment_or_rejects_it() => Prop.ForAll(UnusualText, id =>
    {
        try
        {
            var address = ApiUri.Build(Base, "v1/Things/{id}/parts", new Dictionary<string, string> { ["id"] = id });
            var segments = address.AbsoluteUri[Base.AbsoluteUri.Length..].Split('/');
            return address.Authority == "api.example.com" && address.Query + address.Fragment == string.Empty && !id.Any(char.IsControl)
                && segments.Length == 4 && Uri.UnescapeDataString(segments[2]) == id;
        }
        catch (ApiException error)
        {
            return error.Kind == ApiErrorKind.InvalidArgument
                && (string.IsNullOrWhiteSpace(id) || id is "." or ".." || id.Any(char.IsControl) || id.Any(char.IsSurrogate));
        }
    }).Check(Many);

    [Fact]
    public void Encodes_a_query_value_or_rejects_it() => Prop.ForAll(UnusualText, value =>
    {
        try
        {
            var address = ApiUri.Build(Base, "v1/Things", null, [new("email", value), new("last", "1")]);
            var pairs = address.Query[1..].Split('&');
            return address.AbsolutePath == "/segment/v1/Things" && address.Fragment.Length == 0 && pairs.Length == 2
                && Uri.UnescapeDataString(pairs[0]["email=".Length..]) == value;
        }
        catch (ApiException error)
        {
            return error.Kind == ApiErrorKind.InvalidArgument && value.Any(char.IsSurrogate);
        }
    }).Check(Many);

    [Fact]
    public void Keeps_a_path_below_the_base_URL_or_rejects_it() => Prop.ForAll(UnusualText, path =>
    {
        try
        {
            var address = ApiUri.BuildRaw(Base, path, [new("a", "b")]);
            return address.AbsoluteUri.StartsWith(Base.AbsoluteUri, StringComparison.Ordinal) && !address.AbsoluteUri.Any(char.IsControl);
        }
        catch (ApiException error)
        {
            return error.Kind == ApiErrorKind.InvalidArgument;
        }
    }).Check(Many);

    [Fact]
    public void Creates_an_IRI_of_the_client_token_and_kind_or_rejects_the_id()
    {
        var iris = new IriBuilder("demoapi");
        Prop.ForAll(UnusualText, id =>
        {
            try
            {
                var iri = iris.Of("contacts", id);
                return iri.StartsWith("/demoapi/", StringComparison.Ordinal) && iri.Split('/')[^2] == "contacts"
                    && iri.All(character => character is > ' ' and <= '~' and not ('?' or '#' or '%' or '\\'));
            }
            catch (ApiException error)
            {
                return error.Kind == ApiErrorKind.InvalidArgument;
            }
        }).Check(Many);
        Prop.ForAll<uint>(number => iris.Of("contacts", iris.Of("contacts", $"{number}")) == $"/demoapi/contacts/{number}").Check(Many);
    }

    [Fact]
    public void A_code_is_equal_in_both_forms()
    {
        Prop.ForAll(Gen.Choose(1000, 9999).ToArbitrary(), Gen.Choose(0, 99999).ToArbitrary(), (year, code) =>
        {
            var (session, product) = ($"{year}-{code}", $"{year}{code:00000}");
            return CegosCode.ToProductForm(session) == product && CegosCode.ToProductForm(product) == product
                && CegosCode.AreEqual(session, product) && CegosCode.AreEqual(product, session);
        }).Check(Many);
        Prop.ForAll(UnusualText, text => CegosCode.ToProductForm(CegosCode.ToProductForm(text)) == CegosCode.ToProductForm(text)
            && CegosCode.AreEqual(text, text)).Check(Many);
        Prop.ForAll(UnusualText, UnusualText, (left, right) =>
            CegosCode.AreEqual(left, right) == CegosCode.AreEqual(right, left)).Check(Many);
    }

    [Theory]
    [InlineData("1\0")]
    [InlineData("1,5")]
    [InlineData("1 000")]
    [InlineData("0x1F")]
    [InlineData("1e3")]
    [InlineData("٣")]
    [InlineData("99999999999999999999999999999999")]
    public void Rejects_text_that_is_not_a_number(string text) => Assert.Null(Numbers.From(text));

    [Fact]
    public void Reads_a_number_independently_of_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "fr-FR", "en-US", "ar-SA" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Prop.ForAll<decimal>(number => Numbers.From(number.ToString(CultureInfo.InvariantCulture)) == number
                    && Numbers.From(number) == number).Check(Many);
                Prop.ForAll<double>(number => Numbers.From(number) is not { } read
                    || Math.Abs((double)read - number) <= Math.Abs(number) * 1e-6 + 1e-27).Check(Many);
                Prop.ForAll(UnusualText, text => Numbers.From(text) is null
                    || text.All(character => character is (>= '0' and <= '9') or '-' or '+' or '.' || char.IsWhiteSpace(character)))
                    .Check(Many);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
