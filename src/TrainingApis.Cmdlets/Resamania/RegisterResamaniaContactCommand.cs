using System.Collections;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Registers people online: creates a contact, moves a prospect of another club, or detects that nothing has to be done.</summary>
[Cmdlet(VerbsLifecycle.Register, "ResamaniaContact", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.Fields)]
[OutputType(typeof(OnlineRegistration))]
public sealed class RegisterResamaniaContactCommand : ChangeCmdlet<IResamaniaApi, OnlineRegistration>
{
    /// <summary>Gets or sets the e-mail address, which is unique in the whole chain.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField(Trim = true)]
    public string? Email { get; set; }

    /// <summary>Gets or sets the family name.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? FamilyName { get; set; }

    /// <summary>Gets or sets the given name.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? GivenName { get; set; }

    /// <summary>Gets or sets the date of birth: a date, or text such as 2000-12-31.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [DateField]
    public DateTime? BirthDate { get; set; }

    /// <summary>Gets or sets the gender.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [EnumField(typeof(TrainingApis.Resamania.Gender))]
    public TrainingApis.Resamania.Gender? Gender { get; set; }

    /// <summary>Gets or sets the mobile phone number, which a contract requires.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Mobile { get; set; }

    /// <summary>Gets or sets the landline number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Landline { get; set; }

    /// <summary>Gets or sets the fields that the brand requires in addition to the documented ones, by their names at Resamania.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? AdditionalField { get; set; }

    /// <summary>Gets or sets the club, as a number or an IRI; the club of the connection by default.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(ClubIdCompleter))]
    [TextField(Trim = true)]
    public string? ClubId { get; set; }

    /// <summary>Gets or sets the source of the contact, as a number or an IRI.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(SourceIdCompleter))]
    [TextField(Trim = true)]
    public string? SourceId { get; set; }

    /// <summary>Gets or sets the name of the country.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? AddressCountry { get; set; }

    /// <summary>Gets or sets the city.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? AddressLocality { get; set; }

    /// <summary>Gets or sets the postal code.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField(Trim = true)]
    public string? PostalCode { get; set; }

    /// <summary>Gets or sets the street and number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? StreetAddress { get; set; }

    /// <summary>Gets or sets the second line of the address, below the street.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Supplement { get; set; }

    /// <summary>Gets or sets the temporary contact into which a prospect of another club is moved, as a number or an IRI.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(ContactIdCompleter))]
    [TextField(Trim = true)]
    public string? TargetContactId { get; set; }

    /// <summary>Gets or sets the e-mail address of the temporary contact, if one must be created.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField(Trim = true)]
    public string? TemporaryEmail { get; set; }

    /// <summary>Gets or sets the sale to refresh after a move, as a number or an IRI.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField(Trim = true)]
    public string? SaleId { get; set; }

    /// <summary>Gets or sets whether the e-mail address is searched in the whole chain if it is not found in the club.</summary>
    [Parameter]
    public SwitchParameter Network { get; set; }

    private protected override Change<OnlineRegistration> Describe()
    {
        var registration = this.Fill(
            new OnlineRegistrationRequest { AdditionalFields = AdditionalFields.From(AdditionalField) }, RequestFields.WithoutEmpty);
        return new RegistrationSteps(Api, Api.Contacts(Observer), registration, Network, Journal is not null).ToChange();
    }
}
