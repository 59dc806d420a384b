using System.Net;

namespace TrainingApis.Sandbox;

/// <summary>The sandbox as the thing that <see cref="HttpClient"/> sends with: four vendors, and no network.</summary>
public sealed class SandboxHandler : HttpMessageHandler
{
    private readonly SandboxEngine _engine;
    private readonly FaultPlan _faults;

    /// <summary>Makes a sandbox with data and state of its own.</summary>
    public SandboxHandler(SandboxOptions options)
    {
        _engine = new SandboxEngine(options);
        _faults = new FaultPlan(options.Seed);
        Control = _engine.Control;
        Control.WhenReset(_faults.Forget);
    }

    /// <summary>What tests change and look at.</summary>
    public SandboxControl Control { get; }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        // On another thread, as a network would: a page is made while the caller's thread is free.
        Task.Run(() => AnswerAsync(request, cancellationToken), cancellationToken);

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage message, CancellationToken token)
    {
        var request = await ReadAsync(message).ConfigureAwait(false);
        var target = message.RequestUri!.PathAndQuery;
        var (fault, retryAfter) = _faults.Next(request.Method, target, request.Body, Control.FaultRate);

        // Half the way there, half the way back: what is cancelled meanwhile may have happened or not, as with a real vendor.
        var half = TimeSpan.FromTicks(Control.Latency.Ticks / 2);
        await Task.Delay(half, token).ConfigureAwait(false);
        if (fault == FaultKind.Reset)
            throw new HttpRequestException("The sandbox dropped the connection.", new IOException("Connection reset by peer."));
        var answer = Refusal(fault, retryAfter) ?? _engine.Answer(request);
        await Task.Delay(Control.Latency - half, token).ConfigureAwait(false);
        return Wrap(answer, message, fault == FaultKind.BrokenBody ? answer.Body.Length / 2 : long.MaxValue);
    }

    private static async Task<SandboxRequest> ReadAsync(HttpRequestMessage message)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in message.Headers)
            headers[header.Key] = string.Join(", ", header.Value);
        var body = Array.Empty<byte>();
        if (message.Content != null)
        {
            foreach (var header in message.Content.Headers)
                headers[header.Key] = string.Join(", ", header.Value);
            body = await message.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        }

        var address = message.RequestUri!;
        return new SandboxRequest(message.Method.Method.ToUpperInvariant(), address.AbsolutePath, address.Query.TrimStart('?'), headers, body);
    }

    private static SandboxAnswer? Refusal(FaultKind fault, int retryAfter) => fault switch
    {
        FaultKind.TooManyRequests => SandboxAnswer.Empty(429).With("Retry-After", retryAfter.ToString()),
        FaultKind.Unavailable => SandboxAnswer.Empty(503).With("Retry-After", retryAfter.ToString()),
        FaultKind.InternalError => SandboxAnswer.Problem(500, "An error occurred while processing your request."),
        FaultKind.BadGateway => new SandboxAnswer(502, "text/html", SandboxBody.FromText("<html><body><h1>502 Bad Gateway</h1></body></html>")),
        _ => null,
    };

    private static HttpResponseMessage Wrap(SandboxAnswer answer, HttpRequestMessage request, long breaksAfter)
    {
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = new SandboxContent(answer.Body, answer.ContentType, breaksAfter),
        };
        foreach (var (name, value) in answer.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
                response.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
