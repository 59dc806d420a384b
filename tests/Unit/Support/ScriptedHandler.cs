using System.Net;
using System.Text;

namespace TrainingApis.Tests.Unit.Support;

/// <summary>Answers requests by a script, without a network, and keeps what was asked. Token calls are answered by themselves unless told
/// otherwise.</summary>
internal sealed class ScriptedHandler : HttpMessageHandler
{
    public const string TokenHost = "token.example.com";

    private readonly Func<Sent, CancellationToken, Task<HttpResponseMessage>> _answer;
    private readonly List<Sent> _sent = [];
    private int _tokens;

    public ScriptedHandler(Func<Sent, CancellationToken, Task<HttpResponseMessage>> answer) => _answer = answer;

    public ScriptedHandler(Func<Sent, HttpResponseMessage> answer) : this((sent, _) => Task.FromResult(answer(sent))) { }

    /// <summary>One answer after the other; the last one for all that follow.</summary>
    public ScriptedHandler(params Func<HttpResponseMessage>[] answers)
    {
        var next = 0;
        _answer = (_, _) => Task.FromResult(answers[Math.Min(next++, answers.Length - 1)]());
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
            return await _answer(sent, cancellationToken);
        }

        return Token is null
            ? Body($$"""{"access_token":"token-{{Interlocked.Increment(ref _tokens)}}","expires_in":3600}""")
            : await Token(sent, cancellationToken);
    }
}
