using TrainingApis.Cmdlets.Binding;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Provides the base class for commands that read resources: all, page by page, or those with the given IDs.</summary>
public abstract class ResourceCmdlet : ListCmdlet<IResamaniaApi>
{
    /// <summary>Gets or sets the IRI of an object from the pipeline, which also identifies the kind of the object.</summary>
    [Parameter(ParameterSetName = "Id", ValueFromPipelineByPropertyName = true, DontShow = true)]
    [Id]
    public string? Iri { get; set; }

    /// <summary>Writes the object from the pipeline, the objects with the IDs, or the list.</summary>
    private protected async Task WriteAsync<T>(
        string[]? ids, Func<PageRequest, IAsyncEnumerable<Page<T>>> readList, Func<string, Task<T>> readOne)
        where T : class
    {
        if ((Iri is null ? ids : [Iri]) is { } named)
        {
            await WriteEachAsync(named, readOne);
            Iri = null;
        }
        else
        {
            await WriteListAsync(readList(AskedPages(1)));
        }
    }
}
