using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>Cancels registrations for sessions of conferences. Agendize keeps them, with the reason.</summary>
[Cmdlet(VerbsCommon.Remove, "ConferenceRegistration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = ParameterSets.Object)]
[OutputType(typeof(void))]
public sealed class RemoveConferenceRegistrationCommand : RegistrationChangeCmdlet
{
    /// <summary>Gets or sets the reason of the cancellation.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Reason { get; set; }

    /// <summary>Gets or sets the source of the cancellation.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Source { get; set; }

    private protected override bool WritesResult => false;

    private protected override Change<Registration> Describe()
    {
        var request = this.Fill(new RegistrationCancellation());
        var client = Api.Client(Observer);
        var result = new Registration
        {
            ConferenceId = request.ConferenceId,
            SessionId = request.SessionId,
            RegistrationId = request.RegistrationId,
        };
        return Change.Of(ConferenceOperations.CancelRegistration, request, "cancel",
            async (_, cancellation) =>
            {
                await client.CancelRegistrationAsync(request, cancellation);
                return result;
            },
            _ => request.RegistrationId,
            _ => result);
    }
}
