using System.Runtime.InteropServices;

namespace TrainingApis.Cmdlets.Base;

/// <summary>
/// Represents a file that is written in the target folder under a temporary name, and moved to its path when it is complete. If it is
/// disposed before that, it is deleted and an existing file is unchanged. A replaced file keeps its mode and owner, and a link remains a
/// link.
/// </summary>
internal sealed class AtomicFile : IDisposable
{
    private readonly string _path;
    private readonly string _target;
    private readonly string _draft;
    private readonly bool _replace;
    private readonly UnixOwner? _owner;

    private AtomicFile(string path, bool replace, UnixOwner? owner)
    {
        (_path, _replace, _owner, _target) = (path, replace, owner, FindTarget(path) ?? path);
        _draft = Path.Combine(Path.GetDirectoryName(_target)!, $".{Path.GetFileName(_target)}.{Guid.NewGuid():N}.tmp");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        Stream = new FileStream(_draft, options);
    }

    public FileStream Stream { get; }

    /// <summary>Gets the existing file to which a path refers, directly or through links; null if there is none.</summary>
    public static string? FindTarget(string path)
    {
        // For a link, File.Exists is true even if the target does not exist.
        var target = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : null;
        return File.Exists(target) && new FileInfo(target).LinkTarget is null ? target : null;
    }

    /// <summary>Checks whether the file can be written, before any work starts.</summary>
    /// <exception cref="ApiException">The folder does not exist, the path is a folder, or the file cannot be replaced.</exception>
    public static void Check(string path, bool replace)
    {
        if (Directory.Exists(path))
        {
            throw new ApiException(ApiErrorKind.InvalidArgument, $"'{path}' is a folder.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            throw new ApiException(ApiErrorKind.InvalidArgument, $"The folder '{Path.GetDirectoryName(path)}' does not exist.");
        }

        if (!replace && File.Exists(path))
        {
            throw CreateExistsError(path);
        }

        if (FindTarget(path) is { } target)
        {
            Guard(path, () => File.Open(target, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose());
        }
    }

    /// <summary>Creates the temporary file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="replace">Whether an existing file is replaced.</param>
    /// <param name="owner">The owner of the existing file, if the system has owners.</param>
    public static AtomicFile Create(string path, bool replace, UnixOwner? owner = null)
    {
        AtomicFile? file = null;
        Guard(path, () => file = new AtomicFile(path, replace, owner));
        return file!;
    }

    /// <summary>Runs an action and converts errors of the file system.</summary>
    public static void Guard(string path, Action work)
    {
        try
        {
            work();
        }
        catch (Exception error) when (IsFileError(error))
        {
            throw CreateNotWritableError(path, error);
        }
    }

    /// <inheritdoc cref="Guard"/>
    public static async Task GuardAsync(string path, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception error) when (IsFileError(error))
        {
            throw CreateNotWritableError(path, error);
        }
    }

    /// <summary>Moves the complete file to its path.</summary>
    public void Commit() => Guard(_path, () =>
    {
        Stream.Flush(flushToDisk: true);
        if (!_replace && File.Exists(_path))
        {
            throw CreateExistsError(_path);
        }

        if (FindTarget(_target) is null)
        {
            Stream.Dispose();
            File.Move(_draft, _target, _replace);
        }
        else if (OperatingSystem.IsWindows())
        {
            Stream.Dispose();
            File.Replace(_draft, _target, null);
        }
        else if (_owner is null || _owner.TryApply(_draft))
        {
            Stream.Dispose();
            File.SetUnixFileMode(_draft, File.GetUnixFileMode(_target));
            File.Move(_draft, _target, overwrite: true);
        }
        else
        {
            // Only an administrator can change the owner of a file. To keep the owner, the complete content is copied into the existing
            // file.
            using var target = new FileStream(_target, FileMode.Open, FileAccess.Write, FileShare.None);
            Stream.Position = 0;
            Stream.CopyTo(target);
            target.SetLength(Stream.Length);
            target.Flush(flushToDisk: true);
        }
    });

    public void Dispose()
    {
        try
        {
            Stream.Dispose();
        }
        catch (IOException)
        {
            // Data that could not be written is deleted with the file.
        }

        Guard(_path, () => File.Delete(_draft));
    }

    private static bool IsFileError(Exception error) => error is IOException or UnauthorizedAccessException;

    private static ApiException CreateExistsError(string path) =>
        new(ApiErrorKind.FileExists, $"The file '{path}' exists. Add -Force to replace it.");

    private static ApiException CreateNotWritableError(string path, Exception error) =>
        new(ApiErrorKind.FileNotWritable, $"The file '{path}' cannot be written: {error.Message}", error);
}

/// <summary>Represents the owner and the group of a file on Unix.</summary>
internal class UnixOwner(uint user, uint group)
{
    /// <summary>Gets the owner of an existing file; null on Windows, or if there is no file.</summary>
    public static UnixOwner? Of(PSCmdlet cmdlet, string path)
    {
        if (OperatingSystem.IsWindows() || AtomicFile.FindTarget(path) is not { } target)
        {
            return null;
        }

        // .NET provides the mode of a file but not its owner. PowerShell adds the owner to the items of its provider.
        var file = cmdlet.InvokeProvider.Item.Get([target], force: true, literalPath: true)[0];
        return file.Properties["UnixStat"]?.Value is { } stat && PSObject.AsPSObject(stat) is var values
            && values.Properties["UserId"]?.Value is int user && values.Properties["GroupId"]?.Value is int group
                ? new UnixOwner((uint)user, (uint)group)
                : null;
    }

    /// <summary>Changes the owner of a file to this owner. Returns false if this is not permitted.</summary>
    public virtual bool TryApply(string path) => ChangeOwner(path, user, group) == 0;

    [DllImport("libc", EntryPoint = "chown", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int ChangeOwner([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint user, uint group);
}
