namespace TrainingApis.Cmdlets.Journal;

/// <summary>Identifies a change in a journal.</summary>
/// <param name="Command">The command's name.</param>
/// <param name="Key">The hash of what the change means.</param>
/// <param name="Occurrence">Which of the changes with this key in the run, from 1.</param>
/// <param name="Row">The number of the input object; null where the change came from the command line alone.</param>
internal sealed record ChangeId(string Command, string Key, int Occurrence, int? Row);

/// <summary>Represents what earlier runs and this one have done, by change and step.</summary>
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
            _occurrences[line.Key] = 0; // so that the key of the line is kept, and not an equal one of the run
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

    /// <summary>Gets the identity of the next change with this key. Equal rows are told apart by their count, in each run.</summary>
    public ChangeId Register(string command, string key, int? row) =>
        new(command, key, _occurrences[key] = _occurrences.GetValueOrDefault(key) + 1, row);

    /// <summary>Gets the last line of a step; null where there is none.</summary>
    public JournalLine? Find(ChangeId change, string step) => _last.GetValueOrDefault((change.Key, change.Occurrence, step));

    /// <summary>Writes that a step is about to be sent. It may be sent once the task has ended: then the line is on the disk.</summary>
    public Task StartAsync(ChangeId change, string step) => AppendAsync(change, step, JournalState.Started, null, null, onDisk: true);

    /// <summary>Writes the outcome of a step. It reaches the disk with the next start, or at the end.</summary>
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
