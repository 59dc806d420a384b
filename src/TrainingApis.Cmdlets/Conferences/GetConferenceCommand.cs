using TrainingApis.Cmdlets.Binding;
using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>Reads conferences: all, or those named by their ids.</summary>
[Cmdlet(VerbsCommon.Get, "Conference")]
[OutputType(typeof(Conference))]
public sealed class GetConferenceCommand : ConnectedCmdlet<IConferenceApi>
{
    /// <summary>Gets or sets the ids of the conferences, or your own ids for them; all conferences where none is given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConferenceIdCompleter))]
    [Id]
    [ValidateNotNullOrEmpty]
    public string[]? ConferenceId { get; set; }

    private protected override Task ProcessAsync()
    {
        var client = Api.Client(Observer);
        return ConferenceId is null
            ? WriteListAsync(client.GetConferencesAsync(Stop), null)
            : WriteEachAsync(ConferenceId, id => client.GetConferenceAsync(id, Stop));
    }
}
