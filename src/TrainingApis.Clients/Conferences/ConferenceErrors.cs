using System.Text.Json;
using TrainingApis.Clients.Http;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Conferences;

/// <summary>
/// Finds the <c>error</c> that Agendize may put into an answer of any status. It is text, or an object with <c>message</c>,
/// <c>statusCode</c> and <c>fields</c>; the status in it says what it means where the answer's own does not.
/// </summary>
internal static class ConferenceErrors
{
    /// <exception cref="ApiException">There is one.</exception>
    public static bool Check(ApiResponse answer, ReadOnlySpan<byte> json, Redactor secrets)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            reader.Read(); // anything after the end throws
            return true;
        }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isError = "error".Equals(reader.GetString(), StringComparison.OrdinalIgnoreCase);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (isError && JsonTree.Read(json[start..(int)reader.BytesConsumed]) is { } error and not false and not "")
            {
                throw Of(answer, error, secrets);
            }
        }
        reader.Read();
        return true;
    }

    private static ApiException Of(ApiResponse answer, object error, Redactor secrets)
    {
        var members = JsonMembers.Of(error) ?? new Dictionary<string, object?> { ["message"] = error as string };
        var code = JsonMembers.Text(members, "code") ?? JsonMembers.Text(members, "statusCode");
        var reason = JsonMembers.Text(members, "message") ?? JsonMembers.Text(members, "reason");
        var rejected = answer.Rejected(code, reason);
        return new ApiException(KindOf(JsonMembers.Text(members, "statusCode"), answer.Request.Kind), rejected.Message)
        {
            Api = rejected.Api,
            Operation = rejected.Operation,
            Route = rejected.Route,
            StatusCode = rejected.StatusCode,
            RequestId = rejected.RequestId,
            Code = rejected.Code,
            Reason = rejected.Reason,
            FieldErrors = FieldErrors(members.GetValueOrDefault("fields"), secrets),
        };
    }

    private static ApiErrorKind KindOf(string? status, CallKind call) => status switch
    {
        "400" or "422" => ApiErrorKind.InvalidRequest,
        "401" => ApiErrorKind.AuthenticationFailed,
        "403" => ApiErrorKind.Forbidden,
        "404" or "410" => ApiErrorKind.NotFound,
        "409" => ApiErrorKind.Conflict,
        "429" => ApiErrorKind.RateLimited,
        { Length: 3 } when status[0] == '5' => call == CallKind.Read ? ApiErrorKind.UnexpectedResponse : ApiErrorKind.InDoubt,
        _ => ApiErrorKind.Rejected,
    };

    /// <summary>Names, or objects with a name and perhaps a message: the shape is not documented.</summary>
    private static FieldErrors FieldErrors(object? fields, Redactor secrets)
    {
        var found = new Dictionary<string, ItemList<string>>();
        foreach (var field in fields as List<object?> ?? [fields])
        {
            var members = field is string name ? new Dictionary<string, object?> { ["name"] = name } : JsonMembers.Of(field);
            if (members is null || (JsonMembers.Text(members, "name") ?? JsonMembers.Text(members, "field")
                ?? JsonMembers.Text(members, "id")) is not { } named)
            {
                continue;
            }

            var said = secrets.Redact(JsonMembers.Text(members, "message") ?? JsonMembers.Text(members, "reason") ?? "is refused")!;
            found[secrets.Redact(named)!] = new ItemList<string>([said]);
        }
        return found.Count == 0 ? TrainingApis.FieldErrors.None : new FieldErrors(found);
    }
}
