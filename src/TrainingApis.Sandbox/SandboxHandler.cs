using System.Net;
using System.Net.Sockets;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox;

/// <summary>Represents the four vendors' servers in memory, as the handler that <see cref="HttpClient"/> sends with.</summary>
public sealed class SandboxHandler : HttpMessageHandler
{
    private readonly FaultPlan _faults;

    /// <summary>Creates a sandbox with data and state of its own.</summary>
    /// <param name="options">The data, the latency and the rate of faults.</param>
    public SandboxHandler(SandboxOptions options)
    {
        Engine = new SandboxEngine(options);
        _faults = new FaultPlan(options.Seed);
        (Latency, FaultRate) = (options.Latency, options.FaultRate);
    }

    /// <summary>Gets or sets how long each response takes at least.</summary>
    internal TimeSpan Latency { get; set; }

    /// <summary>Gets or sets the share of requests that meet a fault (0 to 1).</summary>
    internal double FaultRate { get; set; }

    /// <summary>Gets the vendors.</summary>
    internal SandboxEngine Engine { get; }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        // On another thread, as over a network: the caller's thread is free while a page is generated.
        Task.Run(() => SendCoreAsync(request, cancellationToken), cancellationToken);

    private static async Task<Request> ReadAsync(HttpRequestMessage message)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in message.Content is null ? message.Headers : message.Headers.Concat(message.Content.Headers))
        {
            headers[header.Key] = string.Join(", ", header.Value);
        }

        var body = message.Content is null ? [] : await message.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        var uri = message.RequestUri!;
        return new Request(message.Method.Method, uri.AbsolutePath, uri.Query.TrimStart('?'), headers, body);
    }

    private static HttpResponseMessage CreateMessage(Response response, HttpRequestMessage request, long breakAfter)
    {
        var message = new HttpResponseMessage((HttpStatusCode)response.Status)
        {
            RequestMessage = request,
            Content = new StreamContent(response.Body.OpenRead(breakAfter)),
        };
        message.Content.Headers.ContentLength = response.Body.Length;
        if (response.ContentType is not null)
        {
            message.Content.Headers.TryAddWithoutValidation("Content-Type", response.ContentType);
        }

        foreach (var (name, value) in response.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    private async Task<HttpResponseMessage> SendCoreAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var fault = _faults.Next(message, FaultRate);
        if (fault.Kind == FaultKind.ConnectionRefused)
        {
            // Before the content is read: its bytes were never requested, so the client knows that nothing was sent.
            throw new HttpRequestException("The sandbox refused the connection.", new SocketException((int)SocketError.ConnectionRefused));
        }

        var request = await ReadAsync(message).ConfigureAwait(false);

        // Half of the latency on the way there, half on the way back: a request cancelled meanwhile may have been executed or not.
        var half = TimeSpan.FromTicks(Latency.Ticks / 2);
        await Task.Delay(half, cancellationToken).ConfigureAwait(false);
        var response = fault.ToResponse() ?? Engine.Handle(request);
        await Task.Delay(Latency - half, cancellationToken).ConfigureAwait(false);
        return CreateMessage(response, message, fault.Kind == FaultKind.BrokenBody ? response.Body.Length / 2 : long.MaxValue);
    }
}
