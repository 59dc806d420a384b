using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Registers trainees for sessions.</summary>
[Cmdlet(VerbsCommon.New, "CegosRegistration", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.Fields)]
[OutputType(typeof(RegistrationResult))]
[RowType(typeof(LeadResult))]
public sealed class NewCegosRegistrationCommand : ChangeCmdlet<ICegosApi, RegistrationResult>
{
    /// <summary>Gets or sets the CRM ID of the manager of the trainee.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Id]
    public string? ManagerCrmId { get; set; }

    /// <summary>Gets or sets whether this is the ID of a lead. Otherwise, it is the ID of a contact.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    [BooleanField]
    public bool? ManagerCrmIsLead { get; set; }

    /// <summary>Gets or sets the CRM ID of the trainee.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Id]
    public string? TraineeCrmId { get; set; }

    /// <summary>Gets or sets whether this is the ID of a lead. Otherwise, it is the ID of a contact.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    [BooleanField]
    public bool? TraineeCrmIsLead { get; set; }

    /// <summary>Gets or sets the session.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Alias("YearlySessionCode")]
    [ArgumentCompleter(typeof(SessionCodeCompleter))]
    [Id]
    public string? SessionId { get; set; }

    /// <summary>Gets or sets the reference of the customer.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? ClientReference { get; set; }

    /// <summary>Gets or sets the sales channel, such as WEB.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Alias("Channel")]
    [TextField]
    public string? Canal { get; set; }

    /// <summary>Gets or sets the comments, as free text.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Comments { get; set; }

    /// <summary>Gets or sets whether the personal training account (CPF) pays for the registration.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    [BooleanField]
    public bool? IsCpf { get; set; }

    /// <summary>Gets or sets the number of CPF hours.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [NumberField]
    public decimal? CpfHours { get; set; }

    /// <summary>Gets or sets whether meals are included.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    [BooleanField]
    public bool? IncludeMeal { get; set; }

    /// <summary>Gets or sets whether the trainee is registered even if the session is full.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    [BooleanField]
    public bool? Overbooking { get; set; }

    /// <summary>Gets or sets the ID of the sale on the web site.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField(Trim = true)]
    public string? WebSaleId { get; set; }

    private protected override Change<RegistrationResult> Describe()
    {
        var registration = this.Fill(new NewRegistration());
        return Change.Of(CegosOperations.CreateRegistration, registration, "create", Api.Registrations(Observer).RegisterAsync,
            result => result.RegistrationNumber,
            reference => new RegistrationResult
            {
                RegistrationNumber = reference,
                SessionId = registration.SessionId,
                TraineeCrmId = registration.TraineeCrmId,
                ClientReference = registration.ClientReference,
                FromJournal = true,
            });
    }
}
