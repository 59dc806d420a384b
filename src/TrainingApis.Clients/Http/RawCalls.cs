using System.Text;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Http;

/// <summary>Creates requests without a client method from any content, and reads their responses as trees of plain objects.</summary>
internal static class RawCalls
{
    public static ApiRequest Build(ApiService api, RawRequest request, Uri baseUri)
    {
        var method = Method(request.Method);
        var isRead = method == HttpMethod.Get || method == HttpMethod.Head;
        if (request.HasBody && isRead)
        {
            throw Invalid($"A {method} request has no body.");
        }

        var uri = ApiUri.BuildRaw(baseUri, request.Path, request.Query);
        var template = ApiUri.Template(request.Path);
        var operation = new Operation(api, "Request", isRead ? OperationKind.Read : OperationKind.Change, $"{method} {template}",
            string.Empty);
        return new ApiRequest(operation, method, uri, template, $"call {method} {template}")
        {
            Body = !request.HasBody ? null
                : request.Body is string json ? Encoding.UTF8.GetBytes(json) : JsonTree.Write(PlainTree.Of(request.Body)),
        };
    }

    public static RawResponse Read(ApiResponse response)
    {
        var body = response.Body.Span;
        var type = response.MediaType ?? string.Empty;
        var first = Utf8Text.FirstByte(body);
        var isJson = type.Contains("json", StringComparison.OrdinalIgnoreCase) || first is (byte)'{' or (byte)'[';
        var isHtml = first == (byte)'<' && !type.Contains("xml", StringComparison.OrdinalIgnoreCase);
        var content = body.Length == 0 ? null
            : isJson || isHtml ? response.Decode(JsonTree.Read)
            : Encoding.UTF8.GetString(Utf8Text.WithoutMark(body));
        return new RawResponse(response.StatusCode, content, response.RequestId);
    }

    private static HttpMethod Method(string method)
    {
        try
        {
            return new HttpMethod(method.ToUpperInvariant());
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw Invalid("That is not an HTTP method.");
        }
    }

    private static ApiException Invalid(string message) => new(ApiErrorKind.InvalidArgument, message);
}
