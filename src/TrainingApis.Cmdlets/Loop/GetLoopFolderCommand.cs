using TrainingApis.Cmdlets.Binding;
using TrainingApis.Loop;

namespace TrainingApis.Cmdlets.Loop;

/// <summary>Gets the client files of a firm to which the application key has access.</summary>
[Cmdlet(VerbsCommon.Get, "LoopFolder")]
[OutputType(typeof(Folder))]
public sealed class GetLoopFolderCommand : ConnectedCmdlet<ILoopApi>
{
    /// <summary>Gets or sets the firm; the firm of the connection by default.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Id]
    [ValidateNotNullOrEmpty]
    public string? Domain { get; set; }

    private protected override object? Target => Domain;

    private protected override async Task ProcessAsync() => WriteItems(await Api.Client(Observer).GetFoldersAsync(Domain, Stop));
}
