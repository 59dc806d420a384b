using System.Net;
using System.Text;

namespace TrainingApis.Tests.Unit.Support;

/// <summary>Responds to requests with a script, without a network, and records them. Token requests get a default response.</summary>
internal sealed class ScriptedHandler : HttpMessageHandler
{
    public const string TokenHost = "token.example.com";

    private readonly Func<SentRequest, CancellationToken, Task<HttpResponseMessage>> _respond;
    private readonly List<SentRequest> _sent = [];
    private int _tokens;

    public ScriptedHandler(Func<SentRequest, CancellationToken, Task<HttpResponseMessage>> respond) => _respond = respond;

    public ScriptedHandler(Func<SentRequest, HttpResponseMessage> respond) : this((sent, _) => Task.FromResult(respond(sent))) { }

    /// <summary>Creates a handler that returns the responses in order, and then repeats the last one.</summary>
    public ScriptedHandler(params Func<HttpResponseMessage>[] responses)
    {
        var next = 0;
        _respond = (_, _) => Task.FromResult(responses[Math.Min(next++, responses.Length - 1)]());
    }

    public Func<SentRequest, CancellationToken, Task<HttpResponseMessage>>? Token { get; init; }

    /// <summary>Gets the requests except token requests.</summary>
    public IReadOnlyList<SentRequest> Calls => Select(sent => !sent.Url.Contains(TokenHost));

    public IReadOnlyList<SentRequest> TokenCalls => Select(sent => sent.Url.Contains(TokenHost));

    public static HttpResponseMessage Body(string body, int status = 200) => Text(body, "application/json", status);

    public static HttpResponseMessage Text(string body, string mediaType, int status = 200) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };

    public static HttpResponseMessage Status(int status, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status);
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
            .ToDictionary(header => header.Key, header => string.Join(",", header.Value));
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var sent = new SentRequest(request.Method.Method, request.RequestUri!.AbsoluteUri, headers, body);
        lock (_sent)
        {
            _sent.Add(sent);
        }

        if (!sent.Url.Contains(TokenHost))
        {
            return await _respond(sent, cancellationToken);
        }

        return Token is null
            ? Body($$"""{"access_token":"token-{{Interlocked.Increment(ref _tokens)}}","expires_in":3600}""")
            : await Token(sent, cancellationToken);
    }

    private SentRequest[] Select(Func<SentRequest, bool> predicate)
    {
        lock (_sent)
        {
            return [.. _sent.Where(predicate)];
        }
    }
}
