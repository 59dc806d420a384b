using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Creates leads in the CRM of Cegos. The ID of a lead can be the trainee or the manager of a registration.</summary>
[Cmdlet(VerbsCommon.New, "CegosLead", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.Fields)]
[OutputType(typeof(LeadResult))]
public sealed class NewCegosLeadCommand : ChangeCmdlet<ICegosApi, LeadResult>
{
    /// <summary>The cells that are copied to the result for New-CegosRegistration. The trainee is the lead.</summary>
    private static readonly string[] RegistrationCells =
    [
        .. RecordBinder.FieldsOf(typeof(NewCegosRegistrationCommand)).SelectMany(RecordBinder.NamesOf)
            .Except([nameof(LeadResult.TraineeCrmId), nameof(LeadResult.TraineeCrmIsLead)]),
    ];

    /// <summary>Gets or sets the civility, by name or by the number of Cegos. There is no number 3.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [EnumField(typeof(Civility), "M=Mr", "M.=Mr", "Mr.=Mr", "Mme=Mrs", "Ms=Mrs")]
    public Civility? Civility { get; set; }

    /// <summary>Gets or sets whether the person wants to receive e-mails.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    [BooleanField]
    [ValidateNotNull] // PowerShell accepts null for a mandatory nullable Boolean
    public bool? Emailing { get; set; }

    /// <summary>Gets or sets the family name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? LastName { get; set; }

    /// <summary>Gets or sets the given name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? FirstName { get; set; }

    /// <summary>Gets or sets the phone number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField(Trim = true)]
    public string? PhoneNumber { get; set; }

    /// <summary>Gets or sets the e-mail address. Cegos checks its format.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Email { get; set; }

    /// <summary>Gets or sets the name of the company.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? CompanyName { get; set; }

    /// <summary>Gets or sets the name of the establishment.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? EstablishmentName { get; set; }

    /// <summary>Gets or sets the SIREN.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField(Trim = true)]
    public string? Siren { get; set; }

    /// <summary>Gets or sets the SIRET.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField(Trim = true)]
    public string? Siret { get; set; }

    /// <summary>Gets or sets the street address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Address { get; set; }

    /// <summary>Gets or sets the postal code.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField(Trim = true)]
    public string? PostalCode { get; set; }

    /// <summary>Gets or sets the city.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? City { get; set; }

    /// <summary>Gets or sets the country, by name or code.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Country { get; set; }

    /// <summary>Gets or sets the code of the position at Cegos.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField(Trim = true)]
    public string? PositionCode { get; set; }

    /// <summary>Gets or sets the code of the activity at Cegos.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField(Trim = true)]
    public string? ActivityCode { get; set; }

    /// <summary>Gets or sets the ID of the person on the web site.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField(Trim = true)]
    public string? UserWebId { get; set; }

    /// <summary>Gets or sets the kind of lead, such as PROSPECT.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Type { get; set; }

    private protected override IEnumerable<string> UsedColumns => RegistrationCells;

    private protected override object ToOutput(LeadResult result, object? source) =>
        CarriedCells.Attach(result, source as PSObject, RegistrationCells);

    private protected override Change<LeadResult> Describe()
    {
        var lead = this.Fill(new NewLead());
        RequireName(lead);
        return Change.Of(CegosOperations.CreateLead, lead, "create", Api.Registrations(Observer).CreateLeadAsync,
            result => result.Id,
            reference => new LeadResult { Id = reference, Email = lead.Email, FromJournal = true });
    }

    /// <summary>Checks the fields that identify the lead.</summary>
    private static void RequireName(NewLead lead)
    {
        var isPerson = lead.Civility is TrainingApis.Cegos.Civility.Mr or TrainingApis.Cegos.Civility.Mrs
            or TrainingApis.Cegos.Civility.Particular or TrainingApis.Cegos.Civility.Unknown;
        (string Name, string? Value)[] needed = isPerson
            ? [(nameof(LastName), lead.LastName), (nameof(FirstName), lead.FirstName), (nameof(Email), lead.Email)]
            : [(nameof(CompanyName), lead.CompanyName)];
        var missing = needed.Where(field => string.IsNullOrWhiteSpace(field.Value)).Select(field => "-" + field.Name).ToArray();
        if (missing.Length > 0)
        {
            throw new ApiException(
                ApiErrorKind.InvalidArgument,
                $"A lead with the civility {lead.Civility} needs {string.Join(" and ", missing)}. Nothing was sent.");
        }
    }
}
