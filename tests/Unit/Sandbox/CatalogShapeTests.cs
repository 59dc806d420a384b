using System.Text.Json;
using Xunit;

namespace TrainingApis.Tests.Unit.Sandbox;

/// <summary>The catalogue's answers hold the members that the vendor documents, with their JSON types.</summary>
public sealed class CatalogShapeTests : IDisposable
{
    private const string Envelope = "data:a pageNumber:n pageSize:n totalItems:n totalPages:n";

    private const string Product = """
        productCode:s yearlyProductCode:s offerYear:n title:s evolutionType:s cpf:b trainingMethod:s familyOfferId:n languages:a cities:a
        availableCpfCities:a level:o professionalChallengesId:n bestSeller:b picto4Real:b range:o price:n iPackPrice:n certificationInclude:b
        internationalProduct:b partners:a deliveryMode:s commercialDuration:o
        """;

    private const string ListOnly = "certification:s certifier:s jobSheetTitle:s jobSheetUrl:s modalityTitle:s marketingTitle:s";

    private const string Hydrated = "titles:a formula:a catalogTopicRelations:a notice:o";

    private const string Notice = """
        introductionTitle:s introduction:s forWho:s applicationProcedure:s prerequisite:s visioTrainingProcedure:s objective:s evaluation:s
        programContent:o participantBenefits:s program:s highlights:s morePrecisely:s firstMinute:s cpfText:s rncpText:s expectedResults:s
        theMostPartnerText:s financingAssistance:s certificationTitleOptionalOrIncluded:s bonus:s video:s financing:s cpfPopup:s
        imageProgramDesktop:s imageProgramMobile:s imageSocialNetworks:s pedagogy:s
        """;

    private const string Session = """
        yearlySessionCode:s sessionNumber:n yearlyProductCode:s productCode:s price:n componentCount:n interDiscountPrice:n startDate:s endDate:s
        durationInDays:n guaranteedSession:b isRemote:b city:s isFull:b isLastPlaceAvailable:b isHighProbability:b registrationCount:n limitMin:n
        limitMax:n status:s topCpf:b
        """;

    private const string Part = """
        isRemote:b startTimeHour:n startTimeMinute:n endTimeHour:n endTimeMinute:n startDate:s endDate:s durationInDay:n number:n centerId:s
        """;

    private readonly SandboxCaller _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task Catalogs_hold_a_number_in_a_string()
    {
        var data = (await _sandbox.GetAsync("Catalogs")).Data;
        Assert.All(data.EnumerateArray(), one => Shape.Is(one, "id:n label:s countryId:s countryLabel:s startDate:s endDate:s"));
        Assert.Equal("Site Web 2025", data[0].GetProperty("label").GetString());
        Assert.Equal("2100-12-31T00:00:00", data[1].GetProperty("endDate").GetString());
    }

    [Fact]
    public async Task Topics_are_two_years_three_levels_deep_and_not_in_order()
    {
        var data = (await _sandbox.GetAsync("CatalogTopics")).Data;
        Assert.Equal([2025, 2026], data.EnumerateArray().Select(year => year.GetProperty("year").GetInt32()));
        Assert.All(data.EnumerateArray(), year => Shape.Is(year, "catalogId:n year:n topics:a"));
        var roots = data[0].GetProperty("topics");
        Assert.Equal(924470, roots[0].GetProperty("id").GetInt32());
        var orders = roots.EnumerateArray().Select(root => root.GetProperty("order").GetInt32()).ToList();
        Assert.NotEqual(orders.Order(), orders);
        Shape.Is(roots[0], "id:n label:s order:n subTopics:a");
        Shape.Is(roots[0].GetProperty("subTopics")[0].GetProperty("subTopics")[0], "id:n label:s order:n subTopics:0");
    }

    [Fact]
    public async Task Centers_leave_out_what_they_lack()
    {
        var data = (await _sandbox.GetAsync("Referentials/centers")).Data;
        Assert.All(data.EnumerateArray(), one => Shape.Is(one, "code:s name:s? address:a city:s postalCode:s? country:s?"));
        Assert.Equal(["679", "AJ4"], data.EnumerateArray().Take(2).Select(one => one.GetProperty("code").GetString()));
        Assert.Equal([0, 1, 2], data.EnumerateArray().Select(one => one.GetProperty("address").GetArrayLength()).Distinct().Order());
        Assert.Contains(data.EnumerateArray(), one => !one.TryGetProperty("name", out _));
        Assert.Distinct(data.EnumerateArray().Select(one => one.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_listed_product_is_as_documented()
    {
        var page = (await _sandbox.GetAsync("Products?hydrate=true")).Json;
        Shape.Is(page, Envelope);
        var first = page.GetProperty("data")[0];
        Shape.Is(first, $"{Product} {ListOnly} {Hydrated} rsCode:s rncpCode:s cpfCode:s moduleDuration:s relatedProducts:a noticeUrl:s? noticeUrlPdf:s?");
        Shape.Is(first.GetProperty("notice"), Notice);
        Shape.Is(first.GetProperty("notice").GetProperty("programContent"), "before:o duringTitle:s parts:a after:o upstream:s downstream:s?");
        Shape.Is(first.GetProperty("titles")[0], "type:s text:s lengthMaximum:n");
        Shape.Is(first.GetProperty("catalogTopicRelations")[0], "catalogTopicId:n relationType:s order:n");
        Shape.Is(first.GetProperty("relatedProducts")[0], "relatedProductCode:s type:s order:n");
        Shape.Is(first.GetProperty("formula")[0], "id:n label:s modules:a");
        Shape.Is(
            first.GetProperty("formula")[0].GetProperty("modules")[0],
            "id:n code:s order:n optional:b isProduct:b label:s delayInDay:n delayInHour:n delayInMinute:n deliveryMode:s");
        Shape.Is(first.GetProperty("commercialDuration"), "days:s hours:s minutes:s forcedValues:b remoteActivityIncluded:b");
    }

    [Fact]
    public async Task Hydration_decides_which_members_come()
    {
        var (plain, hydrated) = ((await _sandbox.GetAsync("Products")).Data[0], (await _sandbox.GetAsync("Products?Hydrate=True")).Data[0]);
        Assert.All(Names(Hydrated), name => Assert.False(plain.TryGetProperty(name, out _)));
        Shape.Holds(hydrated, Hydrated);
        Assert.True(plain.TryGetProperty("relatedProducts", out _));
        Assert.False((await _sandbox.GetAsync("Products/202561072")).Data.TryGetProperty("relatedProducts", out _));
        Assert.True((await _sandbox.GetAsync("Products/202561072?hydrate=true")).Data.TryGetProperty("relatedProducts", out _));
    }

    [Fact]
    public async Task A_single_product_lacks_what_only_lists_have()
    {
        var product = (await _sandbox.GetAsync("Products/202500038?hydrate=true")).Data;
        Shape.Holds(product, $"{Product} {Hydrated} relatedProducts:a");
        Assert.All(Names(ListOnly), name => Assert.False(product.TryGetProperty(name, out _)));
        Assert.Equal("Pratique de la consolidation des comptes - Niv. 1", product.GetProperty("title").GetString());
        Assert.Equal("2250", product.GetProperty("price").GetRawText());
    }

    [Fact]
    public async Task A_session_differs_between_list_and_single()
    {
        var page = (await _sandbox.GetAsync("Sessions?hydrate=true")).Json;
        Shape.Is(page, Envelope);
        var (listed, single) = (page.GetProperty("data")[0], (await _sandbox.GetAsync("Sessions/2025-61072-PAR-001")).Data);
        Assert.All([listed, single], one => Shape.Is(one, $"{Session} parts:a"));
        Assert.All([listed, single], one => Shape.Is(one.GetProperty("parts")[0], Part));
        AssertRaw("\"2025-03-15T09:00:00\"", "\"2025-03-15T09:00:00Z\"", "startDate");
        AssertRaw("2.0", "2", "durationInDays");
        Assert.Equal("PAR-001", listed.GetProperty("parts")[0].GetProperty("centerId").GetString());
        Assert.Equal("PAR", single.GetProperty("parts")[0].GetProperty("centerId").GetString());
        Assert.Equal("1.0", single.GetProperty("parts")[0].GetProperty("durationInDay").GetRawText());
        Assert.False((await _sandbox.GetAsync("Sessions")).Data[0].TryGetProperty("parts", out _));

        void AssertRaw(string inList, string alone, string member)
        {
            Assert.Equal(inList, listed.GetProperty(member).GetRawText());
            Assert.Equal(alone, single.GetProperty(member).GetRawText());
        }
    }

    private static IEnumerable<string> Names(string members) => members.Split(' ').Select(member => member.Split(':')[0]);
}
