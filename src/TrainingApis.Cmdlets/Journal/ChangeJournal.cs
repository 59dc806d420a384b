namespace TrainingApis.Cmdlets.Journal;

/// <summary>
/// What earlier runs and this one have done. Rows that are equal are told apart by counting: the second in this run is the second of
/// the run before.
/// </summary>
internal sealed class ChangeJournal : IDisposable
{
    private readonly JournalFile? _file;
    private readonly Dictionary<(string Key, int Occurrence, string Step), JournalLine> _last = [];
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    private ChangeJournal(JournalFile? file, IReadOnlyList<JournalLine> lines)
    {
        _file = file;
        foreach (var line in lines)
        {
            _last[(line.Key, line.Occurrence, line.Step)] = line;
        }
    }

    /// <summary>Takes the journal for a run.</summary>
    public static ChangeJournal Open(string path)
    {
        var file = JournalFile.Open(path, out var lines);
        return new ChangeJournal(file, lines);
    }

    /// <summary>Only looks: for <c>-WhatIf</c>, which writes nothing and disturbs nobody.</summary>
    public static ChangeJournal OpenReadOnly(string path) => new(null, File.Exists(path) ? JournalReader.Read(path) : []);

    /// <summary>The last line of each step, in the order of the file.</summary>
    public static IEnumerable<JournalLine> LastLines(string path) => new ChangeJournal(null, JournalReader.Read(path))._last.Values;

    /// <summary>Counts a row of this run: which of its equals is it?</summary>
    public int Count(string key) => _seen[key] = _seen.GetValueOrDefault(key) + 1;

    /// <summary>What is known of a step, or null.</summary>
    public JournalLine? Find(string key, int occurrence, string step) => _last.GetValueOrDefault((key, occurrence, step));

    /// <summary>Writes that a step is about to be sent. Only when this has ended may it be.</summary>
    public Task StartAsync(string command, string key, int occurrence, string step) =>
        AppendAsync(new JournalLine(DateTimeOffset.UtcNow, command, step, key, occurrence, JournalState.Started, null, null), onDisk: true);

    /// <summary>Writes what became of a step. The disk gets it with the next start, or at the end.</summary>
    public Task EndAsync(string command, string key, int occurrence, string step, JournalState state, string? reference, string? error) =>
        AppendAsync(new JournalLine(DateTimeOffset.UtcNow, command, step, key, occurrence, state, reference, error), onDisk: false);

    public void Dispose() => _file?.Dispose();

    private Task AppendAsync(JournalLine line, bool onDisk) => _file!.AppendAsync(line, onDisk);
}
