using System.Management.Automation;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>Reads conferences: all, or those named by their ids.</summary>
[Cmdlet(VerbsCommon.Get, "Conference")]
[OutputType(typeof(Conference))]
public sealed class GetConferenceCommand : ConferenceReadCmdlet
{
    /// <summary>Gets or sets the ids of the conferences, or your own ids for them; all conferences where none is given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConferenceIdCompleter))]
    [Id]
    [ValidateNotNullOrEmpty]
    public string[]? ConferenceId { get; set; }

    private protected override Task ProcessAsync() => ConferenceId is null
        ? WriteListAsync(Client.GetConferencesAsync(Stop), null)
        : WriteEachAsync(ConferenceId, id => Client.GetConferenceAsync(id, Stop));
}
