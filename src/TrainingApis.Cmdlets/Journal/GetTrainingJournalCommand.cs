using System.Management.Automation;

namespace TrainingApis.Cmdlets.Journal;

/// <summary>Shows what a journal knows: one object for each step of each change, with its last state.</summary>
[Cmdlet(VerbsCommon.Get, "TrainingJournal")]
[OutputType(typeof(JournalEntry))]
public sealed class GetTrainingJournalCommand : ApiCmdlet
{
    /// <summary>The journal's file. It may be read while a run is writing it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    private protected override Task ProcessAsync()
    {
        foreach (string path in Path.SelectMany(given => GetResolvedProviderPathFromPSPath(given, out _)))
        {
            try
            {
                foreach (JournalLine line in ChangeJournal.LastLines(path)) WriteObject(Describe(line));
            }
            catch (ApiException error) { Report(error, path); }
        }

        return Task.CompletedTask;
    }

    private static JournalEntry Describe(JournalLine line) => new()
    {
        Command = line.Command,
        Step = line.Step,
        State = line.State,
        Reference = line.Reference,
        Error = line.Error,
        Occurrence = line.Occurrence,
        Key = line.Key,
        Time = line.Time,
    };
}
