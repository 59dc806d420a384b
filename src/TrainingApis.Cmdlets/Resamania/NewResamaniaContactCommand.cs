using System.Collections;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Creates contacts. An e-mail that is known is found out before anything is sent.</summary>
[Cmdlet(VerbsCommon.New, "ResamaniaContact", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.Fields)]
[OutputType(typeof(Contact))]
public sealed class NewResamaniaContactCommand : ChangeCmdlet<IResamaniaApi, Contact>
{
    /// <summary>Gets or sets the e-mail address; unique in the whole chain.</summary>
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

    /// <summary>Gets or sets the date of birth: a date, or 2000-12-31.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [DateField]
    public DateTime? BirthDate { get; set; }

    /// <summary>Gets or sets the gender.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [EnumField(typeof(TrainingApis.Resamania.Gender))]
    public TrainingApis.Resamania.Gender? Gender { get; set; }

    /// <summary>Gets or sets the mobile phone number; a contract needs one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Mobile { get; set; }

    /// <summary>Gets or sets the landline number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Landline { get; set; }

    /// <summary>Gets or sets fields that the brand requires beside the documented ones, by the vendor's names.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? AdditionalField { get; set; }

    /// <summary>Gets or sets the state; a prospect where none is given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [EnumField(typeof(ContactState))]
    public ContactState? State { get; set; }

    /// <summary>Gets or sets the club, as number or IRI; the connection's where none is given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(ClubIdCompleter))]
    [TextField(Trim = true)]
    public string? ClubId { get; set; }

    /// <summary>Gets or sets where the contact comes from, as number or IRI.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(SourceIdCompleter))]
    [TextField(Trim = true)]
    public string? SourceId { get; set; }

    /// <summary>Gets or sets the country's name.</summary>
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

    /// <summary>Gets or sets what is written below the street.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Supplement { get; set; }

    /// <summary>Gets or sets whether the command leaves it to the vendor to refuse a known e-mail.</summary>
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
