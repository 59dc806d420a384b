using System.Net;
using System.Text;
using System.Text.Json;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Http;

/// <summary>
/// Represents the description of an error in a response body: OAuth, RFC 7807, members of an object, HTML, plain text, or a JSON string.
/// The connection of a vendor adds the vendor's own format.
/// </summary>
internal sealed class ErrorBody
{
    private const int TextLength = 200;
    private const int MaximumBytes = 64 * 1024;
    private static readonly string[] ReasonNames = ["reason", "detail", "error_description", "message", "title"];
    private readonly Redactor _redactor;

    private ErrorBody(Redactor redactor) => _redactor = redactor;

    /// <summary>Gets or sets the vendor's code, redacted.</summary>
    public string? Code { get; set; }

    /// <summary>Gets or sets the vendor's text, redacted.</summary>
    public string? Reason { get; set; }

    public FieldErrors FieldErrors { get; set; } = FieldErrors.None;

    /// <summary>Gets or sets the kind of error that the vendor's own format specifies; null if the status decides.</summary>
    public ApiErrorKind? Refusal { get; set; }

    /// <summary>Gets the object that describes the error; null if the body is not an object.</summary>
    public JsonObject? Json { get; private set; }

    /// <summary>Gets the body as text if it is not an object.</summary>
    public string? Text { get; private set; }

    public static ErrorBody Read(ReadOnlySpan<byte> bytes, Redactor redactor)
    {
        var body = new ErrorBody(redactor);
        bytes = bytes[..Math.Min(bytes.Length, MaximumBytes)];
        var tree = ReadTree(bytes);
        if (tree is Dictionary<string, object?>)
        {
            body.ReadObject(JsonObject.Of(tree)!);
        }
        else if (tree is string said && said.Trim().Length > 0)
        {
            (body.Text, body.Reason) = (said, redactor.Redact(said));
        }
        else if (Encoding.UTF8.GetString(bytes).Trim() is { Length: > 0 } text)
        {
            body.Text = text;
            body.Reason = body.Shorten(text[0] != '<' ? text : Title(text) is { } title ? WebUtility.HtmlDecode(title) : null);
        }

        return body;
    }

    /// <summary>Redacts and shortens a text.</summary>
    public string? Shorten(string? text) => _redactor.Redact(text, TextLength);

    private static object? ReadTree(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonTree.Read(Utf8Text.WithoutMark(bytes));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null; // It is not JSON, so it is read as text.
        }
    }

    private static string? Title(string html)
    {
        var tag = html.IndexOf("<title", StringComparison.OrdinalIgnoreCase);
        var start = tag < 0 ? -1 : html.IndexOf('>', tag) + 1;
        var end = start <= 0 ? -1 : html.IndexOf("</title", start, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? null : html[start..end];
    }

    private void ReadObject(JsonObject json)
    {
        Json = json = json.Object("error") ?? json;
        var code = json.Text("code");
        var reason = json.Text(ReasonNames);
        // OAuth has a code in "error", other APIs have a sentence there.
        if (json.Text("error") is { } said && !said.Contains(' '))
        {
            code ??= said;
        }
        else
        {
            reason ??= json.Text("error");
        }

        Code = Shorten(code);
        Reason = _redactor.Redact(reason ?? code);
        if (json["errors"] is Dictionary<string, object?> errors)
        {
            FieldErrors = new FieldErrors(errors.ToDictionary(field => Shorten(field.Key)!, field => new ItemList<string>(
                (field.Value as List<object?> ?? [field.Value]).OfType<string>().Select(text => Shorten(text)!).ToArray())));
        }
    }
}
