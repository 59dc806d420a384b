using System.Runtime.InteropServices;
using System.Text;
using TrainingApis.Cmdlets.Base;
using Xunit;

namespace TrainingApis.Tests.Unit.Workbook;

public sealed class AtomicFileTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string File => Path.Combine(_folder.FullName, "book.xlsx");

    private string[] Names => [.. _folder.GetFileSystemInfos().Select(file => file.Name).Order()];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_new_file_is_for_its_owner_only()
    {
        Write("new", replace: false);
        Assert.Equal(("new", OwnerOnly), (System.IO.File.ReadAllText(File), Mode(File)));
        Assert.Equal(["book.xlsx"], Names);
    }

    [Fact]
    public void An_existing_file_keeps_its_mode()
    {
        System.IO.File.WriteAllText(File, "what was there before");
        SetMode(File, OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        Write("new", replace: true);
        Assert.Equal(("new", OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead), (System.IO.File.ReadAllText(File), Mode(File)));
    }

    [Fact]
    public void Keeps_a_link_and_replaces_its_target()
    {
        var target = Path.Combine(_folder.CreateSubdirectory("elsewhere").FullName, "real.xlsx");
        System.IO.File.WriteAllText(target, "what was there before");
        System.IO.File.CreateSymbolicLink(File, target);
        Write("new", replace: true);
        Assert.Equal((target, "new"), (new FileInfo(File).LinkTarget, System.IO.File.ReadAllText(target)));
        Assert.Equal("real.xlsx", Assert.Single(new FileInfo(target).Directory!.GetFiles()).Name);
    }

    [Fact]
    public void Does_not_follow_a_link_to_a_file_that_does_not_exist()
    {
        var target = Path.Combine(_folder.FullName, "elsewhere.xlsx");
        System.IO.File.CreateSymbolicLink(File, target);
        Assert.Equal(ApiErrorKind.FileExists, Assert.Throws<ApiException>(() => AtomicFile.Check(File, replace: false)).Kind);
        AtomicFile.Check(File, replace: true);
        Write("new", replace: true);
        Assert.Equal((null, "new"), (new FileInfo(File).LinkTarget, System.IO.File.ReadAllText(File)));
        Assert.Equal(["book.xlsx"], Names);
    }

    [Theory]
    [InlineData("a shorter text than the one before")]
    [InlineData("n")]
    public void Overwrites_the_existing_file_if_its_owner_cannot_be_set(string text)
    {
        System.IO.File.WriteAllText(File, "what was there before, which is quite long");
        var second = Path.Combine(_folder.FullName, "second name of the file");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no owners of this kind.");
        Assert.Equal(0, CreateHardLink(File, second));
        Write(text, replace: true, new ForeignOwner());
        Assert.Equal((text, text), (System.IO.File.ReadAllText(File), System.IO.File.ReadAllText(second)));
        Assert.Equal(["book.xlsx", "second name of the file"], Names);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Leaves_no_file_without_Commit(bool exists)
    {
        if (exists)
        {
            System.IO.File.WriteAllText(File, "before");
        }

        using (var file = AtomicFile.Create(File, replace: true))
        {
            file.Stream.Write("new"u8);
            Assert.Equal(exists ? 2 : 1, Names.Length);
            Assert.Equal(OwnerOnly, Mode(file.Stream.Name));
        }

        Assert.Equal(exists ? ["book.xlsx"] : [], Names);
        Assert.Equal(exists ? "before" : null, exists ? System.IO.File.ReadAllText(File) : null);
    }

    [Fact]
    public void Does_not_replace_a_file_that_was_created_meanwhile()
    {
        using (var file = AtomicFile.Create(File, replace: false))
        {
            System.IO.File.WriteAllText(File, "another's");
            Assert.Equal(ApiErrorKind.FileExists, Assert.Throws<ApiException>(file.Commit).Kind);
        }

        Assert.Equal("another's", System.IO.File.ReadAllText(File));
        Assert.Equal(["book.xlsx"], Names);
    }

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? OwnerOnly : System.IO.File.GetUnixFileMode(path);

    private static void SetMode(string path, UnixFileMode mode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(path, mode);
        }
    }

    private void Write(string text, bool replace, UnixOwner? owner = null)
    {
        using var file = AtomicFile.Create(File, replace, owner);
        file.Stream.Write(Encoding.UTF8.GetBytes(text));
        file.Commit();
    }

    [DllImport("libc", EntryPoint = "link")]
    private static extern int CreateHardLink(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string path, [MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    private sealed class ForeignOwner() : UnixOwner(0, 0)
    {
        public override bool TryApply(string path) => false;
    }
}
