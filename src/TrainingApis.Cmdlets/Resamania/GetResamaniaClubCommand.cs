using System.Management.Automation;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Reads clubs: all, or those named by id.</summary>
[Cmdlet(VerbsCommon.Get, "ResamaniaClub", DefaultParameterSetName = "List")]
[OutputType(typeof(Club))]
public sealed class GetResamaniaClubCommand : ConnectedCmdlet<IResamaniaApi>
{
    /// <summary>The clubs to read, as numbers or IRIs.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClubIdCompleter))]
    [Id(Of = [typeof(Club)])]
    [ValidateNotNullOrEmpty]
    public string[]? Id { get; set; }

    /// <summary>Reads them through the chain, not only those of the connection's own place.</summary>
    [Parameter]
    public SwitchParameter Network { get; set; }

    /// <summary>An object's own name for itself, which tells its kind too.</summary>
    [Parameter(ParameterSetName = "Id", ValueFromPipelineByPropertyName = true, DontShow = true)]
    [Id]
    public string? Iri { get; set; }

    private protected override async Task ProcessAsync()
    {
        var clubs = Api.Clubs(Observer);
        if (ParameterSetName == "List")
        {
            await foreach (var page in clubs.GetClubsAsync(PageRequest.All, Network, Stop))
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
                Write(await clubs.GetClubAsync(id, Network, Stop));
            }
            catch (Exception error) when (IsFailure(error))
            {
                Report(error, id);
            }
        }

        Iri = null;
    }

    private void Write(Club item)
    {
        CompletionKeys.Add(Used.Seen, item);
        WriteObject(item);
    }
}
