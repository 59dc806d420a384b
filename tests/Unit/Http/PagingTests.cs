using TrainingApis.Cegos;
using TrainingApis.Clients.Cegos;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;
using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Support.ScriptedHandler;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>Lists in pages: all of it, in order, and no page that is not needed.</summary>
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
    public async Task Everything_comes_in_order(int items, int pages)
    {
        foreach (var throttle in new[] { 1, 4, 16 })
        {
            var server = Serving(items);
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
    public async Task Only_pages_that_hold_what_was_asked_for_are_asked_for(int skip, int? first, string pages)
    {
        var server = Serving(1247);

        var all = await ReadAsync(server, new PageRequest { Skip = skip, First = first });

        Assert.Equal(Enumerable.Range(0, 1247).Skip(skip).Take(first ?? int.MaxValue).Select(Catalogue.Code),
            all.SelectMany(page => page.Items).Select(product => product.YearlyProductCode));
        Assert.Equal(pages, string.Join(' ', server.Calls.Select(Catalogue.PageOf).Order()));
        Assert.Equal(1247, all[0].TotalItems);
    }

    [Fact]
    public async Task The_first_page_is_asked_for_alone_and_no_more_than_the_limit_ahead()
    {
        var server = Serving(1247);
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
    public async Task Of_pages_that_came_early_only_the_next_is_made_into_objects()
    {
        var (seen, read) = (0, 0);
        var list = List((_, _, _) => Task.FromResult(Response()), () => Interlocked.Increment(ref read));

        await foreach (var page in list.ReadAsync(new PageRequest { ThrottleLimit = 4 }, Cancel))
        {
            seen++;
            Assert.Equal($"item {seen}", Assert.Single(page.Items).Label);
            var expected = seen == 1 ? 1 : Math.Min(seen + 1, 6);
            Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref read) == expected, 10_000), $"{read} pages were read, not {expected}");
            await Task.Delay(20, Cancel);
            Assert.Equal(expected, read);
        }
        Assert.Equal(6, seen);
    }

    [Fact]
    public async Task Pages_that_nobody_waits_for_any_more_give_their_buffers_back()
    {
        var (responses, read) = (new List<ApiResponse>(), 0);
        var list = List((_, _, _) =>
        {
            responses.Add(Response());
            return Task.FromResult(responses[^1]);
        }, () => Interlocked.Increment(ref read));

        await foreach (var page in list.ReadAsync(new PageRequest { ThrottleLimit = 4 }, Cancel))
        {
            if (page.Number == 2)
            {
                break;
            }
        }

        Assert.Equal(5, responses.Count); // the second, and three ahead of which one is read
        Assert.All(responses, response => Assert.Throws<ObjectDisposedException>(() => response.Body));
    }

    [Fact]
    public async Task Pages_that_come_out_of_order_leave_in_order()
    {
        var server = new ScriptedHandler(async (sent, ending) =>
        {
            var number = Catalogue.PageOf(sent);
            await Task.Delay(number % 2 == 0 ? 60 : 5, ending);
            return Body(Catalogue.Page(number, 900));
        });

        var all = await ReadAsync(server, new PageRequest { ThrottleLimit = 5 });

        Assert.Equal(Enumerable.Range(1, 9), all.Select(page => page.Number));
    }

    [Fact]
    public async Task After_the_reader_has_gone_nothing_is_asked_and_what_was_is_cancelled()
    {
        var cancelled = 0;
        var server = new ScriptedHandler(async (sent, ending) =>
        {
            var number = Catalogue.PageOf(sent);
            if (number <= 2)
            {
                return Body(Catalogue.Page(number, 1247));
            }

            try
            {
                await Task.Delay(-1, ending);
            }
            catch (OperationCanceledException)
            {
                await Task.Delay(30, CancellationToken.None);
                Interlocked.Increment(ref cancelled);
                throw;
            }
            return Status(500);
        });
        using var api = Connect.Open(server);

        await foreach (var page in api.Catalog().GetProductsAsync(new PageRequest { ThrottleLimit = 4 }, false, Cancel))
        {
            if (page.Number == 2)
            {
                break;
            }
        }

        Assert.Equal(3, cancelled); // pages 3, 4 and 5: asked for, cancelled, and waited for
        await Task.Delay(50, Cancel);
        Assert.Equal(5, server.Calls.Count);
    }

    [Fact]
    public async Task Cancelling_ends_it_at_once()
    {
        using var cancel = new CancellationTokenSource();
        var server = new ScriptedHandler(async (sent, ending) =>
        {
            if (Catalogue.PageOf(sent) == 3)
            {
                cancel.CancelAfter(20);
            }

            if (Catalogue.PageOf(sent) >= 3)
            {
                await Task.Delay(-1, ending);
            }

            return Body(Catalogue.Page(Catalogue.PageOf(sent), 1247));
        });
        using var api = Connect.Open(server);
        var pages = 0;

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var page in api.Catalog().GetProductsAsync(new PageRequest(), false, cancel.Token))
            {
                pages = page.Number;
            }
        });

        Assert.Equal((2, cancel.Token), (pages, error.CancellationToken));
    }

    [Fact]
    public async Task A_page_that_fails_fails_when_its_turn_comes()
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
    public async Task A_part_that_makes_no_sense_is_refused(long skip, long? first, int throttle)
    {
        var server = Serving(10);

        var error = await Assert.ThrowsAsync<ApiException>(() =>
            ReadAsync(server, new PageRequest { Skip = skip, First = first, ThrottleLimit = throttle }));

        Assert.Equal(ApiErrorKind.InvalidArgument, error.Kind);
        Assert.Empty(server.Calls);
    }

    [Theory]
    [InlineData(long.MaxValue, long.MaxValue)]
    [InlineData(0, long.MaxValue)]
    public async Task Very_large_numbers_are_no_trouble(long skip, long first)
    {
        var all = await ReadAsync(Serving(250), new PageRequest { Skip = skip, First = first });

        Assert.Equal(skip == 0 ? 250 : 0, all.Sum(page => page.Items.Count));
    }

    [Fact]
    public async Task No_page_is_asked_for_once_the_caller_stops()
    {
        using var stop = new CancellationTokenSource();
        var server = new ScriptedHandler(sent =>
        {
            if (Catalogue.PageOf(sent) > 1)
            {
                stop.Cancel();
                return Status(429, ("Retry-After", "250"));
            }

            return Body(Catalogue.Page(1, 1000));
        });
        using var api = Connect.Open(Connect.Options(server), TimeProvider.System);
        var pages = 0;

        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await foreach (var page in api.Catalog(new Recorder { Stopping = stop.Token }).GetProductsAsync(
                new PageRequest { ThrottleLimit = 2 }, false, Cancel))
            {
                pages++;
            }
        });

        Assert.Equal(1, pages);
        Assert.InRange(server.Calls.Count, 2, 3); // what was in flight, and nothing again
    }

    /// <summary>A list of six pages with one item each; <paramref name="number"/> is called when one is read.</summary>
    private static PagedList<Catalog> List(Func<ApiRequest, IApiObserver, CancellationToken, Task<ApiResponse>> send, Func<int> number)
    {
        var request = new ApiRequest(CegosOperations.GetCatalogs, HttpMethod.Get, new Uri("https://x.example.com"), "x", "list");
        return new PagedList<Catalog>(new PageSource<Catalog>((_, _) => request, send, _ => Read(number()), item => item.Label, 1), null);
    }

    private static ApiResponse Response() =>
        new(null!, new HttpResponseMessage { Content = new PooledContent(new ResponseBuffer(1000), new byte[16], 0, null) }, null!);

    private static Envelope<Catalog> Read(int number) => Envelope<Catalog>.Read(
        System.Text.Encoding.UTF8.GetBytes(
            $$"""{"data":[{"id":1,"label":"item {{number}}"}],"pageNumber":{{number}},"pageSize":1,"totalPages":6,"totalItems":6}"""),
        CegosJsonContext.CreateModelJson(), new EnvelopeShape("data"), null);

    private static ScriptedHandler Serving(int items) => new(sent => Body(Catalogue.Page(Catalogue.PageOf(sent), items)));

    private static async Task<List<Page<Product>>> ReadAsync(ScriptedHandler server, PageRequest request)
    {
        using var api = Connect.Open(server);
        return await api.Catalog().GetProductsAsync(request, false, Cancel).ToListAsync(Cancel);
    }
}
