using TrainingApis.Cegos;
using TrainingApis.Clients.Cegos;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;
using TrainingApis.Tests.Unit.Support;
using Xunit;
using static TrainingApis.Tests.Unit.Support.ScriptedHandler;

namespace TrainingApis.Tests.Unit.Http;

/// <summary>Tests paged lists: when pages are converted, released and cancelled.</summary>
public class PagingLifetimeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Converts_only_the_next_of_the_received_pages_to_objects()
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
    public async Task Releases_the_buffers_of_pages_after_the_reader_stops()
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

        Assert.Equal(5, responses.Count); // the first two, and three ahead, one of them converted
        Assert.All(responses, response => Assert.Throws<ObjectDisposedException>(() => response.Body));
    }

    [Fact]
    public async Task Sends_no_request_and_cancels_those_in_flight_after_the_reader_stops()
    {
        var cancelled = 0;
        var server = new ScriptedHandler(async (sent, cancellation) =>
        {
            var number = Catalogue.PageOf(sent);
            if (number <= 2)
            {
                return Body(Catalogue.Page(number, 1247));
            }

            try
            {
                await Task.Delay(-1, cancellation);
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

        Assert.Equal(3, cancelled); // pages 3, 4 and 5: requested, cancelled and awaited
        await Task.Delay(50, Cancel);
        Assert.Equal(5, server.Calls.Count);
    }

    [Fact]
    public async Task Cancels_immediately()
    {
        using var cancel = new CancellationTokenSource();
        var server = new ScriptedHandler(async (sent, cancellation) =>
        {
            if (Catalogue.PageOf(sent) == 3)
            {
                cancel.CancelAfter(20);
            }

            if (Catalogue.PageOf(sent) >= 3)
            {
                await Task.Delay(-1, cancellation);
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
    public async Task Requests_no_page_after_the_caller_stops()
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
        Assert.InRange(server.Calls.Count, 2, 3); // only the requests in flight, without retries
    }

    /// <summary>Creates a list of six pages with one item each. <paramref name="number"/> is called when a page is converted.</summary>
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
}
