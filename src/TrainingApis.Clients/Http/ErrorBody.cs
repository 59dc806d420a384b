using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using TrainingApis.Clients.Json;

namespace TrainingApis.Clients.Http;

/// <summary>What a vendor says went wrong, out of whatever form the body has: OAuth, RFC 7807, code and reason, HTML, or text, plain or as
/// a JSON string.</summary>
internal sealed class ErrorBody
{
    private const int TextLength = 200;
    private const int MostBytes = 64 * 1024;

    private static readonly string[] ReasonNames = ["reason", "detail", "error_description", "message", "title"];

    public static ErrorBody None { get; } = new();

    public string? Code { get; private init; }

    public string? Reason { get; private init; }

    public FieldErrors FieldErrors { get; private init; } = FieldErrors.None;

    /// <summary>True where code and reason are the vendor's own no, and not something that fell over.</summary>
    public bool IsRefusal { get; private init; }

    /// <summary>True where the vendor's code says that something of that identity exists already.</summary>
    public bool IsConflict { get; private init; }

    /// <summary>True where there is a code of the vendor's own, whatever the status.</summary>
    public bool HasOwnCode { get; private init; }

    public static ErrorBody Read(ReadOnlySpan<byte> body, Redactor redactor)
    {
        body = body[..Math.Min(body.Length, MostBytes)];
        switch (Json(body))
        {
            case Dictionary<string, object?> members:
                return FromMembers(IgnoringCase(members), redactor);
            case string said when said.Trim().Length > 0:
                return new ErrorBody { Reason = redactor.Redact(said) };
        }
        var text = Encoding.UTF8.GetString(body).Trim();
        if (!text.StartsWith('<'))
        {
            return text.Length == 0 ? None : FromText(text, redactor);
        }

        return Title(text) is { } title ? new ErrorBody { Reason = redactor.Redact(WebUtility.HtmlDecode(title), TextLength) } : None;
    }

    private static string? Title(string html)
    {
        var tag = html.IndexOf("<title", StringComparison.OrdinalIgnoreCase);
        var start = tag < 0 ? -1 : html.IndexOf('>', tag) + 1;
        var end = start <= 0 ? -1 : html.IndexOf("</title", start, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? null : html[start..end];
    }

    private static ErrorBody FromText(string text, Redactor redactor)
    {
        var own = HydraError.Code(text);
        return new ErrorBody { Code = own, Reason = redactor.Redact(text, TextLength), IsConflict = HydraError.IsConflict(own),
            HasOwnCode = own is not null };
    }

    private static object? Json(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonTree.Read(Utf8Text.WithoutMark(body));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null; // no JSON: it is read as text
        }
    }

    private static ErrorBody FromMembers(Dictionary<string, object?> members, Redactor redactor)
    {
        if (members.GetValueOrDefault("error") is Dictionary<string, object?> error)
        {
            members = IgnoringCase(error);
        }

        var code = Text(members, "code");
        var reason = ReasonNames.Select(name => Text(members, name)).FirstOrDefault(text => text is not null);
        // OAuth has a code under "error", others a sentence.
        if (Text(members, "error") is { } said && !said.Contains(' '))
        {
            code ??= said;
        }
        else
        {
            reason ??= Text(members, "error");
        }

        reason ??= HydraError.Reason(members);
        var own = HydraError.Code(members);
        return new ErrorBody
        {
            Code = redactor.Redact(own ?? code, TextLength),
            Reason = redactor.Redact(reason ?? code),
            FieldErrors = HydraError.FieldErrors(members, redactor) ?? ReadFieldErrors(members, redactor),
            IsConflict = HydraError.IsConflict(own),
            HasOwnCode = own is not null,
            IsRefusal = Text(members, "code") is not null && members.ContainsKey("reason"),
        };
    }

    private static FieldErrors ReadFieldErrors(Dictionary<string, object?> members, Redactor redactor)
    {
        if (members.GetValueOrDefault("errors") is not Dictionary<string, object?> errors)
        {
            return FieldErrors.None;
        }

        var fields = new Dictionary<string, ItemList<string>>();
        foreach (var (name, value) in errors)
        {
            var texts = value as List<object?> ?? [value];
            fields[redactor.Redact(name, TextLength)!] =
                new ItemList<string>(texts.OfType<string>().Select(text => redactor.Redact(text, TextLength)!).ToArray());
        }
        return new FieldErrors(fields);
    }

    private static string? Text(Dictionary<string, object?> members, string name) => members.GetValueOrDefault(name) switch
    {
        string text when text.Trim().Length > 0 => text,
        long or decimal => Convert.ToString(members[name], CultureInfo.InvariantCulture),
        _ => null,
    };

    private static Dictionary<string, object?> IgnoringCase(Dictionary<string, object?> members)
    {
        var copy = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in members)
        {
            copy[name] = value;
        }

        return copy;
    }
}
