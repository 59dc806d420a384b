using TrainingApis.Cmdlets.Journal;
using Xunit;

namespace TrainingApis.Tests.Unit.Journal;

/// <summary>The appending end of a journal: held for one run, mended at its beginning, whole at its end.</summary>
public sealed class JournalFileTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    private byte[] Bytes => File.ReadAllBytes(_folder.Journal);

    [Fact]
    public async Task A_new_journal_holds_what_is_appended_in_order()
    {
        using (var file = JournalFile.Open(_folder.Journal, out var lines))
        {
            Assert.Empty(lines);
            Assert.Equal(["run.jsonl", "run.jsonl.lock"], _folder.Names);
            await file.AppendAsync(Lines.Of(1), onDisk: true);
            Assert.Equal(Lines.Of(1).ToBytes(), ReadShared());
            await file.AppendAsync(Lines.Of(2), onDisk: false);
            Assert.Equal([.. Lines.Of(1).ToBytes(), .. Lines.Of(2).ToBytes()], ReadShared());
        }

        Assert.Equal(["run.jsonl"], _folder.Names);
    }

    [Fact]
    public async Task What_a_crash_has_torn_is_cut_off_before_anything_is_added()
    {
        _folder.Write(Lines.Of(1).ToBytes(), Lines.Of(2).ToBytes()[..40]);
        using (var file = JournalFile.Open(_folder.Journal, out var lines))
        {
            Assert.Equal([Lines.Of(1)], lines);
            await file.AppendAsync(Lines.Of(3), onDisk: true);
        }

        Assert.Equal([.. Lines.Of(1).ToBytes(), .. Lines.Of(3).ToBytes()], Bytes);
    }

    [Fact]
    public async Task A_last_line_without_its_end_gets_it()
    {
        _folder.Write(Lines.Of(1).ToBytes()[..^1]);
        using (var file = JournalFile.Open(_folder.Journal, out var lines))
        {
            Assert.Equal([Lines.Of(1)], lines);
            await file.AppendAsync(Lines.Of(2), onDisk: true);
        }

        Assert.Equal([.. Lines.Of(1).ToBytes(), .. Lines.Of(2).ToBytes()], Bytes);
    }

    [Fact]
    public void One_run_holds_it_and_another_is_told_so()
    {
        using var first = JournalFile.Open(_folder.Journal, out _);
        var error = Assert.Throws<ApiException>(() => JournalFile.Open(_folder.Journal, out _));
        Assert.Equal(ApiErrorKind.JournalInUse, error.Kind);
        Assert.Equal($"Another run holds the journal (see '{_folder.Journal}.lock'). Wait for it, or give this run a journal of its own.",
            error.Message);
    }

    [Fact]
    public void A_lock_that_a_killed_run_has_left_is_none()
    {
        File.WriteAllText(_folder.Journal + ".lock", "");
        JournalFile.Open(_folder.Journal, out _).Dispose();
        Assert.Equal(["run.jsonl"], _folder.Names);
    }

    [Fact]
    public void A_damaged_journal_is_left_as_it_is_and_not_held()
    {
        var damaged = Lines.Bytes(Lines.Whole, "x", Lines.Whole);
        _folder.Write(damaged);
        Assert.Equal(ApiErrorKind.JournalDamaged, Assert.Throws<ApiException>(() => JournalFile.Open(_folder.Journal, out _)).Kind);
        Assert.Equal(damaged, Bytes);
        Assert.Equal(["run.jsonl"], _folder.Names);
    }

    [Fact]
    public void A_journal_that_cannot_be_written_says_so_before_anything_is_sent()
    {
        var path = Path.Combine(_folder.Journal, "none", "run.jsonl");
        var error = Assert.Throws<ApiException>(() => JournalFile.Open(path, out _));
        Assert.Equal(ApiErrorKind.JournalNotWritable, error.Kind);
        Assert.StartsWith($"The journal '{path}' cannot be written, so nothing was sent: ", error.Message);
        Assert.IsAssignableFrom<IOException>(error.InnerException);

        Directory.CreateDirectory(_folder.Journal);
        Assert.Equal(ApiErrorKind.JournalNotWritable, Assert.Throws<ApiException>(() => JournalFile.Open(_folder.Journal, out _)).Kind);
        Assert.Equal(["run.jsonl"], _folder.Names);
    }

    [Fact]
    public async Task Many_at_once_are_all_there_and_none_is_mixed_with_another()
    {
        using (var file = JournalFile.Open(_folder.Journal, out _))
        {
            await Task.WhenAll(Enumerable.Range(0, 500)
                .Select(number => Task.Run(() => file.AppendAsync(Lines.Of(number), onDisk: number % 2 == 0))));
        }

        Assert.Equal(Enumerable.Range(0, 500).Select(number => $"R-{number}").Order(),
            JournalReader.Read(_folder.Journal).Select(line => line.Reference).Order());
    }

    [Fact]
    public async Task Lines_that_come_together_share_a_flush_and_those_that_need_none_cause_none()
    {
        var disk = new FailingFile(_folder.Journal);
        using var file = Over(disk);
        await file.AppendAsync(Lines.Of(0), onDisk: false);
        Assert.Equal(0, disk.Flushes);

        disk.Gate.Reset();
        var first = file.AppendAsync(Lines.Of(1), onDisk: true);
        Assert.True(SpinWait.SpinUntil(() => disk.Waiting == 2, TimeSpan.FromSeconds(20)));
        Task[] others = [.. Enumerable.Range(2, 8).Select(number => file.AppendAsync(Lines.Of(number), onDisk: number == 5))];
        Assert.False(first.IsCompleted);
        disk.Gate.Set();
        await Task.WhenAll([first, .. others]);
        Assert.InRange(disk.Flushes, 1, 2);
        Assert.Equal(Enumerable.Range(0, 10).Select(number => $"R-{number}"),
            JournalReader.Read(_folder.Journal).Select(line => line.Reference));
    }

    [Fact]
    public async Task A_full_disk_leaves_no_piece_of_a_line_and_the_run_may_go_on()
    {
        var disk = new FailingFile(_folder.Journal);
        using var file = Over(disk);
        await file.AppendAsync(Lines.Of(1), onDisk: true);
        disk.Full = true;
        var error = await Assert.ThrowsAsync<ApiException>(() => file.AppendAsync(Lines.Of(2), onDisk: true));
        Assert.Equal(ApiErrorKind.JournalNotWritable, error.Kind);
        Assert.Equal($"The journal '{_folder.Journal}' cannot be written, so this was not sent: No space left on device", error.Message);
        Assert.Equal(Lines.Of(1).ToBytes(), ReadShared());

        disk.Full = false;
        await file.AppendAsync(Lines.Of(3), onDisk: true);
        Assert.Equal([.. Lines.Of(1).ToBytes(), .. Lines.Of(3).ToBytes()], ReadShared());
    }

    [Fact]
    public async Task A_disk_that_does_not_answer_is_an_error_of_the_line_that_waited_for_it()
    {
        var disk = new FailingFile(_folder.Journal);
        using var file = Over(disk);
        disk.Unflushable = true;
        Assert.Equal(ApiErrorKind.JournalNotWritable,
            (await Assert.ThrowsAsync<ApiException>(() => file.AppendAsync(Lines.Of(1), onDisk: true))).Kind);
        Assert.Empty(ReadShared());
        await file.AppendAsync(Lines.Of(2), onDisk: false);
        Assert.Equal(Lines.Of(2).ToBytes(), ReadShared());
    }

    [Fact]
    public async Task Where_a_piece_cannot_be_taken_back_nothing_more_is_written()
    {
        var disk = new FailingFile(_folder.Journal) { Full = true, Gone = true };
        using var file = Over(disk);
        var error = await Assert.ThrowsAsync<ApiException>(() => file.AppendAsync(Lines.Of(1), onDisk: true));
        disk.Full = disk.Gone = false;
        Assert.Same(error, await Assert.ThrowsAsync<ApiException>(() => file.AppendAsync(Lines.Of(2), onDisk: true)));
        Assert.Equal(Lines.Of(1).ToBytes()[..(Lines.Of(1).ToBytes().Length / 2)], ReadShared());
    }

    [Fact]
    public async Task The_end_waits_for_what_is_being_written_and_brings_it_to_the_disk()
    {
        var disk = new FailingFile(_folder.Journal);
        var file = Over(disk);
        disk.Gate.Reset();
        var first = file.AppendAsync(Lines.Of(1), onDisk: false);
        var ending = Task.Run(file.Dispose, TestContext.Current.CancellationToken);
        Assert.NotSame(ending, await Task.WhenAny(ending, Task.Delay(100, TestContext.Current.CancellationToken)));
        disk.Gate.Set();
        await ending;
        await first;
        Assert.Equal(1, disk.Flushes);
        Assert.Equal(Lines.Of(1).ToBytes(), Bytes);
        Assert.Equal(["run.jsonl"], _folder.Names);
        file.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => file.AppendAsync(Lines.Of(2), onDisk: false));
    }

    [Fact]
    public async Task The_end_frees_the_journal_even_where_the_disk_does_not_answer()
    {
        var disk = new FailingFile(_folder.Journal);
        var file = Over(disk);
        await file.AppendAsync(Lines.Of(1), onDisk: true);
        disk.Unflushable = true;
        file.Dispose();
        Assert.Equal(["run.jsonl"], _folder.Names);
        Assert.Throws<ObjectDisposedException>(() => disk.Position);
    }

    private JournalFile Over(FailingFile disk) => new(
        _folder.Journal, new FileStream(_folder.Journal + ".lock", FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1,
            FileOptions.DeleteOnClose), disk);

    private byte[] ReadShared()
    {
        using var file = new FileStream(_folder.Journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
