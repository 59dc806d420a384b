using TrainingApis.Cmdlets.Journal;
using Xunit;

namespace TrainingApis.Tests.Unit.Journal;

/// <summary>Tests writing a journal: locked by one run, repaired when opened, complete when closed.</summary>
public sealed class JournalFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private byte[] Bytes => File.ReadAllBytes(_folder.Journal);

    [Fact]
    public async Task Writes_lines_in_the_order_in_which_they_were_appended()
    {
        using (var file = JournalFile.Open(_folder.Journal, out var lines))
        {
            Assert.Empty(lines);
            Assert.Equal(["run.jsonl"], _folder.Names);
            await file.AppendAsync(Lines.Of(1), onDisk: true);
            Assert.Equal(Lines.Of(1).ToBytes(), ReadShared());
            await file.AppendAsync(Lines.Of(2), onDisk: false);
            Assert.Equal([.. Lines.Of(1).ToBytes(), .. Lines.Of(2).ToBytes()], ReadShared());
        }

        Assert.Equal(["run.jsonl"], _folder.Names);
    }

    [Fact]
    public async Task Removes_an_incomplete_last_line_before_appending()
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
    public async Task Adds_a_missing_line_feed_to_the_last_line()
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
    public async Task Removes_a_last_line_truncated_at_any_byte()
    {
        byte[] first = Lines.Of(1).ToBytes(), second = Lines.Of(2).ToBytes();
        for (var length = 0; length <= second.Length; length++)
        {
            _folder.Write(first, second[..length]);
            using (var file = JournalFile.Open(_folder.Journal, out _))
            {
                await file.AppendAsync(Lines.Of(3), onDisk: false);
            }

            Assert.Equal([.. first, .. length >= second.Length - 1 ? second : [], .. Lines.Of(3).ToBytes()], Bytes);
        }
    }

    [Fact]
    public void Rejects_a_second_run_until_the_first_one_ends()
    {
        var first = JournalFile.Open(_folder.Journal, out _);
        var error = Assert.Throws<ApiException>(() => JournalFile.Open(_folder.Journal, out _));
        Assert.Equal(ApiErrorKind.JournalInUse, error.Kind);
        Assert.Equal($"The journal '{_folder.Journal}' is in use by another run or program. Nothing was sent.", error.Message);
        first.Dispose();
        JournalFile.Open(_folder.Journal, out _).Dispose();
    }

    [Fact]
    public void Does_not_change_or_lock_a_damaged_journal()
    {
        var damaged = Lines.Bytes(Lines.Whole, "x", Lines.Whole);
        _folder.Write(damaged);
        Assert.Equal(ApiErrorKind.JournalDamaged, Assert.Throws<ApiException>(() => JournalFile.Open(_folder.Journal, out _)).Kind);
        Assert.Equal(damaged, Bytes);
        using var free = FileLock.OpenOrCreate(_folder.Journal);
    }

    [Fact]
    public void Throws_JournalNotWritable_if_the_journal_cannot_be_created()
    {
        var path = Path.Combine(_folder.Journal, "none", "run.jsonl");
        var error = Assert.Throws<ApiException>(() => JournalFile.Open(path, out _));
        Assert.Equal(ApiErrorKind.JournalNotWritable, error.Kind);
        Assert.StartsWith($"The journal '{path}' cannot be written, so nothing was sent: ", error.Message);
        Assert.IsAssignableFrom<IOException>(error.InnerException);

        Directory.CreateDirectory(_folder.Journal);
        Assert.Equal(ApiErrorKind.JournalNotWritable, Assert.Throws<ApiException>(() => JournalFile.Open(_folder.Journal, out _)).Kind);
    }

    [Fact]
    public async Task Writes_concurrently_appended_lines_completely_and_separately()
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
    public async Task Waiting_lines_share_a_flush_and_other_lines_cause_none()
    {
        var disk = new FailingFile(_folder.Journal);
        using var file = Over(disk);
        await file.AppendAsync(Lines.Of(0), onDisk: false);
        Assert.Equal(0, disk.Flushes);

        disk.Gate.Reset();
        var first = file.AppendAsync(Lines.Of(1), onDisk: true);
        Assert.True(SpinWait.SpinUntil(() => disk.WriteCount == 2, TimeSpan.FromSeconds(20)));
        Task[] others = [.. Enumerable.Range(2, 8).Select(number => file.AppendAsync(Lines.Of(number), onDisk: number == 5))];
        Assert.False(first.IsCompleted);
        disk.Gate.Set();
        await Task.WhenAll([first, .. others]);
        Assert.InRange(disk.Flushes, 1, 2);
        Assert.Equal(Enumerable.Range(0, 10).Select(number => $"R-{number}"),
            JournalReader.Read(_folder.Journal).Select(line => line.Reference));
    }

    [Fact]
    public async Task A_full_disk_leaves_no_partial_line_and_the_run_can_continue()
    {
        var disk = new FailingFile(_folder.Journal);
        using var file = Over(disk);
        await file.AppendAsync(Lines.Of(1), onDisk: true);
        disk.WriteFails = true;
        var error = await Assert.ThrowsAsync<ApiException>(() => file.AppendAsync(Lines.Of(2), onDisk: true));
        Assert.Equal(ApiErrorKind.JournalNotWritable, error.Kind);
        Assert.Equal($"The journal '{_folder.Journal}' cannot be written, so this was not sent: No space left on device", error.Message);
        Assert.Equal(Lines.Of(1).ToBytes(), ReadShared());

        disk.WriteFails = false;
        await file.AppendAsync(Lines.Of(3), onDisk: true);
        Assert.Equal([.. Lines.Of(1).ToBytes(), .. Lines.Of(3).ToBytes()], ReadShared());
    }

    [Fact]
    public async Task Reports_a_failed_flush_for_the_line_that_waits_for_it()
    {
        var disk = new FailingFile(_folder.Journal);
        using var file = Over(disk);
        disk.FlushFails = true;
        Assert.Equal(ApiErrorKind.JournalNotWritable,
            (await Assert.ThrowsAsync<ApiException>(() => file.AppendAsync(Lines.Of(1), onDisk: true))).Kind);
        Assert.Empty(ReadShared());
        await file.AppendAsync(Lines.Of(2), onDisk: false);
        Assert.Equal(Lines.Of(2).ToBytes(), ReadShared());
    }

    [Fact]
    public async Task Writes_nothing_more_if_a_partial_line_cannot_be_removed()
    {
        var disk = new FailingFile(_folder.Journal) { WriteFails = true, TruncationFails = true };
        using var file = Over(disk);
        var error = await Assert.ThrowsAsync<ApiException>(() => file.AppendAsync(Lines.Of(1), onDisk: true));
        disk.WriteFails = disk.TruncationFails = false;
        Assert.Same(error, await Assert.ThrowsAsync<ApiException>(() => file.AppendAsync(Lines.Of(2), onDisk: true)));
        Assert.Equal(Lines.Of(1).ToBytes()[..(Lines.Of(1).ToBytes().Length / 2)], ReadShared());
    }

    [Fact]
    public async Task Dispose_waits_for_the_line_that_is_being_written_and_flushes_it()
    {
        var disk = new FailingFile(_folder.Journal);
        var file = Over(disk);
        disk.Gate.Reset();
        var first = file.AppendAsync(Lines.Of(1), onDisk: false);
        var disposing = Task.Run(file.Dispose, TestContext.Current.CancellationToken);
        Assert.False(disposing.IsCompleted);
        disk.Gate.Set();
        await disposing;
        await first;
        Assert.Equal(1, disk.Flushes);
        Assert.Equal(Lines.Of(1).ToBytes(), Bytes);
        file.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => file.AppendAsync(Lines.Of(2), onDisk: false));
    }

    [Fact]
    public async Task Dispose_closes_the_journal_even_if_the_flush_fails()
    {
        var disk = new FailingFile(_folder.Journal);
        var file = Over(disk);
        await file.AppendAsync(Lines.Of(1), onDisk: true);
        disk.FlushFails = true;
        file.Dispose();
        Assert.Throws<ObjectDisposedException>(() => disk.Position);
    }

    private JournalFile Over(FailingFile disk) => new(_folder.Journal, disk);

    private byte[] ReadShared()
    {
        using var file = new FileStream(_folder.Journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
