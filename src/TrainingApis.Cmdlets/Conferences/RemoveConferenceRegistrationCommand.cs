using TrainingApis.Cmdlets.Changes;
using System.Management.Automation;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>Cancels registrations for sessions of conferences. The vendor keeps them, with the reason.</summary>
[Cmdlet(VerbsCommon.Remove, "ConferenceRegistration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = ParameterSets.Object)]
[OutputType(typeof(void))]
public sealed class RemoveConferenceRegistrationCommand : ChangeCmdlet<IConferenceApi, Registration>, IAcceptsInputObject
{
    /// <summary>A registration, which gives its ids and nothing else.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ParameterSets.Object)]
    [InputType(typeof(Registration))]
    public PSObject? InputObject { get; set; }

    /// <summary>The conference.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(ConferenceIdCompleter))]
    [Id]
    public string? ConferenceId { get; set; }

    /// <summary>The session.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(ConferenceSessionIdCompleter))]
    [Id]
    public string? SessionId { get; set; }

    /// <summary>The registration.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Id]
    public string? RegistrationId { get; set; }

    /// <summary>Why it is cancelled.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    public string? Reason { get; set; }

    /// <summary>Where the cancellation comes from.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    public string? Source { get; set; }

    private protected override bool WritesResult => false;

    private protected override Change<Registration> Describe()
    {
        (var conference, var session, var registration, var reason, var source) =
            (ConferenceId!, SessionId!, RegistrationId!, Reason, Source);
        var client = Api.Client(Observer);
        var result = new Registration { ConferenceId = conference, SessionId = session, RegistrationId = registration };
        return Change.Of("Cancel a registration", $"registration {registration}, session {session}",
            Change.FieldsOf(new { conference, session, registration, reason, source }), "cancel",
            async cancellation =>
            {
                await client.CancelRegistrationAsync(conference, session, registration, reason, source, cancellation);
                return result;
            },
            _ => registration,
            (_, _) => Task.FromResult(result));
    }
}
