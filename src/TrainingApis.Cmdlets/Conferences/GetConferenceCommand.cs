using TrainingApis.Cmdlets.Binding;
using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>Gets conferences: all, or those with the given IDs.</summary>
[Cmdlet(VerbsCommon.Get, "Conference")]
[OutputType(typeof(Conference))]
public sealed class GetConferenceCommand : ConnectedCmdlet<IConferenceApi>
{
    /// <summary>Gets or sets the IDs of the conferences, or your own IDs for them; null for all conferences.</summary>
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
