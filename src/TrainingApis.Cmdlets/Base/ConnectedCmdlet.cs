using System.Management.Automation;
using TrainingApis.Cegos;
using TrainingApis.Conferences;
using TrainingApis.Loop;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Base;

/// <summary>Base class of commands that use one API. Its connection is found before the first record; a missing one ends it
/// there.</summary>
/// <typeparam name="TApi">The API's interface.</typeparam>
public abstract class ConnectedCmdlet<TApi> : ApiCmdlet
    where TApi : class, IApi
{
    private Connection? _used;

    /// <summary>Gets or sets the connection to use, or its name; the current one where none is given.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    [ConnectionList]
    [ValidateNotNull]
    public ConnectionReference? Connection { get; set; }

    private protected Connection Used => _used ??= ConnectionReference.Resolve(Connection, Service);

    private protected TApi Api => (TApi)Used.Api;

    private protected override Task BeginAsync()
    {
        _ = Used;
        return Task.CompletedTask;
    }

    private static ApiService Service => typeof(TApi).Name switch
    {
        nameof(ICegosApi) => ApiService.Cegos,
        nameof(IConferenceApi) => ApiService.Conference,
        nameof(ILoopApi) => ApiService.Loop,
        nameof(IResamaniaApi) => ApiService.Resamania,
        _ => throw new NotSupportedException(typeof(TApi).Name),
    };
}
