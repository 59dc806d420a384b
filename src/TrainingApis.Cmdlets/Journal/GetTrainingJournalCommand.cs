namespace TrainingApis.Cmdlets.Journal;

/// <summary>Gets the content of a journal: one object for each step of each change, with its last state.</summary>
[Cmdlet(VerbsCommon.Get, "TrainingJournal")]
[OutputType(typeof(JournalEntry))]
public sealed class GetTrainingJournalCommand : ApiCmdlet
{
    /// <summary>Gets or sets the paths of the journals. A journal can be read while a run is writing it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    private protected override async Task ProcessAsync()
    {
        foreach (var path in Path.SelectMany(Files))
        {
            await TryAsync(path, () =>
            {
                foreach (var line in ChangeJournal.LastLines(path))
                {
                    WriteObject(Describe(line));
                }

                return Task.CompletedTask;
            });
        }
    }

    /// <summary>Gets the file with exactly this name, or the files that match the wildcards.</summary>
    private IEnumerable<string> Files(string given)
    {
        try
        {
            var literal = GetUnresolvedProviderPathFromPSPath(given);
            return File.Exists(literal) ? [literal] : GetResolvedProviderPathFromPSPath(given, out _);
        }
        catch (ItemNotFoundException missing)
        {
            WriteError(missing.ErrorRecord);
            return [];
        }
    }

    private static JournalEntry Describe(JournalLine line) => new()
    {
        Command = line.Command,
        Step = line.Step,
        Row = line.Row,
        State = line.State,
        Reference = line.Reference,
        Error = line.Error,
        Occurrence = line.Occurrence,
        Key = line.Key,
        Time = line.Time,
    };
}
