using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Moves prospects into temporary contacts of another club, and refreshes the pending sales of these contacts.</summary>
[Cmdlet(VerbsCommon.Move, "ResamaniaContact", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = ParameterSets.Object)]
[OutputType(typeof(MigrationResult))]
public sealed class MoveResamaniaContactCommand : ChangeCmdlet<IResamaniaApi, MigrationResult>, IAcceptsInputObject
{
    /// <summary>Gets or sets the prospect to move.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ParameterSets.Object)]
    [InputType(typeof(Contact))]
    public PSObject? InputObject { get; set; }

    /// <summary>Gets or sets the prospect to move, as a number or an IRI.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        ParameterSetName = ParameterSets.Fields)]
    [Alias("Iri")]
    [ArgumentCompleter(typeof(ContactIdCompleter))]
    [Id]
    public string? SourceContactId { get; set; }

    /// <summary>Gets or sets the temporary contact into which the prospect is moved, as a number or an IRI.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ParameterSets.Object)]
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(ContactIdCompleter))]
    [TextField(Trim = true)]
    public string? TargetContactId { get; set; }

    /// <summary>
    /// Gets or sets the club to which the prospect is moved, as a number or an IRI; the club of the temporary contact by default.
    /// </summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [ArgumentCompleter(typeof(ClubIdCompleter))]
    [TextField(Trim = true)]
    public string? TargetClubId { get; set; }

    /// <summary>Gets or sets the sale to refresh after the move, as a number or an IRI.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField(Trim = true)]
    public string? SaleId { get; set; }

    /// <summary>Gets or sets the e-mail address of the prospect, for a prospect that cannot be read from this club.</summary>
    [Parameter(ParameterSetName = ParameterSets.Object)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField(Trim = true)]
    public string? SourceEmail { get; set; }

    /// <summary>
    /// Gets or sets whether the conditions are not checked before the move. Resamania then refuses a move that is not possible.
    /// </summary>
    [Parameter]
    public SwitchParameter SkipPreconditionCheck { get; set; }

    private protected override Change<MigrationResult> Describe()
    {
        var migration = this.Fill(new ContactMigration { SkipPreconditionCheck = SkipPreconditionCheck }, RequestFields.WithoutEmpty);
        var sale = string.IsNullOrEmpty(SaleId) ? null : SaleId;
        var steps = new MigrationSteps(Api.Contacts(Observer), Api.ClientToken, migration, sale);
        var requests = new List<ChangeRequest> { new(ResamaniaOperations.MigrateContact, migration) };
        if (sale is not null)
        {
            requests.Add(new(ResamaniaOperations.UpdateSale, new SaleUpdate { SaleId = sale }));
        }

        return new Change<MigrationResult>(requests, steps.All);
    }
}
