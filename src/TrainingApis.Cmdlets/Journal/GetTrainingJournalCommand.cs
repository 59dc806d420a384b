namespace TrainingApis.Cmdlets.Journal;

/// <summary>Shows what a journal knows: one object for each step of each change, with its last state.</summary>
[Cmdlet(VerbsCommon.Get, "TrainingJournal")]
[OutputType(typeof(JournalEntry))]
public sealed class GetTrainingJournalCommand : ApiCmdlet
{
    /// <summary>Gets or sets the journal's file. It may be read while a run is writing it.</summary>
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

    /// <summary>The file of that very name, or those that the wildcard stands for.</summary>
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
