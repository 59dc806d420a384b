using System.Collections;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Changes contacts. Only the specified values are sent; $null clears a value.</summary>
[Cmdlet(VerbsCommon.Set, "ResamaniaContact", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.Object)]
[OutputType(typeof(Contact))]
public sealed class SetResamaniaContactCommand : ChangeCmdlet<IResamaniaApi, Contact>, IAcceptsInputObject
{
    /// <summary>Gets or sets the contact to change.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ParameterSets.Object)]
    [InputType(typeof(Contact))]
    public PSObject? InputObject { get; set; }

    /// <summary>Gets or sets the contact to change, as a number or an IRI.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(ContactIdCompleter))]
    [Id]
    public string? Id { get; set; }

    /// <summary>Gets or sets the e-mail address, which is unique in the whole chain.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Clearable]
    public string? Email { get; set; }

    /// <summary>Gets or sets the family name.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Clearable]
    public string? FamilyName { get; set; }

    /// <summary>Gets or sets the given name.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Clearable]
    public string? GivenName { get; set; }

    /// <summary>Gets or sets the date of birth: a date, or text such as 2000-12-31.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [DateField(Clears = true)]
    public DateTime? BirthDate { get; set; }

    /// <summary>Gets or sets the gender.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [EnumField(typeof(TrainingApis.Resamania.Gender), Clears = true)]
    public TrainingApis.Resamania.Gender? Gender { get; set; }

    /// <summary>Gets or sets the mobile phone number, which a contract requires.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Clearable]
    public string? Mobile { get; set; }

    /// <summary>Gets or sets the landline number.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Clearable]
    public string? Landline { get; set; }

    /// <summary>Gets or sets the fields that the brand requires in addition to the documented ones, by their names at Resamania.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? AdditionalField { get; set; }

    /// <summary>Gets or sets the state.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [EnumField(typeof(ContactState), Clears = true)]
    public ContactState? State { get; set; }

    /// <summary>Gets or sets the club, as a number or an IRI.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(ClubIdCompleter))]
    [Clearable(Trim = true)]
    public string? ClubId { get; set; }

    /// <summary>Gets or sets the source of the contact, as a number or an IRI.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(SourceIdCompleter))]
    [Clearable(Trim = true)]
    public string? SourceId { get; set; }

    /// <summary>Gets or sets the name of the country.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Clearable]
    public string? AddressCountry { get; set; }

    /// <summary>Gets or sets the city.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Clearable]
    public string? AddressLocality { get; set; }

    /// <summary>Gets or sets the postal code.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Clearable(Trim = true)]
    public string? PostalCode { get; set; }

    /// <summary>Gets or sets the street and number.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Clearable]
    public string? StreetAddress { get; set; }

    /// <summary>Gets or sets the second line of the address, below the street.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Clearable]
    public string? Supplement { get; set; }

    /// <summary>Gets or sets whether the command emits the changed contact.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool WritesResult => PassThru;

    private protected override Change<Contact> Describe()
    {
        var clearing = new Clearing();
        var fields = this.Fill(
            new ContactChange { ContactId = Id!, AdditionalFields = AdditionalFields.From(AdditionalField) }, clearing.Of);
        fields.Cleared = clearing.Names;
        if (RequestMembers.Of(fields).All(member => member.IsInPath))
        {
            throw new ApiException(ApiErrorKind.InvalidArgument, "No field to change was given. Nothing was sent.");
        }

        var client = Api.Contacts(Observer);
        bool writesResult = PassThru;
        return Change.Of(ResamaniaOperations.UpdateContact, fields, "update",
            client.UpdateContactAsync,
            contact => contact.Iri,
            (reference, cancellation) => writesResult
                ? ContactReplay.ReadAsync(client, reference!, cancellation)
                : Task.FromResult(new Contact { Iri = reference!, FromJournal = true }));
    }
}
