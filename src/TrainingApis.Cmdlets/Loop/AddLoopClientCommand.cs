using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Loop;

namespace TrainingApis.Cmdlets.Loop;

/// <summary>Adds contacts to client files, each with its client user and an offer.</summary>
[Cmdlet(VerbsCommon.Add, "LoopClient", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.Object)]
[OutputType(typeof(ClientResult))]
public sealed class AddLoopClientCommand : LoopChangeCmdlet<ClientResult>
{
    /// <summary>Gets or sets the code of the client file.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Alias("CodeIbs")]
    [ArgumentCompleter(typeof(FolderCodeCompleter))]
    [Id]
    public string? CodeDossier { get; set; }

    /// <summary>Gets or sets the e-mail address of the contact.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [Id]
    public string? Email { get; set; }

    /// <summary>Gets or sets the offer, by its name in this module or at Loop.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [EnumField(typeof(Offer), "co-production=CoProduction")]
    public Offer? Offer { get; set; }

    /// <summary>Gets or sets the last name.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? LastName { get; set; }

    /// <summary>Gets or sets the first name.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
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

    private protected override Change<ClientResult> Describe()
    {
        // Empty text leaves a field unchanged, because it is not documented whether Loop would clear it.
        var added = this.Fill(new NewClient(), RequestFields.WithoutEmpty);
        return LoopChange.Of(LoopOperations.AddClient, added, "add", added.Email, added.CodeDossier, Api.Client(Observer).AddClientAsync);
    }
}
