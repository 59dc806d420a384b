namespace TrainingApis.Cmdlets.Journal;

/// <summary>Represents the identity of a change in a journal.</summary>
/// <param name="Command">The name of the command.</param>
/// <param name="Key">The hash of the content of the change.</param>
/// <param name="Occurrence">The number of the change among the changes with this key in the run, from 1.</param>
/// <param name="Row">The number of the input object; null if the change is only from the command line.</param>
internal sealed record ChangeId(string Command, string Key, int Occurrence, int? Row);

/// <summary>Represents the recorded changes of earlier runs and of this run, by change and step.</summary>
internal sealed class ChangeJournal : IDisposable
{
    private readonly JournalFile? _file;
    private readonly Dictionary<(string Key, int Occurrence, string Step), JournalLine> _last = [];
    private readonly Dictionary<string, int> _occurrences = new(StringComparer.Ordinal);

    internal ChangeJournal(JournalFile? file, IReadOnlyList<JournalLine> lines)
    {
        _file = file;
        foreach (var line in lines)
        {
            _last[(line.Key, line.Occurrence, line.Step)] = line;
            _occurrences[line.Key] = 0; // keeps this string as the key instead of an equal string of the run
        }
    }

    /// <summary>Opens the journal for a run and locks it.</summary>
    public static ChangeJournal Open(string path)
    {
        var file = JournalFile.Open(path, out var lines);
        return new ChangeJournal(file, lines);
    }

    /// <summary>Opens the journal for <c>-WhatIf</c>, without locking, creating or writing it.</summary>
    public static ChangeJournal OpenReadOnly(string path) => new(null, File.Exists(path) ? JournalReader.Read(path) : []);

    /// <summary>Gets the last line of each step, in the order of the file.</summary>
    public static IEnumerable<JournalLine> LastLines(string path) => new ChangeJournal(null, JournalReader.Read(path))._last.Values;

    /// <summary>Gets the identity of the next change with this key. In each run, equal rows are distinguished by their number.</summary>
    public ChangeId Register(string command, string key, int? row) =>
        new(command, key, _occurrences[key] = _occurrences.GetValueOrDefault(key) + 1, row);

    /// <summary>Gets the last line of a step; null if there is none.</summary>
    public JournalLine? Find(ChangeId change, string step) => _last.GetValueOrDefault((change.Key, change.Occurrence, step));

    /// <summary>
    /// Writes that a step is about to be sent. The step may be sent after the task has completed, because the line is then on the disk.
    /// </summary>
    public Task StartAsync(ChangeId change, string step) => AppendAsync(change, step, JournalState.Started, null, null, onDisk: true);

    /// <summary>Writes the outcome of a step. It is on the disk after the next start, or at the end.</summary>
    public Task EndAsync(ChangeId change, string step, JournalState state, string? reference, string? error) =>
        AppendAsync(change, step, state, reference, error, onDisk: false);

    public void Dispose() => _file?.Dispose();

    private Task AppendAsync(ChangeId change, string step, JournalState state, string? reference, string? error, bool onDisk)
    {
        var line = new JournalLine(
            DateTimeOffset.UtcNow, change.Command, step, change.Row, change.Key, change.Occurrence, state, reference, error);
        return _file!.AppendAsync(line, onDisk);
    }
}
