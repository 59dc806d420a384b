using System.Text;
using TrainingApis.Sandbox;
using TrainingApis.SandboxServer.Faults;

namespace TrainingApis.SandboxServer;

/// <summary>The sandbox over real HTTP: logs what comes, meets it with faults where a test asked for them, answers.</summary>
internal sealed class SandboxDoor
{
    private readonly SandboxEngine _engine;

    public SandboxDoor(SandboxOptions options)
    {
        _engine = new SandboxEngine(options);
        Control.WhenReset(Faults.Clear);
        Control.WhenReset(Log.Clear);
    }

    public SandboxControl Control => _engine.Control;

    public RequestLog Log { get; } = new();

    public FaultRules Faults { get; } = new();

    public async Task AnswerAsync(HttpContext context)
    {
        var entry = Log.Add(context);
        var fault = Faults.Take(entry.Method, entry.Target);
        entry.Fault = fault?.Kind;
        try
        {
            await AnswerAsync(context, entry, fault ?? Fault.None);
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // The caller went away, or a fault sent it away; the entry says how far it came.
            entry.Aborted = true;
        }
    }

    private async Task AnswerAsync(HttpContext context, LogEntry entry, Fault fault)
    {
        if (await fault.EndsBeforeReadingAsync(context))
            return;
        var request = await ReadAsync(context, entry, fault);
        var half = Control.Latency / 2;
        await Task.Delay(half, context.RequestAborted);
        if (await fault.EndsBeforeActingAsync(context))
            return;
        entry.Acted = fault.Acts;
        var answer = fault.Change(fault.Acts ? _engine.Answer(request) : SandboxAnswer.Empty(200));
        await Task.Delay(Control.Latency - half, context.RequestAborted);
        if (await fault.EndsAfterActingAsync(context))
            return;
        entry.Status = answer.Status;
        await fault.DeliverAsync(context, answer);
        await context.Response.CompleteAsync();
        entry.Completed = true;
        await fault.AfterAnsweringAsync(context);
    }

    private static async Task<SandboxRequest> ReadAsync(HttpContext context, LogEntry entry, Fault fault)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        entry.Body = Encoding.UTF8.GetString(body.GetBuffer().AsSpan(0, (int)body.Length));
        var parts = Lane.Leave(entry.Target).Split('?', 2);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new SandboxRequest(entry.Method, parts[0], fault.Ask(parts.Length > 1 ? parts[1] : string.Empty), headers, body.ToArray());
    }
}
