using System.Text;
using System.Text.Json;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Http;

/// <summary>Calls that no client method exists for: anything in, plain objects out.</summary>
internal static class RawCalls
{
    private const string Operation = "Request";

    public static ApiRequest Build(ApiService api, RawRequest request, Uri baseUri, ITokenSource? token, IReadOnlyList<KeyValuePair<string,
        string>> headers)
    {
        var method = Method(request.Method);
        var kind = method == HttpMethod.Get || method == HttpMethod.Head ? CallKind.Read : CallKind.Change;
        if (request.HasBody && kind == CallKind.Read)
        {
            throw Invalid($"A {method} has no body.");
        }

        return new ApiRequest(api, Operation, kind, method, ApiUri.BuildRaw(baseUri, request.Path, request.Query),
            ApiUri.Template(request.Path))
        {
            Token = token,
            Headers = headers,
            Body = request.HasBody ? Body(request.Body) : default(ReadOnlyMemory<byte>?),
        };
    }

    public static RawResponse Read(ApiResponse answer)
    {
        var isJson = answer.MediaType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true
            || Utf8Text.FirstByte(answer.Body.Span) is (byte)'{' or (byte)'[';
        var isHtml = Utf8Text.FirstByte(answer.Body.Span) == (byte)'<'
            && answer.MediaType?.Contains("xml", StringComparison.OrdinalIgnoreCase) != true;
        object? content = null;
        if (answer.Body.Length > 0)
        {
            content = isJson || isHtml ? answer.Decode(JsonTree.Read) : Encoding.UTF8.GetString(Utf8Text.WithoutMark(answer.Body.Span));
        }

        return new RawResponse(answer.StatusCode, content, answer.RequestId);
    }

    private static HttpMethod Method(string method)
    {
        try
        {
            return new HttpMethod(method.ToUpperInvariant());
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw Invalid("That is no HTTP method.");
        }
    }

    private static ReadOnlyMemory<byte> Body(object? body)
    {
        try
        {
            return body is string json ? Encoding.UTF8.GetBytes(json) : JsonTree.Write(body);
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException or ArgumentException
            or OverflowException or JsonException)
        {
            throw Invalid("The body holds something that cannot be written as JSON.");
        }
    }

    private static ApiException Invalid(string message) => new(ApiErrorKind.InvalidArgument, message);
}
