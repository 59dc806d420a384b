namespace TrainingApis.Cmdlets.Base;

/// <summary>
/// A file that appears whole or not at all: it is written beside its place, under a name of its own, and moved there at the end.
/// Disposed before that, it leaves nothing behind, and an older file as it was.
/// </summary>
internal sealed class AtomicFile : IDisposable
{
    private readonly string _path;
    private readonly string _draft;
    private readonly bool _replace;

    private AtomicFile(string path, bool replace)
    {
        (_path, _replace) = (path, replace);
        _draft = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        Stream = new FileStream(_draft, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    public FileStream Stream { get; }

    /// <summary>Says what stands in the way, before any work is done for it.</summary>
    /// <exception cref="ApiException">No folder, a folder of that name, a file that may not be replaced or is in use.</exception>
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

        if (!File.Exists(path))
        {
            return;
        }

        if (!replace)
        {
            throw Exists(path);
        }

        Guard(path, () => File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose());
    }

    public static AtomicFile Create(string path, bool replace)
    {
        AtomicFile? file = null;
        Guard(path, () => file = new AtomicFile(path, replace));
        return file!;
    }

    /// <summary>Turns what the file system says into an error of this module.</summary>
    public static void Guard(string path, Action work)
    {
        try
        {
            work();
        }
        catch (Exception error) when (IsFileError(error))
        {
            throw NotWritable(path, error);
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
            throw NotWritable(path, error);
        }
    }

    /// <summary>Moves the file to its place.</summary>
    public void Commit() => Guard(_path, () =>
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        if (!_replace && File.Exists(_path))
        {
            throw Exists(_path);
        }

        File.Move(_draft, _path, _replace);
    });

    public void Dispose()
    {
        try
        {
            Stream.Dispose();
        }
        catch (IOException)
        {
            // What could not be written any more is thrown away with the rest.
        }

        Guard(_path, () => File.Delete(_draft));
    }

    private static bool IsFileError(Exception error) => error is IOException or UnauthorizedAccessException;

    private static ApiException Exists(string path) =>
        new(ApiErrorKind.FileExists, $"The file '{path}' exists already; -Force replaces it.");

    private static ApiException NotWritable(string path, Exception error) =>
        new(ApiErrorKind.FileNotWritable, $"The file '{path}' cannot be written: {error.Message}", error);
}
