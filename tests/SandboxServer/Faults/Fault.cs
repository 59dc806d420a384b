using TrainingApis.Sandbox.Server;

namespace TrainingApis.SandboxServer.Faults;

/// <summary>Represents a fault of one request. A derived fault overrides the steps that it changes.</summary>
internal class Fault
{
    public static Fault None { get; } = new() { Kind = "none" };

    public required string Kind { get; init; }

    /// <summary>Gets whether the vendor executes the request, independently of its response.</summary>
    public bool Acts { get; init; } = true;

    /// <summary>Returns true if the exchange ends before the body of the request is read.</summary>
    public virtual ValueTask<bool> EndsBeforeReadingAsync(HttpContext context) => ValueTask.FromResult(false);

    /// <summary>Returns true if the exchange ends after the request was read, before it is executed.</summary>
    public virtual ValueTask<bool> EndsBeforeActingAsync(HttpContext context) => ValueTask.FromResult(false);

    /// <summary>Returns true if the exchange ends without a response after the request was executed.</summary>
    public virtual ValueTask<bool> EndsAfterActingAsync(HttpContext context) => ValueTask.FromResult(false);

    /// <summary>Gets the query that the vendor receives.</summary>
    public virtual string ChangeQuery(string query) => query;

    /// <summary>Gets the response to send. The original response is an empty 200 if the request was not executed.</summary>
    public virtual Response Change(Response response) => response;

    /// <summary>Sends the response.</summary>
    public virtual Task SendAsync(HttpContext context, Response response) => ResponseWriter.WriteAsync(context, response);

    /// <summary>Runs after the whole response was written to the connection.</summary>
    public virtual Task AfterSendingAsync(HttpContext context) => Task.CompletedTask;
}
