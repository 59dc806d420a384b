using System.ComponentModel;
using System.Diagnostics;

namespace TrainingApis.Samples;

/// <summary>A PowerShell 7.4 or later that this machine can start.</summary>
/// <param name="FileName">What to start.</param>
/// <param name="LeadingArguments">What comes before PowerShell's own arguments.</param>
/// <param name="Version">The version that it reports.</param>
internal sealed record PowerShell(string FileName, IReadOnlyList<string> LeadingArguments, Version Version)
{
    public const string HowToGetIt =
        "PowerShell 7.4 or later was not found: install it (https://aka.ms/powershell) or run 'dotnet tool restore' where the "
            + "PowerShell tool can be downloaded.";

    private static readonly Version Oldest = new(7, 4);

    /// <summary>The one on the PATH; else the .NET tool that the repository pins, restored if need be; else null.</summary>
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
        // The tool runs in the folder of its manifest only; the program that it is runs anywhere.
        return new PowerShell("dotnet", [Path.Combine(restored.Home, "pwsh.dll")], restored.Version);
    }

    /// <summary>Runs a script text without a profile; its output goes where ours goes.</summary>
    public int Run(string script, string folder)
    {
        using var process = Process.Start(Starting(FileName, [.. LeadingArguments, .. Arguments(script)], folder))!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private static string[] Arguments(string script) => ["-NoProfile", "-NonInteractive", "-Command", script];

    /// <summary>What version it is, and the folder that it lives in; null where it does not start, or is too old.</summary>
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
