namespace TrainingApis.Clients.Http;

/// <summary>One request on its way through the handlers: what they must know of each other, and how often it was tried.</summary>
internal sealed class ApiCall(ApiRequest request, IApiObserver? observer)
{
    private const string Key = "TrainingApis.Call";
    private bool _isUnderWay;

    public ApiRequest Request { get; } = request;

    public IApiObserver? Observer { get; } = observer;

    /// <summary>How often it was handed to the connection.</summary>
    public int Attempts { get; private set; }

    /// <summary>True once a 401 has renewed its token.</summary>
    public bool TokenWasRenewed { get; set; }

    /// <summary>
    /// True while the vendor may be acting on it: an attempt has begun, its bytes were asked for (a request without a body gives no
    /// proof), and no whole answer came.
    /// </summary>
    public bool MayHaveBeenSent => _isUnderWay && (Content?.WasSerialized ?? true);

    private TrackedContent? Content { get; set; }

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

    /// <summary>Counts an attempt and gives it content of its own: what an earlier one did with its bytes says nothing of this
    /// one.</summary>
    public void BeginAttempt(HttpRequestMessage message)
    {
        Attempts++;
        _isUnderWay = true;
        if (Request.Body is { } body)
        {
            Content = new TrackedContent(body, Request.BodyType);
        }
        else if (Request.Kind == CallKind.Change)
        {
            Content = new TrackedContent(ReadOnlyMemory<byte>.Empty, null);
        }

        message.Content = Content;
    }

    /// <summary>A whole answer came; what it says decides from here on.</summary>
    public void EndAttempt() => _isUnderWay = false;
}
