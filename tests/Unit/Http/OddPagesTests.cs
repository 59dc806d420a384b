using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Support.ScriptedHandler;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>Lists whose pages do not say what they should: never an endless loop, and never silently less.</summary>
public class OddPagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_that_grows_is_read_to_its_new_end() =>
        Assert.Equal(350, (await ReadAsync(number => Catalogue.Page(number, number < 2 ? 150 : 350))).Count);

    [Fact]
    public async Task A_list_that_shrinks_ends_where_it_ends()
    {
        // From the third page on there are only three pages; the fourth comes back as the third.
        var codes = await ReadAsync(number => number < 3 ? Catalogue.Page(number, 1000) : Catalogue.Page(Math.Min(number, 3), 300, 3));

        Assert.Equal(300, codes.Distinct().Count());
        Assert.Equal(300, codes.Count);
    }

    [Fact]
    public async Task A_corrected_number_past_the_end_ends_the_list() =>
        Assert.Equal(200, (await ReadAsync(number => number < 3 ? Catalogue.Page(number, 500) : Catalogue.Page(2, 200))).Count);

    [Fact]
    public async Task A_page_that_is_not_the_one_asked_for_is_an_error()
    {
        var error = await Assert.ThrowsAsync<ApiException>(() => ReadAsync(_ => Catalogue.Page(1, 500)));

        Assert.Equal((ApiErrorKind.UnexpectedResponse, "GetProducts"), (error.Kind, error.Operation));
        Assert.Contains("page 1 came where page 2 of 5 was asked for", error.Message);
    }

    [Fact]
    public async Task A_page_that_repeats_another_is_an_error_where_more_was_promised()
    {
        var error = await Assert.ThrowsAsync<ApiException>(() =>
            ReadAsync(number => Catalogue.Page(number, 500, 5, first: number == 3 ? 0 : (number - 1) * 100, count: 100)));

        Assert.Equal(ApiErrorKind.UnexpectedResponse, error.Kind);
        Assert.Contains("page 3 holds what an earlier page held", error.Message);
    }

    [Fact]
    public async Task A_server_that_does_not_page_is_read_once() =>
        Assert.Equal(3, (await ReadAsync(_ =>
            """{"data":[{"yearlyProductCode":"1"},{"yearlyProductCode":"2"},{"yearlyProductCode":"3"}]}""")).Count);

    [Fact]
    public async Task Without_totals_an_empty_page_ends_the_list()
    {
        var asked = new List<int>();
        var codes = await ReadAsync(number =>
        {
            lock (asked)
            {
                asked.Add(number);
            }

            return number > 3 ? """{"data":[]}""" : $$"""{"data":[{"yearlyProductCode":"{{number}}"}]}""";
        });

        Assert.Equal(["1", "2", "3"], codes);
        Assert.Equal([1, 2, 3, 4], asked);
    }

    [Fact]
    public async Task An_empty_page_ends_the_list_whatever_the_total() =>
        Assert.Equal(200, (await ReadAsync(number => Catalogue.Page(number, 500, 5, count: number < 3 ? 100 : 0))).Count);

    [Fact]
    public async Task A_short_page_in_the_middle_is_kept_and_counts_as_what_it_is()
    {
        var short2 = (int number) => Catalogue.Page(number, 500, 5, count: number == 2 ? 90 : 100);

        Assert.Equal(490, (await ReadAsync(short2)).Count);
        Assert.Equal(200, (await ReadAsync(short2, new PageRequest { First = 200 })).Count);
    }

    [Fact]
    public async Task Pages_of_another_size_are_counted_as_they_are()
    {
        var asked = new List<int>();
        var codes = await ReadAsync(
            number =>
            {
                lock (asked)
                {
                    asked.Add(number);
                }

                return $$"""{"data":[{{string.Join(",", Enumerable.Range((number - 1) * 10, 10).Select(item => $$"""{"yearlyProductCode":"{{item}}"}"""))}}],"pageNumber":{{number}},"pageSize":10,"totalItems":500,"totalPages":50}""";
            },
            new PageRequest { Skip = 105, First = 10 });

        Assert.Equal(Enumerable.Range(105, 10).Select(item => $"{item}"), codes);
        Assert.Equal([2, 11, 12], asked);
    }

    [Theory]
    [InlineData("""{"pageNumber":1,"totalPages":1}""", "data")]
    [InlineData("""{"data":null,"totalPages":1}""", "data")]
    [InlineData("""{"data":[{"title":"x"}]}""", "yearlyProductCode")]
    [InlineData("""{"data":[{"yearlyProductCode":"1"},{"yearlyProductCode":null}]}""", "yearlyProductCode")]
    [InlineData("""[]""", "data")]
    public async Task A_page_without_its_identity_is_an_error_that_names_it(string page, string member)
    {
        var error = await Assert.ThrowsAsync<ApiException>(() => ReadAsync(_ => page));

        Assert.Equal(ApiErrorKind.UnexpectedResponse, error.Kind);
        Assert.Contains($"\"{member}\"", error.Message);
    }

    private static async Task<List<string>> ReadAsync(Func<int, string> page, PageRequest? request = null)
    {
        using var api = Connect.Open(new ScriptedHandler(sent => Body(page(Catalogue.PageOf(sent)))));
        var pages = await api.Catalog().GetProductsAsync(request ?? new PageRequest(), false, Cancel).ToListAsync(Cancel);
        return pages.SelectMany(one => one.Items).Select(product => product.YearlyProductCode).ToList();
    }
}
