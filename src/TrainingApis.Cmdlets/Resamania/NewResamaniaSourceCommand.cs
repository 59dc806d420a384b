using TrainingApis.Cmdlets.Binding;
using TrainingApis.Cmdlets.Changes;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Creates contact sources.</summary>
[Cmdlet(VerbsCommon.New, "ResamaniaSource", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.Fields)]
[OutputType(typeof(Source))]
public sealed class NewResamaniaSourceCommand : ChangeCmdlet<IResamaniaApi, Source>
{
    /// <summary>Gets or sets the name of the source.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = ParameterSets.Fields)]
    [TextField]
    public string? Name { get; set; }

    private protected override Change<Source> Describe()
    {
        var request = new NewSource { Name = Name! };
        return Change.Of(ResamaniaOperations.CreateSource, request, "create", Api.Clubs(Observer).CreateSourceAsync,
            source => source.Iri,
            reference => new Source { Iri = reference!, Name = request.Name, FromJournal = true });
    }
}
