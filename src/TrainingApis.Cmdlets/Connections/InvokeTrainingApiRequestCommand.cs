using System.Collections;
using System.Globalization;
using TrainingApis.Cmdlets.Binding;

namespace TrainingApis.Cmdlets.Connections;

/// <summary>
/// Sends any request with the authentication, retries, errors and redaction of the other commands, for operations without a command.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "TrainingApiRequest", SupportsShouldProcess = true, DefaultParameterSetName = "Service")]
[OutputType(typeof(PSObject), typeof(string))]
public sealed class InvokeTrainingApiRequestCommand : ApiCmdlet
{
    /// <summary>Gets or sets the API to call, through its current connection.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Service")]
    public ApiService Service { get; set; }

    /// <summary>Gets or sets the connection to use, or its name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Connection")]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    [ConnectionList]
    [ValidateNotNull]
    public ConnectionReference? Connection { get; set; }

    /// <summary>Gets or sets the HTTP method.</summary>
    [Parameter]
    [ValidateSet("Get", "Post", "Put", "Patch", "Delete")]
    public string Method { get; set; } = "Get";

    /// <summary>Gets or sets the path under the base address, with its version: v1/Catalogs. An absolute URL is rejected.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Gets or sets the names and values of the query string. A list of values repeats the name.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Query { get; set; }

    /// <summary>Gets or sets the body. Objects are converted to JSON, and text is sent unchanged.</summary>
    [Parameter]
    [AllowNull]
    public object? Body { get; set; }

    /// <summary>Gets or sets the scope, for Cegos only: Catalog or Registration. It determines the host and the token.</summary>
    [Parameter]
    [ValidateSet("Catalog", "Registration")]
    public string? Scope { get; set; }

    private protected override async Task ProcessAsync()
    {
        var used = Connection is null ? ConnectionReference.Resolve(null, Service) : Connection.ResolveOnly();
        var method = Method.ToUpperInvariant();
        var request = new RawRequest(method, Path)
        {
            Query = Pairs().ToList(),
            HasBody = MyInvocation.BoundParameters.ContainsKey(nameof(Body)),
            Body = ObjectConverter.FromPowerShell(Body),
            Scope = Scope,
        };
        if (method != "GET" && !ShouldProcess($"{used.Service} {used.BaseUri.Host}", $"{method} {Path.Split('?')[0]}"))
        {
            return;
        }

        var answer = await used.Api.SendAsync(request, Observer, Stop);
        var content = ObjectConverter.ToPowerShell(answer.Content);
        foreach (var item in content as object?[] ?? [content])
        {
            if (item is not null)
            {
                WriteObject(item);
            }
        }
    }

    private IEnumerable<KeyValuePair<string, string>> Pairs() =>
        from entry in Query is null ? [] : ObjectConverter.Entries(Query)
        orderby entry.Key
        from object? value in entry.Value is IEnumerable list and not string ? list : new[] { entry.Value }
        select KeyValuePair.Create(entry.Key, Text(value));

    private static string Text(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        bool flag => flag ? "true" : "false",
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? string.Empty,
    };
}
