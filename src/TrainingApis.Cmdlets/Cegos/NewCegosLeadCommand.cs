using TrainingApis.Cmdlets.Changes;
using System.Management.Automation;
using TrainingApis.Cegos;
using TrainingApis.Cmdlets.Binding;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>Creates leads in the vendor's CRM. A lead's id can be the trainee or the manager of a registration.</summary>
[Cmdlet(VerbsCommon.New, "CegosLead", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.Fields)]
[OutputType(typeof(LeadResult))]
public sealed class NewCegosLeadCommand : ChangeCmdlet<ICegosApi, LeadResult>
{
    /// <summary>Civility, by name or by the vendor's number. There is no 3.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [EnumField(typeof(Civility))]
    public Civility? Civility { get; set; }

    /// <summary>Whether the person wants mail.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [BooleanField]
    [ValidateNotNull] // PowerShell lets a mandatory bool? be null
    public bool? Emailing { get; set; }

    /// <summary>Family name.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    public string? LastName { get; set; }

    /// <summary>Given name.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    public string? FirstName { get; set; }

    /// <summary>Phone number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    public string? PhoneNumber { get; set; }

    /// <summary>E-mail address; the vendor checks its form.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    public string? Email { get; set; }

    /// <summary>The company's name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    public string? CompanyName { get; set; }

    /// <summary>The establishment's name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    public string? EstablishmentName { get; set; }

    /// <summary>SIREN.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    public string? Siren { get; set; }

    /// <summary>SIRET.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    public string? Siret { get; set; }

    /// <summary>Street address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    public string? Address { get; set; }

    /// <summary>Postal code.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    public string? PostalCode { get; set; }

    /// <summary>City.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    public string? City { get; set; }

    /// <summary>Country, by name or code.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    public string? Country { get; set; }

    /// <summary>The vendor's code of the position.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    public string? PositionCode { get; set; }

    /// <summary>The vendor's code of the activity.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    public string? ActivityCode { get; set; }

    /// <summary>The person's id on the web site.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    public string? UserWebId { get; set; }

    /// <summary>The kind of lead, such as PROSPECT.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    public string? Type { get; set; }

    private protected override Change<LeadResult> Describe()
    {
        var lead = new NewLead
        {
            Civility = Civility!.Value,
            Emailing = Emailing!.Value,
            LastName = LastName,
            FirstName = FirstName,
            PhoneNumber = PhoneNumber,
            Email = Email,
            CompanyName = CompanyName,
            EstablishmentName = EstablishmentName,
            Siren = Siren,
            Siret = Siret,
            Address = Address,
            PostalCode = PostalCode,
            City = City,
            Country = Country,
            PositionCode = PositionCode,
            ActivityCode = ActivityCode,
            UserWebId = UserWebId,
            Type = Type,
        };
        var client = Api.Registrations(Observer);
        return Change.Of(CegosOperations.CreateLead, lead, "create",
            cancellation => client.CreateLeadAsync(lead, cancellation),
            result => result.Id,
            (reference, _) => Task.FromResult(new LeadResult { Id = reference, Email = lead.Email, FromJournal = true }));
    }
}
