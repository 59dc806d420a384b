using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TrainingApis.Cmdlets.Journal;

/// <summary>
/// Opens a file for one writer and any number of readers. The lock applies to the file and not to one of its names, so that it also
/// excludes a run that uses a symbolic or hard link.
/// </summary>
internal static class FileLock
{
    private const int Shared = 1;
    private const int NonBlocking = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>
    /// Opens an existing file, or creates it with access for its owner only, and locks it. A file is not created through a link.
    /// </summary>
    /// <exception cref="IOException">The file cannot be opened. <see cref="IsLocked"/> determines whether another process has locked
    /// it.</exception>
    public static FileStream OpenOrCreate(string path)
    {
        while (true)
        {
            try
            {
                return Open(path, FileMode.Open);
            }
            catch (FileNotFoundException)
            {
                if (new FileInfo(path).LinkTarget is { } target)
                {
                    throw new IOException($"it is a link to '{target}', which does not exist.");
                }
            }

            try
            {
                return Open(path, FileMode.CreateNew);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another run has created the file in the meantime.
            }
        }
    }

    /// <summary>Gets whether a file could not be opened because another process or run has it open.</summary>
    public static bool IsLocked(IOException error) => error.HResult is
        unchecked((int)0x80070020) or unchecked((int)0x80070021) // Windows: sharing violation, lock violation
        or 11 or 35; // EWOULDBLOCK: Linux, macOS

    /// <summary>Calls a function again for a limited time while the file is locked.</summary>
    public static T Retry<T>(TimeSpan limit, Func<T> open)
    {
        for (var clock = Stopwatch.StartNew(); ; Thread.Sleep(Pause))
        {
            try
            {
                return open();
            }
            catch (IOException error) when (IsLocked(error) && clock.Elapsed < limit)
            {
                // A reader locks the file for a short time.
            }
        }
    }

    private static FileStream Open(string path, FileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            return new FileStream(path, mode, FileAccess.ReadWrite, FileShare.Read, bufferSize: 1);
        }

        // FileShare.None takes an exclusive lock, which excludes all readers. A shared lock still excludes other writers, because each of
        // them requests an exclusive lock first.
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 1 };
        if (mode == FileMode.CreateNew)
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(path, options);
        if (flock(file.SafeFileHandle, Shared | NonBlocking) == 0)
        {
            return file;
        }

        var code = Marshal.GetLastPInvokeError();
        file.Dispose();
        throw new IOException($"the file lock cannot be shared (error {code}).", code);
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int flock(SafeFileHandle file, int operation);
}
