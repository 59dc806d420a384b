using System.Net.Http.Headers;

namespace TrainingApis.Clients.Http;

/// <summary>Finds the vendor's ids of a request, under any of the names in use; a gateway and what is behind it may each have
/// one.</summary>
internal static class RequestIds
{
    private const int MaximumLength = 128;
    private static readonly string[] Names =
        ["x-request-id", "request-id", "requestid", "x-requestid", "x-correlation-id", "apim-request-id"];

    public static string? Find(HttpResponseHeaders headers, Redactor redactor)
    {
        var ids = Names.Where(headers.Contains).Select(name => headers.GetValues(name).First()).Where(id => id.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase);
        var text = string.Join(", ", ids);
        return text.Length == 0 ? null : redactor.Redact(text, MaximumLength);
    }
}
