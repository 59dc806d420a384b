using System.Runtime.CompilerServices;
using TrainingApis.Clients.Http;

namespace TrainingApis.Clients.Resamania;

/// <summary>Builds and sends the calls of both clients: by template, or by an IRI that is followed from the base address on.</summary>
internal sealed class ResamaniaCalls(ResamaniaApi api, IApiObserver? observer)
{
    private const int PageSize = 30; // what the framework makes a page, said where a page is asked for by its number


    public Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken) =>
        api.Sender.SendAsync(request, observer, cancellationToken);

    /// <summary>A read of a path under the client token.</summary>
    public ApiRequest Read(string operation, string template, params KeyValuePair<string, string>[] query) =>
        Request(operation, CallKind.Read, HttpMethod.Get, ApiUri.Build(api.BaseUri, template, api.Path(), query), template);

    /// <summary>A change of a path under the client token.</summary>
    public ApiRequest Change(string operation, HttpMethod method, string template, ReadOnlyMemory<byte>? body, string? id = null,
        string? clubIri = null) =>
        Request(operation, CallKind.Change, method, ApiUri.Build(api.BaseUri, template, api.Path(id)), template, body, clubIri);

    /// <summary>A read or a change of what an IRI names. Its environment segment is the base address's.</summary>
    public ApiRequest Follow(string operation, CallKind kind, HttpMethod method, string iri, string template,
        ReadOnlyMemory<byte>? body = null) =>
        Request(operation, kind, method, ApiUri.BuildRaw(api.BaseUri, iri, []), template, body);

    /// <summary>A change of what an IRI names, made as a contact.</summary>
    public ApiRequest FollowAs(ITokenSource contact, string operation, HttpMethod method, string iri, string template,
        ReadOnlyMemory<byte> body) =>
        new(ApiService.Resamania, operation, CallKind.Change, method, ApiUri.BuildRaw(api.BaseUri, iri, []), template)
        {
            Token = contact,
            Headers = api.ContactHeaders,
            Body = body,
        };

    public async Task<T> GetOneAsync<T>(ApiRequest request, Func<T, string?> missing, CancellationToken cancellationToken) where T : class
    {
        using var answer = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.Decode(json => ResamaniaJson.One(json, api.Model, missing));
    }

    /// <summary>A change that answers without a body, or with what nobody needs.</summary>
    public async Task DoAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer.StatusCode != 204)
        {
            answer.Decode(Json.JsonTree.Read); // documented is 204; a page of some gateway says nothing
        }
    }

    /// <summary>The pages of a list, from the one that holds the first item asked for; each is asked for once the one before has been
    /// taken.</summary>
    public async IAsyncEnumerable<Page<T>> GetPagesAsync<T>(
        string operation, string template, KeyValuePair<string, string>[] query, PageRequest asked, Func<T, string?> missing,
            [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        if (asked.Skip < 0 || asked.First < 0)
        {
            throw new ApiException(ApiErrorKind.InvalidArgument, "Skip and First must not be negative.");
        }

        var number = asked.First == 0 ? 1 : (int)Math.Min(asked.Skip / PageSize + 1, int.MaxValue);
        var page = await GetPageAsync(Read(operation, template, number == 1 ? query : AtPage(query, number)), missing,
            cancellationToken).ConfigureAwait(false);
        if (number > 1 && page.Items.Count != PageSize && (page.Next is not null || page.Items.Count > PageSize))
        {
            // Their pages are of another size than was asked for, so it begins elsewhere.
            number = 1;
            page = await GetPageAsync(Read(operation, template, query), missing, cancellationToken).ConfigureAwait(false);
        }
        var slice = (Skip: asked.First == 0 ? 0 : asked.Skip - (number - 1L) * PageSize, Left: asked.First ?? long.MaxValue);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var items = page.Items.Skip((int)Math.Min(slice.Skip, int.MaxValue)).Take((int)Math.Min(slice.Left, int.MaxValue)).ToArray();
            slice = (Math.Max(0, slice.Skip - page.Items.Count), slice.Left - items.Length);
            yield return new Page<T>(items, number++, null, page.TotalItems);
            if (slice.Left == 0 || page.Next is not { } next)
            {
                yield break;
            }

            if (!seen.Add(next))
            {
                throw new ApiException(ApiErrorKind.UnexpectedResponse,
                    $"Page {number} of the list of {operation} is named twice as the next one, so the list cannot be read whole.");
            }

            var path = IriBuilder.PathOf(next, api.BaseUri)
                ?? throw new ApiException(ApiErrorKind.UnexpectedResponse,
                    $"Page {number} of the list of {operation} is said to be at another address than the connection's.");
            page = await GetPageAsync(Follow(operation, CallKind.Read, HttpMethod.Get, path, template), missing,
                cancellationToken).ConfigureAwait(false);
        }
    }

    private static KeyValuePair<string, string>[] AtPage(KeyValuePair<string, string>[] query, int number) =>
    [
        .. query,
        new("page", number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        new("itemsPerPage", PageSize.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ];

    private async Task<HydraPage<T>> GetPageAsync<T>(ApiRequest request, Func<T, string?> missing, CancellationToken cancellationToken)
        where T : class
    {
        using var answer = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.Decode(json => HydraPage<T>.Read(json, api.Model, missing));
    }

    private ApiRequest Request(string operation, CallKind kind, HttpMethod method, Uri uri, string template,
        ReadOnlyMemory<byte>? body = null, string? clubIri = null) =>
        new(ApiService.Resamania, operation, kind, method, uri, template)
        {
            Token = api.Token,
            Headers = api.OwnHeaders(clubIri),
            Body = body,
        };
}
