using TrainingApis.Cmdlets.Base;
using TrainingApis.Tests.Unit.Journal;
using Xunit;

namespace TrainingApis.Tests.Unit.Changes;

/// <summary>Tests that a file is written completely or not at all.</summary>
public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "file.xlsx");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Commit_creates_the_file()
    {
        using (var file = AtomicFile.Create(File, replace: false))
        {
            file.Stream.Write("content"u8);
            Assert.False(System.IO.File.Exists(File));
            file.Commit();
            Assert.Equal("content", System.IO.File.ReadAllText(File));
        }

        Assert.Equal(["file.xlsx"], _folder.Names);
    }

    [Fact]
    public void Without_Commit_no_file_is_created_and_an_existing_file_is_kept()
    {
        using (var file = AtomicFile.Create(File, replace: true))
        {
            file.Stream.Write("content"u8);
        }

        Assert.Empty(_folder.Names);
        System.IO.File.WriteAllText(File, "older");
        using (var file = AtomicFile.Create(File, replace: true))
        {
            file.Stream.Write("content"u8);
            Assert.Equal("older", System.IO.File.ReadAllText(File));
        }

        Assert.Equal(["file.xlsx"], _folder.Names);
        Assert.Equal("older", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void Commit_replaces_an_existing_file_only_if_allowed()
    {
        System.IO.File.WriteAllText(File, "older");
        using (var file = AtomicFile.Create(File, replace: true))
        {
            file.Stream.Write("newer"u8);
            file.Commit();
        }

        Assert.Equal("newer", System.IO.File.ReadAllText(File));
        using (var file = AtomicFile.Create(File, replace: false))
        {
            file.Stream.Write("newest"u8);
            Assert.Equal(ApiErrorKind.FileExists, Assert.Throws<ApiException>(file.Commit).Kind);
        }

        Assert.Equal(["file.xlsx"], _folder.Names);
        Assert.Equal("newer", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void Check_throws_if_the_file_cannot_be_written()
    {
        AtomicFile.Check(File, replace: false);
        Assert.Empty(_folder.Names);
        System.IO.File.WriteAllText(File, "older");
        AtomicFile.Check(File, replace: true);
        Assert.Equal(ApiErrorKind.FileExists, KindOf(() => AtomicFile.Check(File, replace: false)));
        Assert.Equal(ApiErrorKind.InvalidArgument, KindOf(() => AtomicFile.Check(_folder.Path, replace: true)));
        Assert.Equal(ApiErrorKind.InvalidArgument, KindOf(() => AtomicFile.Check(Path.Combine(_folder.Path, "none", "x"), replace: true)));
        using (new FileStream(File, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal(ApiErrorKind.FileNotWritable, KindOf(() => AtomicFile.Check(File, replace: true)));
        }

        Assert.Equal("older", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public async Task Maps_only_file_system_errors_to_FileNotWritable()
    {
        var none = Path.Combine(_folder.Path, "none", "x");
        Assert.Equal(ApiErrorKind.FileNotWritable, KindOf(() => AtomicFile.Create(none, replace: true)));
        Assert.Equal(ApiErrorKind.FileNotWritable, KindOf(() => AtomicFile.Guard(File, () => throw new UnauthorizedAccessException())));
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Guard(File, () => throw new InvalidOperationException()));
        var error = await Assert.ThrowsAsync<ApiException>(() => AtomicFile.GuardAsync(File, () => throw new IOException("Disk full.")));
        Assert.Equal(ApiErrorKind.FileNotWritable, error.Kind);
        Assert.Equal($"The file '{File}' cannot be written: Disk full.", error.Message);
        await Assert.ThrowsAsync<NotSupportedException>(() => AtomicFile.GuardAsync(File, () => throw new NotSupportedException()));
    }

    private static ApiErrorKind KindOf(Action action) => Assert.Throws<ApiException>(action).Kind;
}
