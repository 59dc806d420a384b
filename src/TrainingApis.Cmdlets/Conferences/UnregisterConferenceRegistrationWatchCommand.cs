using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>Removes watches.</summary>
[Cmdlet(VerbsLifecycle.Unregister, "ConferenceRegistrationWatch", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = ParameterSets.Fields)]
[OutputType(typeof(void))]
public sealed class UnregisterConferenceRegistrationWatchCommand : ChangeCmdlet<IConferenceApi, Watch>
{
    /// <summary>Gets or sets the ID of the watch.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        ParameterSetName = ParameterSets.Fields)]
    [Id]
    public string? WatchId { get; set; }

    private protected override bool WritesResult => false;

    private protected override Change<Watch> Describe()
    {
        var request = new WatchRemoval { WatchId = WatchId! };
        var client = Api.Client(Observer);
        return Change.Of(ConferenceOperations.Unwatch, request, "unwatch",
            async (_, cancellation) =>
            {
                await client.UnwatchAsync(request, cancellation);
                return new Watch { WatchId = request.WatchId };
            },
            result => result.WatchId,
            _ => new Watch { WatchId = request.WatchId, FromJournal = true });
    }
}
