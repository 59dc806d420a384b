using TrainingApis.Sandbox.Server;

namespace TrainingApis.SandboxServer.Faults;

/// <summary>Represents what goes wrong with one request. A derived fault overrides the steps that it changes.</summary>
internal class Fault
{
    public static Fault None { get; } = new() { Kind = "none" };

    public required string Kind { get; init; }

    /// <summary>Gets whether the vendor executes the request, whatever happens to its response.</summary>
    public bool Acts { get; init; } = true;

    /// <summary>Returns true when the exchange ends before the request's body was read.</summary>
    public virtual ValueTask<bool> EndsBeforeReadingAsync(HttpContext context) => ValueTask.FromResult(false);

    /// <summary>Returns true when the exchange ends after the request was read and before anything happened.</summary>
    public virtual ValueTask<bool> EndsBeforeActingAsync(HttpContext context) => ValueTask.FromResult(false);

    /// <summary>Returns true when the exchange ends after the vendor executed the request, without a response.</summary>
    public virtual ValueTask<bool> EndsAfterActingAsync(HttpContext context) => ValueTask.FromResult(false);

    /// <summary>Gets the query that the vendor receives.</summary>
    public virtual string ChangeQuery(string query) => query;

    /// <summary>Gets the response to send; from an empty 200 when the vendor did not act.</summary>
    public virtual Response Change(Response response) => response;

    /// <summary>Sends the response.</summary>
    public virtual Task SendAsync(HttpContext context, Response response) => ResponseWriter.WriteAsync(context, response);

    /// <summary>Runs after the whole response was handed to the connection.</summary>
    public virtual Task AfterSendingAsync(HttpContext context) => Task.CompletedTask;
}
