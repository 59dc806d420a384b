using System.Management.Automation;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Resamania;

namespace TrainingApis.Cmdlets.Resamania;

/// <summary>Reads contacts: by e-mail in the club or in the whole chain, by id, or all, page by page.</summary>
[Cmdlet(VerbsCommon.Get, "ResamaniaContact", SupportsPaging = true, DefaultParameterSetName = "Id")]
[OutputType(typeof(Contact))]
public sealed class GetResamaniaContactCommand : ListCmdlet<IResamaniaApi>
{
    /// <summary>The e-mail addresses to look for; an unknown one is no error.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Email", ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [Id(Of = [typeof(Contact)])]
    [ValidateNotNullOrEmpty]
    public string[]? Email { get; set; }

    /// <summary>Gets or sets whether the command looks in the whole chain, which shows less of each contact.</summary>
    [Parameter(ParameterSetName = "Email")]
    public SwitchParameter Network { get; set; }

    /// <summary>Gets or sets the contacts to read, as numbers or IRIs; all where none is given.</summary>
    [Parameter(ParameterSetName = "Id", ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ContactIdCompleter))]
    [Id]
    [ValidateNotNullOrEmpty]
    public string[]? Id { get; set; }

    /// <summary>Gets or sets an object's own name for itself, which tells its kind too.</summary>
    [Parameter(ParameterSetName = "Id", ValueFromPipelineByPropertyName = true, DontShow = true)]
    [Id]
    public string? Iri { get; set; }

    private protected override async Task ProcessAsync()
    {
        var contacts = Api.Contacts(Observer);
        if (ParameterSetName == "Email")
        {
            await WriteFoundAsync(contacts);
        }
        else if (Iri is not null)
        {
            await WriteEachAsync([Iri], id => contacts.GetContactAsync(id, Stop));
        }
        else if (Id is not null)
        {
            await WriteEachAsync(Id, id => contacts.GetContactAsync(id, Stop));
        }
        else
        {
            await WriteListAsync(contacts.GetContactsAsync(AskedPages(1), Stop));
        }

        Iri = null;
    }

    private async Task WriteFoundAsync(IResamaniaContactClient contacts)
    {
        RefusePaging();
        foreach (var email in Email!)
        {
            try
            {
                foreach (var contact in await contacts.FindContactsAsync(email, Network, Stop))
                {
                    WriteItem(contact);
                }
            }
            catch (Exception error) when (IsFailure(error))
            {
                Report(error, email);
            }
        }
    }
}
