using System.Buffers;
using System.Collections;
using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrainingApis.Sandbox.Server;

/// <summary>Represents a response of a vendor, independent of the transport.</summary>
internal sealed class Response(int status, string? contentType, ReadOnlySequence<byte> body)
{
    private const string JsonType = "application/json; charset=utf-8";

    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly List<KeyValuePair<string, string>> _headers = [];

    public int Status { get; } = status;

    public string? ContentType { get; } = contentType;

    public ReadOnlySequence<byte> Body { get; } = body;

    /// <summary>Gets all headers except the type and the length of the content.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers => _headers;

    public static Response Empty(int status) => new Response(status, null, default);

    public static Response Text(int status, string text, string contentType = "text/plain; charset=utf-8") =>
        new Response(status, contentType, new(Encoding.UTF8.GetBytes(text)));

    /// <summary>Creates a response with a JSON body that is written directly, for large bodies.</summary>
    public static Response Json(int status, Action<Utf8JsonWriter> write, string contentType = JsonType)
    {
        // A pipe stores segments that are not in the large object heap. Otherwise, pages of half a megabyte would dominate the memory of
        // the process that a benchmark measures.
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        using (var json = new Utf8JsonWriter(pipe.Writer, Options))
        {
            write(json);
        }

        pipe.Writer.Complete();
        pipe.Reader.TryRead(out var written);
        return new Response(status, contentType, written.Buffer);
    }

    /// <summary>Creates a response with a JSON body.</summary>
    public static Response Json(int status, JsonNode json, string contentType = JsonType) =>
        Json(status, writer => json.WriteTo(writer), contentType);

    /// <summary>Creates the response for a path that exists but does not support the HTTP method.</summary>
    public static Response MethodNotAllowed(IEnumerable<string> allowed) =>
        Empty(405).With("Allow", string.Join(", ", allowed));

    /// <summary>Adds a header.</summary>
    public Response With(string header, string value)
    {
        _headers.Add(new(header, value));
        return this;
    }
}

/// <summary>Represents the early end of a request. The code of a vendor throws it in nested methods if a rule is violated.</summary>
internal sealed class ResponseException(Response response) : Exception
{
    public Response Response { get; } = response;
}

/// <summary>
/// Writes JSON from arrays of members. It is for large lists, because it is several times faster than a <see cref="JsonNode"/>. Members
/// that are null are omitted.
/// </summary>
internal static class JsonTree
{
    /// <summary>Gets the value for a member that is written as null and not omitted.</summary>
    public static object Null { get; } = new();

    /// <summary>Writes a value: text, number, boolean, date, an array of members (an object), or any other sequence (an array).</summary>
    public static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case JsonEncodedText text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case DateTime date:
                json.WriteStringValue(date);
                break;
            case (string Name, object? Value)[] members:
                json.WriteStartObject();
                foreach (var (name, item) in members)
                {
                    if (item is not null)
                    {
                        json.WritePropertyName(name);
                        Write(json, item);
                    }
                }

                json.WriteEndObject();
                break;
            case IEnumerable items:
                json.WriteStartArray();
                foreach (var item in items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
