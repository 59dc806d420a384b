using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Support.ScriptedHandler;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>Tests lists with inconsistent pages: reading always ends, and missing items are reported.</summary>
public class InconsistentPagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_a_growing_list_to_its_new_end() =>
        Assert.Equal(350, (await ReadAsync(number => Catalogue.Page(number, number < 2 ? 150 : 350))).Count);

    [Fact]
    public async Task Reads_a_shrinking_list_without_duplicates()
    {
        // From the third page on there are only three pages; a request for the fourth returns the third.
        var codes = await ReadAsync(number => number < 3 ? Catalogue.Page(number, 1000) : Catalogue.Page(Math.Min(number, 3), 300, 3));

        Assert.Equal(300, codes.Distinct().Count());
        Assert.Equal(300, codes.Count);
    }

    [Fact]
    public async Task A_corrected_page_number_beyond_the_end_ends_the_list() =>
        Assert.Equal(200, (await ReadAsync(number => number < 3 ? Catalogue.Page(number, 500) : Catalogue.Page(2, 200))).Count);

    [Fact]
    public async Task Rejects_a_page_that_was_not_requested()
    {
        var error = await Assert.ThrowsAsync<ApiException>(() => ReadAsync(_ => Catalogue.Page(1, 500)));

        Assert.Equal((ApiErrorKind.UnexpectedResponse, "GetProducts"), (error.Kind, error.Operation));
        Assert.Contains("page 1 came in place of page 2 of 5", error.Message);
    }

    [Fact]
    public async Task Rejects_a_page_that_repeats_an_earlier_page()
    {
        var error = await Assert.ThrowsAsync<ApiException>(() =>
            ReadAsync(number => Catalogue.Page(number, 500, 5, first: number == 3 ? 0 : (number - 1) * 100, count: 100)));

        Assert.Equal(ApiErrorKind.UnexpectedResponse, error.Kind);
        Assert.Contains("page 3 repeats an earlier page", error.Message);
    }

    [Fact]
    public async Task Sends_one_request_to_a_server_without_paging() =>
        Assert.Equal(3, (await ReadAsync(_ =>
            """{"data":[{"yearlyProductCode":"1"},{"yearlyProductCode":"2"},{"yearlyProductCode":"3"}]}""")).Count);

    [Fact]
    public async Task Without_totals_an_empty_page_ends_the_list()
    {
        var requested = new List<int>();
        var codes = await ReadAsync(number =>
        {
            lock (requested)
            {
                requested.Add(number);
            }

            return number > 3 ? """{"data":[]}""" : $$"""{"data":[{"yearlyProductCode":"{{number}}"}]}""";
        });

        Assert.Equal(["1", "2", "3"], codes);
        Assert.Equal([1, 2, 3, 4], requested);
    }

    [Theory]
    [InlineData(3, 0, 200, "page 3 of 5 is empty")]
    [InlineData(1, 0, 0, "page 1 of 5 is empty")]
    [InlineData(2, 90, 490, "it ended after 490 of 500 items")]
    [InlineData(5, 60, 460, "it ended after 460 of 500 items")]
    public async Task Throws_after_the_items_of_a_truncated_list(int number, int count, int received, string reason)
    {
        using var api = Connect.Open(new ScriptedHandler(sent => Body(Catalogue.Page(Catalogue.PageOf(sent), 500, 5,
            count: Catalogue.PageOf(sent) == number ? count : 100))));
        var items = 0;

        var error = await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (var page in api.Catalog().GetProductsAsync(PageRequest.All, false, Cancel))
            {
                items += page.Items.Count;
            }
        });

        Assert.Equal((ApiErrorKind.UnexpectedResponse, "GetProducts", received), (error.Kind, error.Operation, items));
        Assert.Equal($"Cannot list the products: the list is not complete, {reason}.", error.Message);
    }

    [Fact]
    public async Task Returns_the_requested_items_of_a_list_that_is_truncated_later() =>
        Assert.Equal(200, (await ReadAsync(number => Catalogue.Page(number, 500, 5, count: number == 2 ? 90 : 100),
            new PageRequest { First = 200 })).Count);

    [Fact]
    public async Task Ignores_a_total_that_is_the_count_of_a_page()
    {
        var observer = new Recorder();
        var codes = await ReadAsync(number => Catalogue.Page(number, number < 3 ? 100 : 47, 3, first: (number - 1) * 100,
            count: number < 3 ? 100 : 47), observer: observer);

        Assert.Equal(247, codes.Count);
        Assert.Empty(observer.Warnings);
    }

    [Fact]
    public async Task Writes_one_warning_if_the_total_changes_while_reading()
    {
        var observer = new Recorder();
        var codes = await ReadAsync(number => Catalogue.Page(number, 500 + (number * 10), 6), observer: observer);

        Assert.Equal(560, codes.Count);
        Assert.Equal("Cegos GetProducts: the list changed while it was read (510 items, then 520); items may be missing or come twice.",
            Assert.Single(observer.Warnings).ToString());
    }

    [Fact]
    public async Task Uses_the_actual_size_of_pages()
    {
        var requested = new List<int>();
        var codes = await ReadAsync(
            number =>
            {
                lock (requested)
                {
                    requested.Add(number);
                }

                return $$"""{"data":[{{string.Join(",", Enumerable.Range((number - 1) * 10, 10).Select(item => $$"""{"yearlyProductCode":"{{item}}"}"""))}}],"pageNumber":{{number}},"pageSize":10,"totalItems":500,"totalPages":50}""";
            },
            new PageRequest { Skip = 105, First = 10 });

        Assert.Equal(Enumerable.Range(105, 10).Select(item => $"{item}"), codes);
        Assert.Equal([2, 11, 12], requested);
    }

    [Theory]
    [InlineData("""{"pageNumber":1,"totalPages":1}""", "data")]
    [InlineData("""{"data":null,"totalPages":1}""", "data")]
    [InlineData("""{"data":[{"title":"x"}]}""", "yearlyProductCode")]
    [InlineData("""{"data":[{"yearlyProductCode":"1"},{"yearlyProductCode":null}]}""", "yearlyProductCode")]
    [InlineData("""[]""", "data")]
    public async Task Names_the_required_member_that_a_page_does_not_contain(string page, string member)
    {
        var error = await Assert.ThrowsAsync<ApiException>(() => ReadAsync(_ => page));

        Assert.Equal(ApiErrorKind.UnexpectedResponse, error.Kind);
        Assert.Contains($"\"{member}\"", error.Message);
    }

    private static async Task<List<string>> ReadAsync(Func<int, string> page, PageRequest? request = null, Recorder? observer = null)
    {
        using var api = Connect.Open(new ScriptedHandler(sent => Body(page(Catalogue.PageOf(sent)))));
        var pages = await api.Catalog(observer).GetProductsAsync(request ?? new PageRequest(), false, Cancel).ToListAsync(Cancel);
        return pages.SelectMany(result => result.Items).Select(product => product.YearlyProductCode).ToList();
    }
}
