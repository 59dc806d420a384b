namespace TrainingApis.Clients.Http;

/// <summary>
/// A page that was asked for. Its answer is read only when its turn is near: until then it is bytes in a pooled buffer, and not
/// thousands of objects that outlive one collection after the other.
/// </summary>
internal sealed class PendingPage<T>(Task<ApiResponse> answer, Func<ApiResponse, PageOf<T>> read)
{
    private readonly Task<ApiResponse> _answer = answer;
    private readonly Func<ApiResponse, PageOf<T>> _read = read;
    private Task<PageOf<T>>? _page;

    /// <summary>Begins to read it, on a thread of its own, once it has arrived.</summary>
    public Task<PageOf<T>> ReadAsync() => _page ??= Task.Run(async () =>
    {
        using var answer = await _answer.ConfigureAwait(false);
        return _read(answer);
    });

    /// <summary>Nobody waits for this page any more.</summary>
    public async Task EndAsync()
    {
        try
        {
            if (_page is null)
            {
                (await _answer.ConfigureAwait(false)).Dispose();
            }
            else
            {
                await _page.ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is ApiException or OperationCanceledException)
        {
            // Its failure is of no interest either.
        }
    }
}
