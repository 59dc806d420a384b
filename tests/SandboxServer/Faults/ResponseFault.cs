using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Server;

namespace TrainingApis.SandboxServer.Faults;

/// <summary>Replaces the response of the vendor.</summary>
internal sealed class ResponseFault : Fault
{
    public required Func<Response, Response> Changes { get; init; }

    public override Response Change(Response response) => Changes(response);
}

/// <summary>Sends another page than the requested one.</summary>
internal sealed class PageRepeatFault : Fault
{
    /// <summary>Gets the page to send; the page before the requested page if null.</summary>
    public int? Page { get; init; }

    /// <summary>Gets the page number in the response; the actual one if null.</summary>
    public int? ClaimedPage { get; init; }

    public override string ChangeQuery(string query)
    {
        var pairs = NameValues.Parse(query);
        var requested = int.TryParse(pairs.Get("pageNumber"), CultureInfo.InvariantCulture, out var page) ? page : 1;
        var others = pairs.Where(pair => !pair.Key.Equals("pageNumber", StringComparison.OrdinalIgnoreCase));
        var kept = others.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}");
        return string.Join('&', kept.Append($"pageNumber={Page ?? requested - 1}"));
    }

    public override Response Change(Response response) => ClaimedPage is { } claimed && response.Status == 200
        ? BodyChanges.Edit(response, json => json["pageNumber"] = JsonValue.Create(claimed))
        : response;
}

/// <summary>Sends a valid JSON response of any size: a string of the letter a. It is not buffered.</summary>
internal sealed class HugeFault : Fault
{
    public long Bytes { get; init; }

    public bool Gzip { get; init; }

    /// <summary>Gets whether the response has a Content-Length header.</summary>
    public bool Announced { get; init; }

    public override async Task SendAsync(HttpContext context, Response response)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        if (!Gzip)
        {
            if (Announced)
            {
                // The letters and the 11 bytes around them.
                context.Response.ContentLength = Bytes + 11;
            }

            await WriteAsync(context.Response.Body, context.RequestAborted);
            return;
        }

        context.Response.Headers.ContentEncoding = "gzip";
        await using var compressed = new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await WriteAsync(compressed, context.RequestAborted);
    }

    private async Task WriteAsync(Stream target, CancellationToken cancellationToken)
    {
        var letters = new byte[64 * 1024];
        letters.AsSpan().Fill((byte)'a');
        await target.WriteAsync("{\"data\":\""u8.ToArray(), cancellationToken);
        for (var left = Bytes; left > 0; left -= letters.Length)
        {
            await target.WriteAsync(letters.AsMemory(0, (int)Math.Min(left, letters.Length)), cancellationToken);
        }

        await target.WriteAsync("\"}"u8.ToArray(), cancellationToken);
    }
}
