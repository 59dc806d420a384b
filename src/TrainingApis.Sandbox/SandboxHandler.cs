using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.Sandbox;

/// <summary>Represents the servers of the four vendors in memory, as the message handler of an <see cref="HttpClient"/>.</summary>
/// <param name="options">The options: the data, the latency and the fault rate.</param>
public sealed class SandboxHandler(SandboxOptions options) : HttpMessageHandler
{
    private readonly FaultPlan _faults = new(options.Seed);

    /// <summary>Gets the servers of the vendors.</summary>
    internal SandboxEngine Engine { get; } = new(options);

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        // The request runs on another thread, as with a network, so that the thread of the caller is free while a page is generated.
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
        return new Request(message.Method.Method, uri.AbsolutePath, NameValues.Parse(uri.Query.TrimStart('?')), headers, body);
    }

    private static HttpResponseMessage CreateMessage(Response response, HttpRequestMessage request, bool isBroken)
    {
        var body = isBroken
            ? new BrokenStream(response.Body.Slice(0, response.Body.Length / 2).ToArray())
            : PipeReader.Create(response.Body).AsStream();
        var message = new HttpResponseMessage((HttpStatusCode)response.Status)
        {
            RequestMessage = request,
            Content = new StreamContent(body),
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
        var fault = _faults.Next(message, options.FaultRate);
        if (fault.Kind == FaultKind.ConnectionRefused)
        {
            // The content is not read before this point, so the client knows that nothing was sent.
            throw new HttpRequestException("The sandbox refused the connection.", new SocketException((int)SocketError.ConnectionRefused));
        }

        var request = await ReadAsync(message).ConfigureAwait(false);

        // Half of the latency is before and half after the execution, so a request that is cancelled meanwhile may or may not have been
        // executed.
        var latency = options.Latency;
        var half = TimeSpan.FromTicks(latency.Ticks / 2);
        await Task.Delay(half, cancellationToken).ConfigureAwait(false);
        var response = fault.ToResponse() ?? Engine.Handle(request);
        await Task.Delay(latency - half, cancellationToken).ConfigureAwait(false);
        return CreateMessage(response, message, fault.Kind == FaultKind.BrokenBody);
    }

    /// <summary>Represents the first part of a response. The connection is lost after it.</summary>
    private sealed class BrokenStream(byte[] beginning) : MemoryStream(beginning)
    {
        // All other read methods of a derived stream call this method.
        public override int Read(byte[] buffer, int offset, int count) => Position < Length
            ? base.Read(buffer, offset, count)
            : throw new IOException("The connection was closed in the middle of the response.");
    }
}
