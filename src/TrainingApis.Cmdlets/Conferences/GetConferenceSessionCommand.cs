using TrainingApis.Cmdlets.Binding;
using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>Gets the sessions of conferences: all, or those with the given IDs.</summary>
[Cmdlet(VerbsCommon.Get, "ConferenceSession")]
[OutputType(typeof(Session))]
public sealed class GetConferenceSessionCommand : ConnectedCmdlet<IConferenceApi>
{
    /// <summary>Gets or sets the conferences.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConferenceIdCompleter))]
    [Id]
    [ValidateNotNullOrEmpty]
    public string[] ConferenceId { get; set; } = [];

    /// <summary>Gets or sets the IDs of the sessions to read; null for all sessions of the conferences.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConferenceSessionIdCompleter))]
    [Id]
    [ValidateNotNullOrEmpty]
    public string[]? SessionId { get; set; }

    private protected override async Task ProcessAsync()
    {
        var client = Api.Client(Observer);
        foreach (var conference in ConferenceId)
        {
            if (SessionId is null)
            {
                await WriteListAsync(client.GetSessionsAsync(conference, Stop), conference);
            }
            else
            {
                await WriteEachAsync(SessionId, id => client.GetSessionAsync(conference, id, Stop));
            }
        }
    }
}
