using System.Globalization;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Resamania;

/// <summary>Provides what both clients of Resamania share: JSON-LD objects and Hydra collections.</summary>
internal abstract class ResamaniaClient(ResamaniaApi api, IApiObserver? observer) : ApiClient<ResamaniaApi>(api, observer)
{
    private const int PageSize = 30; // The default of the vendor's framework, sent explicitly when a page is requested by its number.
    private static readonly EnvelopeShape Shape = new("hydra:member", AllowsArray: true);

    /// <summary>Creates the path parameter of a resource.</summary>
    protected static RequestMember Resource(string collection, string id) => InPath("id", new ResourceId(collection, id));

    /// <summary>Reads one object.</summary>
    protected T One<T>(ApiResponse response, Identity<T> identity)
        where T : class => response.Decode(json => Envelope<T>.ReadOne(json, Api.Model, identity));

    /// <summary>Sends a change whose response is empty, or is not needed.</summary>
    protected Task<T> DoAsync<T>(ApiRequest request, T result, CancellationToken cancellationToken) => SendAsync(request, response =>
    {
        // The status 204 is documented. An HTML page of a gateway is an error.
        _ = response.StatusCode == 204 ? null : response.Decode(JsonTree.Read);
        return result;
    }, cancellationToken);

    /// <summary>
    /// Gets the pages of a list, starting with the page that contains the first requested item; for another club than that of the
    /// connection, if one is specified.
    /// </summary>
    protected IAsyncEnumerable<Page<T>> GetPagesAsync<T>(Operation operation, IReadOnlyList<RequestMember> query, PageRequest request,
        Identity<T> identity, CancellationToken cancellationToken, string? clubId = null)
        where T : class => GetPagesAsync(operation, query, request,
            response => response.Decode(json => Read(json, identity)), identity.Get, cancellationToken, clubId);

    /// <summary>Reads a collection, or one page of it.</summary>
    protected Envelope<T> Read<T>(ReadOnlySpan<byte> json, Identity<T> identity)
        where T : class => Envelope<T>.Read(json, Api.Model, Shape, identity);

    protected IAsyncEnumerable<Page<T>> GetPagesAsync<T>(Operation operation, IReadOnlyList<RequestMember> query, PageRequest request,
        Func<ApiResponse, Envelope<T>> read, Func<T, string?> identity, CancellationToken cancellationToken, string? clubId = null)
        where T : class
    {
        return new PagedList<T>(new PageSource<T>(Create, Api.SendAsync, read, identity, PageSize) { IsFollowed = true }, Observer)
            .ReadAsync(request, cancellationToken);

        ApiRequest Create(int number, string? next)
        {
            var page = CreatePage(number, next);
            return clubId is null ? page : Api.ForClub(page, clubId);
        }

        ApiRequest CreatePage(int number, string? next)
        {
            if (next is not null)
            {
                return Api.CreateRequest(operation, IriBuilder.PathOf(next, Api.BaseUri) ?? throw operation.CreateError(
                    ApiErrorKind.UnexpectedResponse, query, "the next page is at another address than the connection's."), query);
            }

            return Api.CreateRequest(operation, number == 1 ? query
                : [.. query, InQuery("page", (long)number), InQuery("itemsPerPage", (long)PageSize)]);
        }
    }
}
