using System.Text.Json;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Conferences;

/// <summary>
/// Finds the <c>error</c> that Agendize can put into a response of any status. It is text, or an object with <c>message</c>,
/// <c>statusCode</c> and <c>fields</c>. Its status code is used if the HTTP status is a success.
/// </summary>
internal static class ConferenceErrors
{
    /// <param name="response">The response.</param>
    /// <param name="json">Its body.</param>
    /// <param name="clean">Redacts a text.</param>
    /// <returns>True.</returns>
    /// <exception cref="ApiException">The response contains an error.</exception>
    public static bool Check(ApiResponse response, ReadOnlySpan<byte> json, Func<string?, string?> clean)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
        }
        else
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isError = "error".Equals(JsonScalars.GetString(ref reader), StringComparison.OrdinalIgnoreCase);
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                if (isError && JsonTree.Read(json[start..(int)reader.BytesConsumed]) is { } error and not false and not "")
                {
                    throw Create(response, error, clean);
                }
            }
        }

        reader.Read(); // It throws if anything follows the end.
        return true;
    }

    private static ApiException Create(ApiResponse response, object error, Func<string?, string?> clean)
    {
        var json = JsonObject.Of(error);
        var status = json?.Text("statusCode");
        var rejected = response.Rejected(json?.Text("code") ?? status, json?.Text("message", "reason") ?? error as string,
            KindOf(status, response.Request.IsRead));
        rejected.FieldErrors = FieldErrors(json?["fields"], clean);
        return rejected;
    }

    private static ApiErrorKind KindOf(string? status, bool isRead) => status switch
    {
        "400" or "422" => ApiErrorKind.InvalidRequest,
        "401" => ApiErrorKind.AuthenticationFailed,
        "403" => ApiErrorKind.Forbidden,
        "404" or "410" => ApiErrorKind.NotFound,
        "409" => ApiErrorKind.Conflict,
        "429" => ApiErrorKind.RateLimited,
        { Length: 3 } when status[0] == '5' => isRead ? ApiErrorKind.UnexpectedResponse : ApiErrorKind.InDoubt,
        _ => ApiErrorKind.Rejected,
    };

    /// <summary>Reads names, or objects with a name and possibly a message. The shape is not documented.</summary>
    private static FieldErrors FieldErrors(object? fields, Func<string?, string?> clean)
    {
        var found = new Dictionary<string, ItemList<string>>();
        foreach (var field in fields as List<object?> ?? [fields])
        {
            var json = JsonObject.Of(field);
            if ((field as string ?? json?.Text("name", "field", "id")) is { } name)
            {
                found[clean(name)!] = new ItemList<string>([clean(json?.Text("message", "reason") ?? "is refused")!]);
            }
        }

        return found.Count == 0 ? TrainingApis.FieldErrors.None : new FieldErrors(found);
    }
}
