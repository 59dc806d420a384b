using System.Management.Automation;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>Reads the registrations for sessions: all, or those named by their ids.</summary>
[Cmdlet(VerbsCommon.Get, "ConferenceRegistration")]
[OutputType(typeof(Registration))]
public sealed class GetConferenceRegistrationCommand : ConferenceReadCmdlet
{
    /// <summary>Gets or sets the conference.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConferenceIdCompleter))]
    [Id]
    [ValidateNotNullOrEmpty]
    public string ConferenceId { get; set; } = string.Empty;

    /// <summary>Gets or sets the sessions.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConferenceSessionIdCompleter))]
    [Id]
    [ValidateNotNullOrEmpty]
    public string[] SessionId { get; set; } = [];

    /// <summary>Gets or sets the ids of the registrations to read; all of the session where none is given.</summary>
    [Parameter(Position = 2, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Id]
    [ValidateNotNullOrEmpty]
    public string[]? RegistrationId { get; set; }

    /// <summary>Gets or sets whether the command reads the cancelled ones too.</summary>
    [Parameter]
    public SwitchParameter IncludeCancelled { get; set; }

    /// <summary>Gets or sets the members to ask for, by our names or the vendor's; the ids always come along. All where none is
    /// given.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RegistrationFieldCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Field { get; set; }

    private protected override async Task ProcessAsync()
    {
        string[]? fields = Field is null ? null : [.. Field.Select(RegistrationFieldCompleter.Canonical)];
        foreach (var session in SessionId)
        {
            if (RegistrationId is null)
            {
                await WriteListAsync(Client.GetRegistrationsAsync(ConferenceId, session, IncludeCancelled, fields, Stop), session);
            }
            else
            {
                await WriteEachAsync(RegistrationId, id => Client.GetRegistrationAsync(ConferenceId, session, id, fields, Stop));
            }
        }
    }
}
