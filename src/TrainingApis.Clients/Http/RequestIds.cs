using System.Net.Http.Headers;

namespace TrainingApis.Clients.Http;

/// <summary>Finds the vendor's id of a request, under any of the names in use.</summary>
internal static class RequestIds
{
    private const int MaximumLength = 128;
    private static readonly string[] Names = ["x-request-id", "request-id", "requestid", "x-requestid", "x-correlation-id", "apim-request-id"];

    public static string? Find(HttpResponseHeaders headers, Redactor redactor)
    {
        foreach (var name in Names)
        {
            if (headers.TryGetValues(name, out var values))
                return redactor.Clean(values.First(), MaximumLength);
        }
        return null;
    }
}
