using System.Management.Automation;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Reads where contacts come from: all sources in use, or those named by id.</summary>
[Cmdlet(VerbsCommon.Get, "ResamaniaSource", DefaultParameterSetName = "List")]
[OutputType(typeof(Source))]
public sealed class GetResamaniaSourceCommand : ConnectedCmdlet<IResamaniaApi>
{
    /// <summary>The sources to read, as numbers or IRIs.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SourceIdCompleter))]
    [Id(Of = [typeof(Source)])]
    [ValidateNotNullOrEmpty]
    public string[]? Id { get; set; }

    /// <summary>Reads those that are no longer in use too.</summary>
    [Parameter(ParameterSetName = "List")]
    public SwitchParameter IncludeArchived { get; set; }

    /// <summary>An object's own name for itself, which tells its kind too.</summary>
    [Parameter(ParameterSetName = "Id", ValueFromPipelineByPropertyName = true, DontShow = true)]
    [Id]
    public string? Iri { get; set; }

    private protected override async Task ProcessAsync()
    {
        var clubs = Api.Clubs(Observer);
        if (ParameterSetName == "List")
        {
            await foreach (var page in clubs.GetSourcesAsync(PageRequest.All, IncludeArchived, Stop))
            {
                foreach (var item in page.Items)
                {
                    Write(item);
                }
            }

            return;
        }

        foreach (var id in Iri is null ? Id! : [Iri])
        {
            try
            {
                Write(await clubs.GetSourceAsync(id, Stop));
            }
            catch (Exception error) when (IsFailure(error))
            {
                Report(error, id);
            }
        }

        Iri = null;
    }

    private void Write(Source item)
    {
        CompletionKeys.Add(Used.Seen, item);
        WriteObject(item);
    }
}
