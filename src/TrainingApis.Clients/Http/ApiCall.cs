using System.Net;
using System.Net.Http.Headers;

namespace TrainingApis.Clients.Http;

/// <summary>Represents one request on its way through the handlers: what they share, and how often it was attempted.</summary>
internal sealed class ApiCall(ApiRequest request, IApiObserver? observer)
{
    private const string Key = "TrainingApis.Call";
    private TrackedContent? _content;
    private bool _isInFlight;

    public ApiRequest Request { get; } = request;

    public IApiObserver? Observer { get; } = observer;

    /// <summary>Gets the token that is cancelled once no further attempt may begin.</summary>
    public CancellationToken Stopping => Observer?.Stopping ?? CancellationToken.None;

    /// <summary>Gets whether an attempt has begun whose response is not there yet.</summary>
    public bool IsInFlight => _isInFlight;

    /// <summary>Gets how often it was handed to the connection.</summary>
    public int Attempts { get; private set; }

    /// <summary>Gets or sets whether a 401 has renewed its token.</summary>
    public bool TokenWasRenewed { get; set; }

    /// <summary>
    /// Gets whether the vendor may act on it: an attempt has begun, the connection has read its content (a request without content gives
    /// no proof), and no whole response came.
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

    /// <summary>Counts an attempt and gives it content of its own: what an earlier one did with its bytes proves nothing now.</summary>
    public void BeginAttempt(HttpRequestMessage message)
    {
        Attempts++;
        _isInFlight = true;
        _content = Request.Body is { } body ? new TrackedContent(body, Request.BodyType)
            : Request.IsRead ? null
            : new TrackedContent([], null);
        message.Content = _content;
    }

    /// <summary>A whole response came; its content decides from here on.</summary>
    public void EndAttempt() => _isInFlight = false;

    /// <summary>
    /// Content, perhaps empty, that remembers whether the connection has read it. Where it has not, nothing of the request was sent. A
    /// change has one even without a body: .NET itself resends a request without content when the server closes the connection early.
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
