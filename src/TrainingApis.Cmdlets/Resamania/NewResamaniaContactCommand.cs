using System.Collections;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Creates contacts. A known e-mail address is detected before anything is sent.</summary>
[Cmdlet(VerbsCommon.New, "ResamaniaContact", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.Fields)]
[OutputType(typeof(Contact))]
public sealed class NewResamaniaContactCommand : ChangeCmdlet<IResamaniaApi, Contact>
{
    /// <summary>Gets or sets the e-mail address, which is unique in the whole chain.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
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

    /// <summary>Gets or sets the state; a prospect by default.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [EnumField(typeof(ContactState))]
    public ContactState? State { get; set; }

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

    /// <summary>
    /// Gets or sets whether the e-mail address is not searched before the contact is created. Resamania then refuses a known address.
    /// </summary>
    [Parameter]
    public SwitchParameter SkipExistenceCheck { get; set; }

    private protected override Change<Contact> Describe()
    {
        var fields = this.Fill(
            new ContactFields { AdditionalFields = AdditionalFields.From(AdditionalField) }, RequestFields.WithoutEmpty);
        var client = Api.Contacts(Observer);
        bool skip = SkipExistenceCheck;
        return new Change<Contact>([new(ResamaniaOperations.CreateContact, fields)],
        [
            new ChangeStep<Contact>(
                "create",
                (_, cancellation) => client.CreateContactAsync(fields, skip, cancellation),
                contact => contact.Iri,
                (_, reference, cancellation) => ContactReplay.ReadAsync(client, reference!, cancellation),
                skip ? null : (_, cancellation) => ContactReplay.FindAsync(client, fields.Email!, cancellation)),
        ]);
    }
}
