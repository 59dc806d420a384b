using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Loop;

namespace TrainingApis.Cmdlets.Loop;

/// <summary>Changes contacts of client files. Only the specified values are sent.</summary>
[Cmdlet(VerbsCommon.Set, "LoopClient", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.Object)]
[OutputType(typeof(ClientResult))]
public sealed class SetLoopClientCommand : LoopChangeCmdlet<ClientResult>
{
    /// <summary>Gets or sets the code of the client file.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Alias("CodeIbs")]
    [ArgumentCompleter(typeof(FolderCodeCompleter))]
    [Id]
    public string? CodeDossier { get; set; }

    /// <summary>Gets or sets the e-mail address of the contact to change.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Id]
    public string? Email { get; set; }

    /// <summary>Gets or sets the offer to add, by its name in this module or at Loop.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [EnumField(typeof(Offer), "co-production=CoProduction")]
    public Offer? Offer { get; set; }

    /// <summary>Gets or sets the last name.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? LastName { get; set; }

    /// <summary>Gets or sets the first name.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? FirstName { get; set; }

    /// <summary>Gets or sets the phone number.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Phone { get; set; }

    /// <summary>Gets or sets the profile. The sample of Loop has 2.0; its meaning is not documented.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Profile { get; set; }

    /// <summary>Gets or sets a flag that is sent unchanged. Its meaning is not documented.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    [BooleanField]
    public bool? Social { get; set; }

    /// <summary>Gets or sets whether the contact is active.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    [BooleanField]
    public bool? Active { get; set; }

    /// <summary>Gets or sets a flag that is sent unchanged. Its meaning is not documented.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    [BooleanField]
    public bool? DefaultIssuer { get; set; }

    private protected override Change<ClientResult> Describe()
    {
        // Empty text leaves a field unchanged, because it is not documented whether Loop would clear it.
        var change = this.Fill(new ClientChange(), RequestFields.WithoutEmpty);
        if (change is
            {
                Offer: null, LastName: null, FirstName: null, Phone: null, Profile: null, Social: null, Active: null,
                DefaultIssuer: null
            })
        {
            throw new ApiException(
                ApiErrorKind.InvalidArgument,
                $"There is nothing to change of contact {EmailMask.Apply(change.Email)} in file {change.CodeDossier}. "
                    + "Give a field to change. Nothing was sent.");
        }

        return LoopChange.Of(LoopOperations.UpdateClient, change, "update", change.Email, change.CodeDossier,
            Api.Client(Observer).UpdateClientAsync);
    }
}
