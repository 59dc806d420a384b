using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>Registers clients for sessions of conferences.</summary>
[Cmdlet(VerbsCommon.New, "ConferenceRegistration", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.Fields)]
[OutputType(typeof(Registration))]
public sealed class NewConferenceRegistrationCommand : ChangeCmdlet<IConferenceApi, Registration>
{
    /// <summary>Gets or sets the conference.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(ConferenceIdCompleter))]
    [Id]
    public string? ConferenceId { get; set; }

    /// <summary>Gets or sets the session.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(ConferenceSessionIdCompleter))]
    [Id]
    public string? SessionId { get; set; }

    /// <summary>Gets or sets the ID of the registered client in the CRM of Agendize.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Id]
    public string? ClientId { get; set; }

    /// <summary>Gets or sets the number of seats.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [IntegerField]
    public int? Seats { get; set; }

    /// <summary>Gets or sets the status: accepted, or on the waiting list.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [EnumField(typeof(RegistrationStatus), "canceled=Cancelled")]
    public RegistrationStatus? Status { get; set; }

    /// <summary>Gets or sets the values of the form: items with an ID and a value or values.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [FormField]
    public object[]? Form { get; set; }

    private protected override Change<Registration> Describe()
    {
        var request = this.Fill(new NewRegistration());
        var client = Api.Client(Observer);
        return Change.Of(ConferenceOperations.CreateRegistration, request, "create",
            client.CreateRegistrationAsync,
            result => result.RegistrationId,
            (reference, cancellation) =>
                RegistrationReplay.ReadAsync(client, request.ConferenceId, request.SessionId, reference!, cancellation));
    }
}
