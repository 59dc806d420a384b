using TrainingApis.Cmdlets.Journal;
using Xunit;

namespace TrainingApis.Tests.Unit.Journal;

/// <summary>What a run knows of the runs before it.</summary>
public sealed class ChangeJournalTests
{
    [Fact]
    public async Task A_run_finds_the_last_state_of_each_step_of_the_run_before()
    {
        using var folder = new Folder();
        var before = DateTimeOffset.UtcNow.AddMilliseconds(-1);
        using (var first = ChangeJournal.Open(folder.Journal))
        {
            Assert.Null(first.Find(Lines.Key, 1, "migrate"));
            await first.StartAsync("Move-Thing", Lines.Key, 1, "migrate");
            await first.EndAsync("Move-Thing", Lines.Key, 1, "migrate", JournalState.Succeeded, "REF", null);
            await first.StartAsync("Move-Thing", Lines.Key, 1, "sale");
            await first.EndAsync("Move-Thing", Lines.Key, 1, "sale", JournalState.Rejected, null, "NotFound");
            await first.StartAsync("Move-Thing", Lines.Key, 2, "migrate");
        }

        using var second = ChangeJournal.Open(folder.Journal);
        var done = second.Find(Lines.Key, 1, "migrate")!;
        Assert.Equal(new JournalLine(done.Time, "Move-Thing", "migrate", Lines.Key, 1, JournalState.Succeeded, "REF", null), done);
        Assert.InRange(done.Time, before, DateTimeOffset.UtcNow);
        Assert.Equal((JournalState.Rejected, "NotFound"),
            (second.Find(Lines.Key, 1, "sale")!.State, second.Find(Lines.Key, 1, "sale")!.Error));
        Assert.Equal(JournalState.Started, second.Find(Lines.Key, 2, "migrate")!.State);
        Assert.Null(second.Find(Lines.Key, 2, "sale"));
        Assert.Null(second.Find(Lines.Key, 3, "migrate"));
        Assert.Null(second.Find(new string('0', 64), 1, "migrate"));
    }

    [Fact]
    public void Equal_rows_are_counted_each_by_its_key()
    {
        using var folder = new Folder();
        using var journal = ChangeJournal.Open(folder.Journal);
        Assert.Equal([1, 2, 1, 3], [journal.Count("a"), journal.Count("a"), journal.Count("b"), journal.Count("a")]);
    }

    [Fact]
    public async Task The_last_lines_come_in_the_order_of_their_steps()
    {
        using var folder = new Folder();
        using (var journal = ChangeJournal.Open(folder.Journal))
        {
            await journal.StartAsync("A", Lines.Key, 1, "x");
            await journal.StartAsync("A", Lines.Key, 2, "x");
            await journal.EndAsync("A", Lines.Key, 2, "x", JournalState.Succeeded, "2", null);
            await journal.EndAsync("A", Lines.Key, 1, "x", JournalState.InDoubt, null, "InDoubt");
        }

        Assert.Equal([(1, JournalState.InDoubt), (2, JournalState.Succeeded)],
            ChangeJournal.LastLines(folder.Journal).Select(line => (line.Occurrence, line.State)));
    }

    [Fact]
    public async Task A_look_disturbs_nobody_and_leaves_nothing()
    {
        using var folder = new Folder();
        using (var nothing = ChangeJournal.OpenReadOnly(folder.Journal))
        {
            Assert.Null(nothing.Find(Lines.Key, 1, "x"));
        }

        Assert.Empty(folder.Names);

        using var running = ChangeJournal.Open(folder.Journal);
        await running.StartAsync("A", Lines.Key, 1, "x");
        using var look = ChangeJournal.OpenReadOnly(folder.Journal);
        Assert.Equal(JournalState.Started, look.Find(Lines.Key, 1, "x")!.State);
    }

    [Fact]
    public void The_end_of_a_run_frees_the_journal()
    {
        using var folder = new Folder();
        ChangeJournal.Open(folder.Journal).Dispose();
        Assert.Equal(["run.jsonl"], folder.Names);
        ChangeJournal.Open(folder.Journal).Dispose();
    }
}
