using System.Text;
using System.Text.Json;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Http;

/// <summary>Represents a complete response. Dispose returns its buffer.</summary>
internal sealed class ApiResponse(ApiRequest request, HttpResponseMessage response, ErrorMap errors) : IDisposable
{
    private readonly PooledContent _content = (PooledContent)response.Content;

    public delegate T Decoding<out T>(ReadOnlySpan<byte> json);

    public ApiRequest Request { get; } = request;

    public HttpResponseMessage Message { get; } = response;

    public int StatusCode => (int)Message.StatusCode;

    public string? RequestId => errors.RequestIdOf(Message);

    public string? MediaType => _content.Headers.ContentType?.MediaType;

    public ReadOnlyMemory<byte> Body => _content.Bytes;

    /// <summary>
    /// Reads JSON. A body that is not JSON or has an undocumented shape is an <see cref="ApiErrorKind.UnexpectedResponse"/> error; for a
    /// change it is in doubt.
    /// </summary>
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
        catch (Exception exception) when (exception is JsonException or DecoderFallbackException)
        {
            throw Unexpected("it is not valid JSON"); // The text of the reader can quote the response.
        }
    }

    /// <summary>Creates the error of a response that is not as documented.</summary>
    public ApiException Unexpected(string what) => errors.Unexpected(this, what);

    /// <summary>Creates the error of a response with a success status in which the vendor refuses the request.</summary>
    public ApiException Rejected(string? code, string? reason, ApiErrorKind kind = ApiErrorKind.Rejected) =>
        errors.Rejected(this, kind, code, reason);

    public void Dispose() => Message.Dispose();
}
