using TrainingApis.Sandbox.Server;

namespace TrainingApis.SandboxServer.Faults;

/// <summary>What goes wrong with one request. Each step of answering can be taken over; what is not taken over goes as usual.</summary>
internal class Fault
{
    public static Fault None { get; } = new() { Kind = "none" };

    public required string Kind { get; init; }

    /// <summary>True where the API acts on the request whatever happens to its response.</summary>
    public bool Acts { get; init; } = true;

    /// <summary>True ends the exchange before the request's body was asked for.</summary>
    public virtual ValueTask<bool> EndsBeforeReadingAsync(HttpContext context) => ValueTask.FromResult(false);

    /// <summary>True ends the exchange when the request is known and nothing has happened.</summary>
    public virtual ValueTask<bool> EndsBeforeActingAsync(HttpContext context) => ValueTask.FromResult(false);

    /// <summary>True ends the exchange when the API has acted and nothing was answered.</summary>
    public virtual ValueTask<bool> EndsAfterActingAsync(HttpContext context) => ValueTask.FromResult(false);

    /// <summary>The query that the API is asked with.</summary>
    public virtual string ChangeQuery(string query) => query;

    /// <summary>The response to send; from an empty 200 where the API did not act.</summary>
    public virtual Response Change(Response response) => response;

    /// <summary>The whole response is with the connection; what happens to that.</summary>
    public virtual Task AfterSendingAsync(HttpContext context) => Task.CompletedTask;

    public virtual Task SendAsync(HttpContext context, Response response) => ResponseWriter.WriteAsync(context, response);
}
