using System.Net;
using System.Text;

namespace TrainingApis.Tests.Unit.Support;

/// <summary>Responds to requests by a script, without a network, and keeps what was asked. Token calls get a response of their own
/// unless told otherwise.</summary>
internal sealed class ScriptedHandler : HttpMessageHandler
{
    public const string TokenHost = "token.example.com";

    private readonly Func<Sent, CancellationToken, Task<HttpResponseMessage>> _respond;
    private readonly List<Sent> _sent = [];
    private int _tokens;

    public ScriptedHandler(Func<Sent, CancellationToken, Task<HttpResponseMessage>> respond) => _respond = respond;

    public ScriptedHandler(Func<Sent, HttpResponseMessage> respond) : this((sent, _) => Task.FromResult(respond(sent))) { }

    /// <summary>One response after the other; the last one for all that follow.</summary>
    public ScriptedHandler(params Func<HttpResponseMessage>[] responses)
    {
        var next = 0;
        _respond = (_, _) => Task.FromResult(responses[Math.Min(next++, responses.Length - 1)]());
    }

    public Func<Sent, CancellationToken, Task<HttpResponseMessage>>? Token { get; init; }

    /// <summary>The calls that were no token calls.</summary>
    public IReadOnlyList<Sent> Calls { get { lock (_sent) { return _sent.Where(sent => !sent.Url.Contains(TokenHost)).ToArray(); } } }

    public IReadOnlyList<Sent> TokenCalls { get { lock (_sent) { return _sent.Where(sent => sent.Url.Contains(TokenHost)).ToArray(); } } }

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
        var sent = new Sent(request.Method.Method, request.RequestUri!.AbsoluteUri, headers, body);
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
}
