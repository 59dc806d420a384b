using System.Net;
using System.Net.Http.Headers;

namespace TrainingApis.Clients.Http;

/// <summary>Represents one request while the handlers process it: the state that they share, and the number of attempts.</summary>
internal sealed class ApiCall(ApiRequest request, IApiObserver? observer)
{
    private const string Key = "TrainingApis.Call";
    private TrackedContent? _content;
    private bool _isInFlight;

    public ApiRequest Request { get; } = request;

    public IApiObserver? Observer { get; } = observer;

    /// <summary>Gets the token that is cancelled once no further attempt may start.</summary>
    public CancellationToken Stopping => Observer?.Stopping ?? CancellationToken.None;

    /// <summary>Gets whether an attempt is in flight.</summary>
    public bool IsInFlight => _isInFlight;

    /// <summary>Gets the number of attempts.</summary>
    public int Attempts { get; private set; }

    /// <summary>Gets or sets whether a response with the status 401 has renewed the token of this request.</summary>
    public bool TokenWasRenewed { get; set; }

    /// <summary>
    /// Gets whether the vendor may have processed the request: an attempt started, the connection read its content, and no complete
    /// response arrived. A request without content counts as read.
    /// </summary>
    public bool MayHaveBeenSent => _isInFlight && (_content?.WasRead ?? true);

    public static ApiCall Of(HttpRequestMessage message) => (ApiCall)message.Properties[Key];

    public HttpRequestMessage CreateMessage()
    {
        var message = new HttpRequestMessage(Request.Method, Request.Uri);
        message.Properties[Key] = this;
        foreach (var header in Request.Headers)
        {
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return message;
    }

    /// <summary>Counts an attempt and gives it new content, so that earlier attempts do not affect what this attempt proves.</summary>
    public void BeginAttempt(HttpRequestMessage message)
    {
        Attempts++;
        _isInFlight = true;
        _content = Request.Body is { } body ? new TrackedContent(body, Request.BodyType)
            : Request.IsRead ? null
            : new TrackedContent([], null);
        message.Content = _content;
    }

    /// <summary>Marks the response as complete. From here on, its content decides the outcome.</summary>
    public void EndAttempt() => _isInFlight = false;

    /// <summary>
    /// Represents content, possibly empty, that records whether the connection has read it. If it was not read, nothing was sent. A change
    /// has content even without a body, because .NET resends a request without content if the server closes the connection early.
    /// </summary>
    private sealed class TrackedContent : HttpContent
    {
        private readonly byte[] _bytes;

        public TrackedContent(byte[] bytes, string? mediaType)
        {
            _bytes = bytes;
            Headers.ContentType = mediaType is null ? null : MediaTypeHeaderValue.Parse(mediaType);
        }

        public bool WasRead { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            WasRead = true;
            return stream.WriteAsync(_bytes).AsTask();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _bytes.Length;
            return true;
        }
    }
}
