using System.Management.Automation;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>Cancels registrations for sessions of conferences. The vendor keeps them, with the reason.</summary>
[Cmdlet(VerbsCommon.Remove, "ConferenceRegistration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = ParameterSets.Object)]
[OutputType(typeof(void))]
public sealed class RemoveConferenceRegistrationCommand : ChangeCmdlet<IConferenceApi, Registration>, IAcceptsInputObject
{
    /// <summary>Gets or sets A registration, which gives its ids and nothing else.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ParameterSets.Object)]
    [InputType(typeof(Registration))]
    public PSObject? InputObject { get; set; }

    /// <summary>Gets or sets the conference.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(ConferenceIdCompleter))]
    [Id]
    public string? ConferenceId { get; set; }

    /// <summary>Gets or sets the session.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(ConferenceSessionIdCompleter))]
    [Id]
    public string? SessionId { get; set; }

    /// <summary>Gets or sets the registration.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Id]
    public string? RegistrationId { get; set; }

    /// <summary>Gets or sets the why it is cancelled.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Reason { get; set; }

    /// <summary>Gets or sets where the cancellation comes from.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Source { get; set; }

    private protected override bool WritesResult => false;

    private protected override Change<Registration> Describe()
    {
        var request = new RegistrationCancellation
        {
            ConferenceId = ConferenceId!,
            SessionId = SessionId!,
            RegistrationId = RegistrationId!,
            Reason = Reason,
            Source = Source,
        };
        var client = Api.Client(Observer);
        var result = new Registration
        {
            ConferenceId = request.ConferenceId,
            SessionId = request.SessionId,
            RegistrationId = request.RegistrationId,
        };
        return Change.Of(ConferenceOperations.CancelRegistration, request, "cancel",
            async cancellation =>
            {
                await client.CancelRegistrationAsync(request, cancellation);
                return result;
            },
            _ => request.RegistrationId,
            (_, _) => Task.FromResult(result));
    }
}
