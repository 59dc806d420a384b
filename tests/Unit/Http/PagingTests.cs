using TrainingApis.Cegos;
using TrainingApis.Clients.Http;
using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Support.ScriptedHandler;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>Tests paged lists: all items, in order, without unneeded requests.</summary>
public class PagingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(99, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(300, 3)]
    [InlineData(1247, 13)]
    public async Task Returns_all_items_in_order(int items, int pages)
    {
        foreach (var throttle in new[] { 1, 4, 16 })
        {
            var server = CreateServer(items);
            var all = await ReadAsync(server, new PageRequest { ThrottleLimit = throttle });

            Assert.Equal(Enumerable.Range(0, items).Select(Catalogue.Code),
                all.SelectMany(page => page.Items).Select(product => product.YearlyProductCode));
            Assert.Equal(Enumerable.Range(1, pages), server.Calls.Select(Catalogue.PageOf).Order());
            Assert.Equal((items, (items + 99) / 100), (all[0].TotalItems, all[0].TotalPages));
        }
    }

    [Theory]
    [InlineData(0, 0, "1")]
    [InlineData(0, 1, "1")]
    [InlineData(0, 99, "1")]
    [InlineData(0, 100, "1")]
    [InlineData(0, 101, "1 2")]
    [InlineData(0, 200, "1 2")]
    [InlineData(99, 1, "1")]
    [InlineData(99, 2, "1 2")]
    [InlineData(100, 100, "2")]
    [InlineData(150, 250, "2 3 4")]
    [InlineData(299, null, "3 4 5 6 7 8 9 10 11 12 13")]
    [InlineData(1240, 100, "13")]
    [InlineData(1247, 10, "13")]
    [InlineData(1300, 10, "14")]
    [InlineData(5000, null, "51")]
    [InlineData(500, 0, "1")]
    public async Task Requests_only_pages_that_contain_the_selected_items(int skip, int? first, string pages)
    {
        var server = CreateServer(1247);

        var all = await ReadAsync(server, new PageRequest { Skip = skip, First = first });

        Assert.Equal(Enumerable.Range(0, 1247).Skip(skip).Take(first ?? int.MaxValue).Select(Catalogue.Code),
            all.SelectMany(page => page.Items).Select(product => product.YearlyProductCode));
        Assert.Equal(pages, string.Join(' ', server.Calls.Select(Catalogue.PageOf).Order()));
        Assert.Equal(1247, all[0].TotalItems);
    }

    [Fact]
    public async Task Requests_the_first_page_alone_and_then_up_to_the_limit_ahead()
    {
        var server = CreateServer(1247);
        using var api = Connect.Open(server);
        var seen = 0;

        await foreach (var page in api.Catalog().GetProductsAsync(new PageRequest { ThrottleLimit = 4 }, false, Cancel))
        {
            seen++;
            Assert.Equal(seen, page.Number);
            await Task.Delay(20, Cancel);
            Assert.Equal(seen == 1 ? 1 : Math.Min(seen + 3, 13), server.Calls.Count);
        }
        Assert.Equal(13, seen);
    }

    [Fact]
    public async Task Returns_pages_in_order_if_they_arrive_out_of_order()
    {
        var server = new ScriptedHandler(async (sent, cancellation) =>
        {
            var number = Catalogue.PageOf(sent);
            await Task.Delay(number % 2 == 0 ? 60 : 5, cancellation);
            return Body(Catalogue.Page(number, 900));
        });

        var all = await ReadAsync(server, new PageRequest { ThrottleLimit = 5 });

        Assert.Equal(Enumerable.Range(1, 9), all.Select(page => page.Number));
    }

    [Fact]
    public async Task Throws_the_error_of_a_page_after_the_pages_before_it()
    {
        var server = new ScriptedHandler(sent =>
            Catalogue.PageOf(sent) == 3 ? Status(404) : Body(Catalogue.Page(Catalogue.PageOf(sent), 1247)));
        using var api = Connect.Open(server);
        var pages = 0;

        var error = await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (var page in api.Catalog().GetProductsAsync(new PageRequest(), false, Cancel))
            {
                pages = page.Number;
            }
        });

        Assert.Equal((2, ApiErrorKind.NotFound, "GetProducts"), (pages, error.Kind, error.Operation));
    }

    [Theory]
    [InlineData(-1, null, 4)]
    [InlineData(0, -1L, 4)]
    [InlineData(0, null, 0)]
    [InlineData(0, null, 17)]
    public async Task Rejects_an_invalid_range(long skip, long? first, int throttle)
    {
        var server = CreateServer(10);

        var error = await Assert.ThrowsAsync<ApiException>(() =>
            ReadAsync(server, new PageRequest { Skip = skip, First = first, ThrottleLimit = throttle }));

        Assert.Equal(ApiErrorKind.InvalidArgument, error.Kind);
        Assert.Empty(server.Calls);
    }

    [Theory]
    [InlineData(long.MaxValue, long.MaxValue)]
    [InlineData(0, long.MaxValue)]
    public async Task Accepts_very_large_numbers(long skip, long first)
    {
        var all = await ReadAsync(CreateServer(250), new PageRequest { Skip = skip, First = first });

        Assert.Equal(skip == 0 ? 250 : 0, all.Sum(page => page.Items.Count));
    }

    private static ScriptedHandler CreateServer(int items) => new(sent => Body(Catalogue.Page(Catalogue.PageOf(sent), items)));

    private static async Task<List<Page<Product>>> ReadAsync(ScriptedHandler server, PageRequest request)
    {
        using var api = Connect.Open(server);
        return await api.Catalog().GetProductsAsync(request, false, Cancel).ToListAsync(Cancel);
    }
}
