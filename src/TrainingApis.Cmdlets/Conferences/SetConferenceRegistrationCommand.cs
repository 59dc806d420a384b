using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>Changes registrations for sessions of conferences. Only the specified values are sent.</summary>
[Cmdlet(VerbsCommon.Set, "ConferenceRegistration", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.Object)]
[OutputType(typeof(Registration))]
public sealed class SetConferenceRegistrationCommand : RegistrationChangeCmdlet
{
    /// <summary>Gets or sets the ID of the new registered client in the CRM of Agendize.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField(Trim = true)]
    public string? ClientId { get; set; }

    /// <summary>Gets or sets the number of seats.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [IntegerField]
    public int? Seats { get; set; }

    /// <summary>Gets or sets the status: accepted, or on the waiting list.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [EnumField(typeof(RegistrationStatus), "canceled=Cancelled")]
    public RegistrationStatus? Status { get; set; }

    /// <summary>Gets or sets the values of the form: items with an ID and a value or values.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [FormField]
    public object[]? Form { get; set; }

    /// <summary>Gets or sets whether the command emits the registration.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool WritesResult => PassThru;

    private protected override Change<Registration> Describe()
    {
        var request = this.Fill(new RegistrationChange(), RequestFields.WithoutEmpty);
        if (request is { ClientId: null, Seats: null, Status: null, Form: null })
        {
            throw new ApiException(
                ApiErrorKind.InvalidArgument,
                $"There is nothing to change of registration {RegistrationId}. Give -Seats, -Status, -ClientId or -Form. "
                + "Nothing was sent.");
        }

        bool writesResult = PassThru;
        var client = Api.Client(Observer);
        return Change.Of(ConferenceOperations.UpdateRegistration, request, "update",
            (_, cancellation) => RegistrationReplay.UpdateAsync(client, request, writesResult, cancellation),
            result => result.RegistrationId,
            (_, cancellation) => writesResult
                ? RegistrationReplay.ReadAsync(client, request.ConferenceId, request.SessionId, request.RegistrationId, cancellation)
                : Task.FromResult(new Registration { RegistrationId = request.RegistrationId, FromJournal = true }));
    }
}
