using System.Collections;
using System.Globalization;
using TrainingApis.Cmdlets.Binding;

namespace TrainingApis.Cmdlets.Connections;

/// <summary>Sends any call through the same authentication, retries, errors and redaction, for what has no command yet.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "TrainingApiRequest", SupportsShouldProcess = true, DefaultParameterSetName = "Service")]
[OutputType(typeof(PSObject), typeof(string))]
public sealed class InvokeTrainingApiRequestCommand : ApiCmdlet
{
    /// <summary>Gets or sets the API to call, over its current connection.</summary>
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

    /// <summary>Gets or sets the path under the base address, with its version: v1/Catalogs. An absolute URL is refused.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Gets or sets names and values of the query; a list of values repeats the name.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Query { get; set; }

    /// <summary>Gets or sets the body: objects become JSON, text is sent as it is.</summary>
    [Parameter]
    [AllowNull]
    public object? Body { get; set; }

    /// <summary>Gets or sets, for Cegos only, which host and token, Catalog or Registration.</summary>
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
