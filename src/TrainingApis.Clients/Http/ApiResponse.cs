using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Http;

/// <summary>An answer that was read whole. Disposing it gives its buffer back.</summary>
internal sealed class ApiResponse(ApiRequest request, HttpResponseMessage response, Redactor redactor, ErrorMap errors) : IDisposable
{
    private readonly HttpResponseMessage _response = response;
    private readonly PooledContent _content = (PooledContent)response.Content;

    public delegate T Decoding<out T>(ReadOnlySpan<byte> json);

    public ApiRequest Request { get; } = request;

    public HttpResponseMessage Response => _response;

    public int StatusCode => (int)_response.StatusCode;

    public bool IsSuccess => _response.IsSuccessStatusCode;

    public string? RequestId { get; } = RequestIds.Find(response.Headers, redactor);

    public string? MediaType => _content.Headers.ContentType?.MediaType;

    public ReadOnlyMemory<byte> Body => _content.Bytes;

    /// <summary>Reads JSON. Whatever is wrong with it is <see cref="ApiErrorKind.UnexpectedResponse"/>, or in doubt for a change.</summary>
    public T Decode<T>(Decoding<T> read)
    {
        var json = Utf8Text.WithoutMark(Body.Span);
        switch (Utf8Text.FirstByte(json))
        {
            case 0:
                throw Unexpected("the body is empty");
            case (byte)'<':
                throw Unexpected("it is an HTML page");
        }
        try
        {
            return read(json);
        }
        catch (ShapeException exception)
        {
            throw Unexpected(exception.Message);
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or ApiException))
        {
            // What the reader says may quote the answer, so it is left out.
            throw Unexpected("it is no valid JSON");
        }
    }

    /// <summary>The answer is not what is documented.</summary>
    public ApiException Unexpected(string what) => errors.Unexpected(this, what);

    /// <summary>The vendor answered, and said no.</summary>
    public ApiException Rejected(string? code, string? reason) => errors.Rejected(this, code, reason);

    public void Dispose() => _response.Dispose();
}
