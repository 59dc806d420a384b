using TrainingApis.Cmdlets.Journal;
using Xunit;

namespace TrainingApis.Tests.Unit.Journal;

/// <summary>Tests what a run reads from the journal of earlier runs.</summary>
public sealed class ChangeJournalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Finds_the_last_state_of_each_step_of_the_previous_run()
    {
        var before = DateTimeOffset.UtcNow.AddMilliseconds(-1);
        using (var first = ChangeJournal.Open(_folder.Journal))
        {
            var one = first.Register("Move-Thing", Lines.Key, 7);
            Assert.Equal(new ChangeId("Move-Thing", Lines.Key, 1, 7), one);
            Assert.Null(first.Find(one, "migrate"));
            await first.StartAsync(one, "migrate");
            await first.EndAsync(one, "migrate", JournalState.Succeeded, "REF", null);
            await first.StartAsync(one, "sale");
            await first.EndAsync(one, "sale", JournalState.Rejected, null, "NotFound");
            await first.StartAsync(first.Register("Move-Thing", Lines.Key, null), "migrate");
        }

        using var second = ChangeJournal.Open(_folder.Journal);
        var (again, equal, third) = (Register(second), Register(second), Register(second));
        var done = second.Find(again, "migrate")!;
        Assert.Equal(new JournalLine(done.Time, "Move-Thing", "migrate", 7, Lines.Key, 1, JournalState.Succeeded, "REF", null), done);
        Assert.InRange(done.Time, before, DateTimeOffset.UtcNow);
        Assert.Equal((JournalState.Rejected, "NotFound"), (second.Find(again, "sale")!.State, second.Find(again, "sale")!.Error));
        Assert.Equal((JournalState.Started, null), (second.Find(equal, "migrate")!.State, second.Find(equal, "migrate")!.Row));
        Assert.Null(second.Find(equal, "sale"));
        Assert.Null(second.Find(third, "migrate"));
        Assert.Null(second.Find(again with { Key = new string('0', 64) }, "migrate"));
    }

    [Fact]
    public void Numbers_equal_rows_by_their_key()
    {
        using var journal = ChangeJournal.Open(_folder.Journal);
        Assert.Equal([1, 2, 1, 3],
            new[] { "a", "a", "b", "a" }.Select((key, index) => journal.Register("A", key, index).Occurrence).ToArray());
    }

    [Fact]
    public async Task Returns_the_last_lines_in_the_order_of_the_first_line_of_each_step()
    {
        using (var journal = ChangeJournal.Open(_folder.Journal))
        {
            var (one, two) = (Register(journal), Register(journal));
            await journal.StartAsync(one, "x");
            await journal.StartAsync(two, "x");
            await journal.EndAsync(two, "x", JournalState.Succeeded, "2", null);
            await journal.EndAsync(one, "x", JournalState.InDoubt, null, "InDoubt");
        }

        Assert.Equal([(1, JournalState.InDoubt), (2, JournalState.Succeeded)],
            ChangeJournal.LastLines(_folder.Journal).Select(line => (line.Occurrence, line.State)));
    }

    [Fact]
    public async Task OpenReadOnly_neither_creates_nor_locks_the_file()
    {
        using (var empty = ChangeJournal.OpenReadOnly(_folder.Journal))
        {
            Assert.Null(empty.Find(Register(empty), "x"));
        }

        Assert.Empty(_folder.Names);

        using var running = ChangeJournal.Open(_folder.Journal);
        await running.StartAsync(Register(running), "x");
        using var preview = ChangeJournal.OpenReadOnly(_folder.Journal);
        Assert.Equal(JournalState.Started, preview.Find(Register(preview), "x")!.State);
    }

    [Fact]
    public void Dispose_unlocks_the_journal()
    {
        ChangeJournal.Open(_folder.Journal).Dispose();
        Assert.Equal(["run.jsonl"], _folder.Names);
        ChangeJournal.Open(_folder.Journal).Dispose();
    }

    private static ChangeId Register(ChangeJournal journal) => journal.Register("Move-Thing", Lines.Key, 7);
}
