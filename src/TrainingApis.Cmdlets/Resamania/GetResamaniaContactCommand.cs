using TrainingApis.Cmdlets.Binding;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Gets contacts: by e-mail address in the club or in the whole chain, by ID, or all, page by page.</summary>
[Cmdlet(VerbsCommon.Get, "ResamaniaContact", SupportsPaging = true, DefaultParameterSetName = "Id")]
[OutputType(typeof(Contact))]
public sealed class GetResamaniaContactCommand : ResourceCmdlet
{
    /// <summary>Gets or sets the e-mail addresses to search for. An unknown address is not an error.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Email", ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [Id(Of = [typeof(Contact)])]
    [ValidateNotNullOrEmpty]
    public string[]? Email { get; set; }

    /// <summary>Gets or sets whether the whole chain is searched, which returns less data of each contact.</summary>
    [Parameter(ParameterSetName = "Email")]
    public SwitchParameter Network { get; set; }

    /// <summary>Gets or sets the contacts to read, as numbers or IRIs; null for all.</summary>
    [Parameter(ParameterSetName = "Id", ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ContactIdCompleter))]
    [Id]
    [ValidateNotNullOrEmpty]
    public string[]? Id { get; set; }

    private protected override Task ProcessAsync()
    {
        var contacts = Api.Contacts(Observer);
        return ParameterSetName == "Email"
            ? WriteFoundAsync(contacts)
            : WriteAsync(Id, pages => contacts.GetContactsAsync(pages, Stop), id => contacts.GetContactAsync(id, Stop));
    }

    private async Task WriteFoundAsync(IResamaniaContactClient contacts)
    {
        RefusePaging();
        foreach (var email in Email!)
        {
            await TryAsync(email, async () => WriteItems(await contacts.FindContactsAsync(email, Network, Stop)));
        }
    }
}
