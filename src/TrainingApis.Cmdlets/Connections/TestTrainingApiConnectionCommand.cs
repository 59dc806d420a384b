using System.Diagnostics;
using TrainingApis.Cmdlets.Errors;

namespace TrainingApis.Cmdlets.Connections;

/// <summary>Tests each connection of this runspace with one inexpensive request. It does not write errors.</summary>
[Cmdlet(VerbsDiagnostic.Test, "TrainingApiConnection")]
[OutputType(typeof(ConnectionTest), typeof(bool))]
public sealed class TestTrainingApiConnectionCommand : ApiCmdlet
{
    /// <summary>Gets or sets the APIs whose connections are tested; null for all.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public ApiService[]? Service { get; set; }

    /// <summary>
    /// Gets or sets whether the output is one Boolean: true if there is at least one connection and all connections work.
    /// </summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override async Task ProcessAsync()
    {
        var tests = new List<ConnectionTest>();
        foreach (var connection in ConnectionTable.ForCurrentRunspace.Of(Service).ToArray())
        {
            var test = await TryAsync(connection);
            tests.Add(test);
            if (!Quiet)
            {
                WriteObject(test);
            }
        }

        if (Quiet)
        {
            WriteObject(tests.Count > 0 && tests.TrueForAll(test => test.ErrorId is null));
        }
    }

    private async Task<ConnectionTest> TryAsync(Connection connection)
    {
        var test = new ConnectionTest { Service = connection.Service, Name = connection.Name, BaseUri = connection.BaseUri };
        var clock = Stopwatch.StartNew();
        try
        {
            await connection.Api.PingAsync(Observer, Stop);
            test.Reachable = test.Authenticated = true;
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            var error = failure as ApiException ?? ErrorRecordFactory.Unforeseen(failure);
            test.Reachable = error.StatusCode is not null;
            test.Authenticated = test.Reachable && error.Kind is not ApiErrorKind.AuthenticationFailed;
            test.ErrorId = error.Kind.ToString();
            test.Error = error.Message;
        }

        test.Milliseconds = clock.ElapsedMilliseconds;
        return test;
    }
}
