using System.Text;
using TrainingApis.Sandbox;
using TrainingApis.Sandbox.Server;
using TrainingApis.SandboxServer.Faults;

namespace TrainingApis.SandboxServer;

/// <summary>Handles requests to the vendors: logs them, applies the fault rules, and sends the responses.</summary>
internal sealed class SandboxEndpoint(SandboxOptions options)
{
    public SandboxEngine Engine { get; private set; } = new(options);

    /// <summary>Gets or sets the minimum time of each response: half before the request is executed, half after.</summary>
    public TimeSpan Latency { get; set; } = options.Latency;

    public RequestLog Log { get; } = new();

    public FaultRules Faults { get; } = new();

    /// <summary>Restores the initial state.</summary>
    public void Reset()
    {
        Engine = new SandboxEngine(options);
        Faults.Clear(null);
        Log.Clear();
        Latency = options.Latency;
    }

    public async Task HandleAsync(HttpContext context)
    {
        var entry = Log.Add(context);
        var fault = Faults.Take(entry.Method, entry.Target);
        entry.Fault = fault?.Kind;
        try
        {
            await HandleAsync(context, entry, fault ?? Fault.None);
        }
        catch (Exception failure)
            when (failure is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // The client or a fault closed the connection. The log entry contains the progress of the request.
            entry.Aborted = true;
        }
    }

    private static async Task<Request> ReadAsync(HttpContext context, LogEntry entry, Fault fault)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        entry.Body = Encoding.UTF8.GetString(body.GetBuffer().AsSpan(0, (int)body.Length));
        var parts = LanePrefix.Remove(entry.Target).Split('?', 2);
        var headers = context.Request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var query = NameValues.Parse(fault.ChangeQuery(parts.Length > 1 ? parts[1] : string.Empty));
        return new Request(entry.Method, parts[0], query, headers, body.ToArray());
    }

    private async Task HandleAsync(HttpContext context, LogEntry entry, Fault fault)
    {
        if (await fault.EndsBeforeReadingAsync(context))
        {
            return;
        }

        var request = await ReadAsync(context, entry, fault);
        var half = Latency / 2;
        await Task.Delay(half, context.RequestAborted);
        if (await fault.EndsBeforeActingAsync(context))
        {
            return;
        }

        entry.Acted = fault.Acts;
        var response = fault.Change(fault.Acts ? Engine.Handle(request) : Response.Empty(200));
        await Task.Delay(Latency - half, context.RequestAborted);
        if (await fault.EndsAfterActingAsync(context))
        {
            return;
        }

        entry.Status = response.Status;
        await fault.SendAsync(context, response);
        await context.Response.CompleteAsync();
        entry.Completed = true;
        await fault.AfterSendingAsync(context);
    }
}
