using System.Collections;
using System.Management.Automation.Language;
using TrainingApis.Cmdlets.Binding;
using TrainingApis.Conferences;

namespace TrainingApis.Cmdlets.Conferences;

/// <summary>Gets the registrations for sessions: all, or those with the given IDs.</summary>
[Cmdlet(VerbsCommon.Get, "ConferenceRegistration")]
[OutputType(typeof(Registration), typeof(PSObject))]
public sealed class GetConferenceRegistrationCommand : ConnectedCmdlet<IConferenceApi>
{
    private RegistrationRows? _rows;

    /// <summary>Gets or sets the conference.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConferenceIdCompleter))]
    [Id]
    [ValidateNotNullOrEmpty]
    public string ConferenceId { get; set; } = string.Empty;

    /// <summary>Gets or sets the sessions.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConferenceSessionIdCompleter))]
    [Id]
    [ValidateNotNullOrEmpty]
    public string[] SessionId { get; set; } = [];

    /// <summary>Gets or sets the IDs of the registrations to read; null for all registrations of the sessions.</summary>
    [Parameter(Position = 2, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Id]
    [ValidateNotNullOrEmpty]
    public string[]? RegistrationId { get; set; }

    /// <summary>Gets or sets whether cancelled registrations are also read.</summary>
    [Parameter]
    public SwitchParameter IncludeCancelled { get; set; }

    /// <summary>
    /// Gets or sets the members to request, by their names in this module or at Agendize. The IDs are always included. Null for all
    /// members.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(RegistrationFieldCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Field { get; set; }

    /// <summary>
    /// Gets or sets whether the output consists of plain rows for files and databases, with a column for every value and form field.
    /// </summary>
    [Parameter]
    public SwitchParameter Flat { get; set; }

    /// <summary>Gets or sets whether text in rows that begins like a formula is not changed.</summary>
    [Parameter]
    public SwitchParameter NoFormulaEscape { get; set; }

    private protected override Task BeginAsync()
    {
        FlatRow.CheckSwitches(Flat, NoFormulaEscape);
        _rows = Flat ? new RegistrationRows(!NoFormulaEscape) : null;
        return base.BeginAsync();
    }

    private protected override Task EndAsync()
    {
        foreach (var row in _rows?.Complete() ?? [])
        {
            WriteObject(row);
        }

        return Task.CompletedTask;
    }

    private protected override void WriteItem(object item)
    {
        if (_rows is null)
        {
            base.WriteItem(item);
        }
        else
        {
            _rows.Add((Registration)item);
        }
    }

    private protected override async Task ProcessAsync()
    {
        var client = Api.Client(Observer);
        string[]? fields = Field is null ? null : [.. Field.Select(RegistrationFieldCompleter.Canonical)];
        foreach (var session in SessionId)
        {
            if (RegistrationId is null)
            {
                await WriteListAsync(client.GetRegistrationsAsync(ConferenceId, session, IncludeCancelled, fields, Stop), session);
            }
            else
            {
                await WriteEachAsync(RegistrationId, id => client.GetRegistrationAsync(ConferenceId, session, id, fields, Stop));
            }
        }
    }
}

/// <summary>Completes <c>-Field</c> with the properties of a registration.</summary>
internal sealed class RegistrationFieldCompleter : IArgumentCompleter
{
    private static readonly string[] Ids =
        [nameof(Registration.ConferenceId), nameof(Registration.SessionId), nameof(Registration.RegistrationId),
            nameof(Registration.FromJournal)];

    private static readonly string[] Names = [.. typeof(Registration).GetProperties().Select(property => property.Name)
        .Where(name => !Ids.Contains(name) && name != nameof(Registration.AdditionalProperties))
        .Order(StringComparer.Ordinal)];

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of((wordToComplete ?? string.Empty).Trim('\'', '"'), Names);

    /// <summary>Gets the name of a property in its declared letter case. Any other name is returned unchanged.</summary>
    public static string Canonical(string name) =>
        typeof(Registration).GetProperties()
            .FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Name
            ?? name;
}
