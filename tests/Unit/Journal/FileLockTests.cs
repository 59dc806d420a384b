using System.Diagnostics;
using System.Runtime.InteropServices;
using TrainingApis.Cmdlets.Journal;
using Xunit;

namespace TrainingApis.Tests.Unit.Journal;

/// <summary>Tests the lock of the journal, which belongs to the file and not to the path.</summary>
public sealed class FileLockTests : IDisposable
{
    private const int Rounds = 20_000;
    private const string ContenderPath = "TRAININGAPIS_LOCK_CONTENDER";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_locked_through_a_symbolic_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Symbolic links need a privilege on Windows.");
        var link = Path.Combine(_folder.Path, "link.jsonl");
        File.CreateSymbolicLink(link, _folder.Write([]));
        AssertExclusive(_folder.Journal, link);
        AssertExclusive(link, _folder.Journal);
    }

    [Fact]
    public void A_file_is_locked_through_a_hard_link()
    {
        var link = Path.Combine(_folder.Path, "link.jsonl");
        Assert.True(CreateHardLink(link, _folder.Write([])));
        AssertExclusive(_folder.Journal, link);
        AssertExclusive(link, _folder.Journal);
    }

    [Fact]
    public void A_file_is_locked_through_another_path()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "sub"));
        AssertExclusive(_folder.Write([]), Path.Combine(folder.FullName, "..", "run.jsonl"));
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Symbolic links need a privilege on Windows.");
        var link = Path.Combine(_folder.Path, "folder");
        Directory.CreateSymbolicLink(link, _folder.Path);
        AssertExclusive(_folder.Journal, Path.Combine(link, "run.jsonl"));
    }

    [Fact]
    public async Task A_locked_journal_can_be_read_and_reading_does_not_unlock_it()
    {
        using var writer = JournalFile.Open(_folder.Journal, out _);
        await writer.AppendAsync(Lines.Of(1), onDisk: false);
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal([Lines.Of(1)], JournalReader.Read(_folder.Journal));
            AssertLocked(_folder.Journal);
        }

        Assert.Equal(Lines.Of(1).ToBytes(), ReadAllBytes());
        AssertLocked(_folder.Journal);
    }

    [Fact]
    public void Rejects_a_link_to_a_file_that_does_not_exist_and_creates_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Symbolic links need a privilege on Windows.");
        var target = Path.Combine(_folder.Path, "target.jsonl");
        File.CreateSymbolicLink(_folder.Journal, target);
        var error = Assert.Throws<IOException>(() => FileLock.OpenOrCreate(_folder.Journal));
        Assert.Equal($"it is a link to '{target}', which does not exist.", error.Message);
        Assert.False(FileLock.IsLocked(error));
        var refused = Assert.Throws<ApiException>(() => JournalFile.Open(_folder.Journal, out _));
        Assert.Equal(ApiErrorKind.JournalNotWritable, refused.Kind);
        Assert.Equal($"The journal '{_folder.Journal}' cannot be written, so nothing was sent: {error.Message}", refused.Message);
        Assert.Equal(["run.jsonl"], _folder.Names);
    }

    [Fact]
    public void Follows_a_link_to_an_existing_journal()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Symbolic links need a privilege on Windows.");
        var link = Path.Combine(_folder.Path, "link.jsonl");
        File.CreateSymbolicLink(link, _folder.Write(Lines.Of(1).ToBytes()));
        using var file = JournalFile.Open(link, out var lines);
        Assert.Equal([Lines.Of(1)], lines);
    }

    [Fact]
    public void A_new_file_is_for_its_owner_only_and_an_existing_one_keeps_its_mode()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        JournalFile.Open(_folder.Journal, out _).Dispose();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.Journal));
        var shared = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        File.SetUnixFileMode(_folder.Journal, shared);
        JournalFile.Open(_folder.Journal, out _).Dispose();
        Assert.Equal(shared, File.GetUnixFileMode(_folder.Journal));
    }

    [Fact]
    public void A_pipe_is_not_a_journal()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in folders.");
        Assert.Equal(0, mkfifo(_folder.Journal, 384));
        var error = Assert.Throws<ApiException>(() => JournalFile.Open(_folder.Journal, out _));
        Assert.Equal(ApiErrorKind.JournalNotWritable, error.Kind);
        Assert.EndsWith("it is not a regular file.", error.Message);
    }

    [Fact]
    public async Task Exactly_one_of_many_callers_creates_a_new_file()
    {
        for (var round = 0; round < 500; round++)
        {
            var path = Path.Combine(_folder.Path, $"{round}.jsonl");
            using var start = new Barrier(4);
            var files = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                () => TryOpen(path, start), default, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
            Assert.InRange(files.Count(file => file is not null), 0, 1);
            Array.ForEach(files, file => file?.Dispose());
            FileLock.OpenOrCreate(path).Dispose();
        }
    }

    [Fact]
    public async Task Two_processes_exclude_each_other_and_get_no_other_error()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(FileLockTests).Assembly.Location);
        }

        string[] arguments = ["-explicit", "only", "-method", $"{typeof(FileLockTests).FullName}.{nameof(Contend)}"];
        Array.ForEach(arguments, start.ArgumentList.Add);
        start.Environment[ContenderPath] = _folder.Journal;
        using var other = Process.Start(start)!;
        var output = other.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var refused = OpenManyTimes(_folder.Journal);
        await other.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(other.ExitCode == 0, await output);
        Assert.Matches("Total: 1, Errors: 0, Failed: 0", await output);
        TestContext.Current.SendDiagnosticMessage($"{refused} of {Rounds} opens found the file locked");
        FileLock.OpenOrCreate(_folder.Journal).Dispose();
    }

    /// <summary>Runs in the second process of the previous test.</summary>
    [Fact(Explicit = true)]
    public void Contend() => OpenManyTimes(Environment.GetEnvironmentVariable(ContenderPath)!);

    /// <summary>Opens the file many times. No other process writes it while it is open.</summary>
    private static int OpenManyTimes(string path)
    {
        var refused = 0;
        var own = BitConverter.GetBytes(Environment.ProcessId);
        var read = new byte[own.Length];
        for (var round = 0; round < Rounds; round++)
        {
            try
            {
                using var file = FileLock.OpenOrCreate(path);
                file.Write(own);
                Thread.SpinWait(round % 500);
                file.Position = 0;
                file.ReadExactly(read);
                Assert.Equal(own, read);
            }
            catch (IOException error)
            {
                Assert.True(FileLock.IsLocked(error), $"{error.HResult} {error.Message}");
                refused++;
            }
        }

        return refused;
    }

    private static FileStream? TryOpen(string path, Barrier start)
    {
        start.SignalAndWait();
        try
        {
            return FileLock.OpenOrCreate(path);
        }
        catch (IOException error) when (FileLock.IsLocked(error))
        {
            return null;
        }
    }

    private static void AssertExclusive(string first, string second)
    {
        using (var held = JournalFile.Open(first, out _))
        {
            AssertLocked(second);
            Assert.Equal(ApiErrorKind.JournalInUse, Assert.Throws<ApiException>(() => JournalFile.Open(second, out _)).Kind);
        }

        FileLock.OpenOrCreate(second).Dispose();
    }

    private static void AssertLocked(string path) =>
        Assert.True(FileLock.IsLocked(Assert.ThrowsAny<IOException>(() => FileLock.OpenOrCreate(path))));

    private byte[] ReadAllBytes()
    {
        using var file = new FileStream(_folder.Journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static bool CreateHardLink(string path, string existing) =>
        OperatingSystem.IsWindows() ? CreateHardLinkW(path, existing, 0) : link(existing, path) == 0;

    [DllImport("libc", CharSet = CharSet.Ansi)]
    private static extern int link(string existing, string path);

    [DllImport("libc", CharSet = CharSet.Ansi)]
    private static extern int mkfifo(string path, uint mode);

    [DllImport("kernel32", CharSet = CharSet.Unicode)]
    private static extern bool CreateHardLinkW(string path, string existing, nint attributes);
}
