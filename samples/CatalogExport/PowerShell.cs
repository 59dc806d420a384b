using System.ComponentModel;
using System.Diagnostics;

namespace TrainingApis.Samples;

/// <summary>Represents a PowerShell 7.4 or later that this machine can start.</summary>
/// <param name="FileName">The program to start.</param>
/// <param name="LeadingArguments">The arguments in front of those for PowerShell.</param>
/// <param name="Version">The version that it reports.</param>
internal sealed record PowerShell(string FileName, IReadOnlyList<string> LeadingArguments, Version Version)
{
    public const string HowToGetIt =
        "PowerShell 7.4 or later was not found: install it (https://aka.ms/powershell) or run 'dotnet tool restore' where the "
            + "PowerShell tool can be downloaded.";

    private static readonly Version Oldest = new(7, 4);

    /// <summary>
    /// Finds PowerShell on the PATH, or else restores the .NET tool that the repository specifies; null if there is neither.
    /// </summary>
    public static PowerShell? Find(string repository)
    {
        if (Ask("pwsh", [], repository) is { } onPath)
        {
            return new PowerShell("pwsh", [], onPath.Version);
        }

        string[] tool = ["tool", "run", "pwsh", "--"];
        if (Run("dotnet", ["tool", "restore"], repository)?.ExitCode != 0 || Ask("dotnet", tool, repository) is not { } restored)
        {
            return null;
        }
        // The tool runs only in the folder of its manifest; the program in it runs in any folder.
        return new PowerShell("dotnet", [Path.Combine(restored.Home, "pwsh.dll")], restored.Version);
    }

    /// <summary>Runs a script text without a profile, with the standard streams of this process.</summary>
    public int Run(string script, string folder)
    {
        using var process = Process.Start(Starting(FileName, [.. LeadingArguments, .. Arguments(script)], folder))!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private static string[] Arguments(string script) => ["-NoProfile", "-NonInteractive", "-Command", script];

    /// <summary>Gets the version and the folder of a PowerShell; null if it does not start, or is too old.</summary>
    private static (Version Version, string Home)? Ask(string fileName, string[] leading, string folder) =>
        Run(fileName, [.. leading, .. Arguments("\"$([version]$PSVersionTable.PSVersion)|$PSHOME\"")], folder) is
        {
            ExitCode: 0,
            Output: var output
        }
        && output.Trim().Split('|') is [var number, var home] && Version.TryParse(number, out var version) && version >= Oldest
            ? (version, home)
            : null;

    private static (int ExitCode, string Output)? Run(string fileName, IEnumerable<string> arguments, string folder)
    {
        var start = Starting(fileName, arguments, folder);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        try
        {
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static ProcessStartInfo Starting(string fileName, IEnumerable<string> arguments, string folder) =>
        new(fileName, arguments) { WorkingDirectory = folder };
}
