using System.ComponentModel;
using System.Diagnostics;

namespace TrainingApis.Samples;

/// <summary>A PowerShell 7.4 or later that this machine can start.</summary>
/// <param name="FileName">What to start.</param>
/// <param name="LeadingArguments">What comes before PowerShell's own arguments.</param>
/// <param name="Version">What it says its version is.</param>
internal sealed record PowerShell(string FileName, IReadOnlyList<string> LeadingArguments, Version Version)
{
    public const string HowToGetIt =
        "PowerShell 7.4 or later was not found: install it (https://aka.ms/powershell) or run 'dotnet tool restore' where the PowerShell tool can be downloaded.";

    private static readonly Version Oldest = new(7, 4);

    /// <summary>The one on the PATH; else the .NET tool that the repository pins, restored if need be; else null.</summary>
    public static PowerShell? Find(string repository)
    {
        if (Ask("pwsh", [], repository) is { } onPath) return onPath;
        string[] tool = ["tool", "run", "pwsh", "--"];
        if (Ask("dotnet", tool, repository) is { } restored) return restored;
        return Run("dotnet", ["tool", "restore"], repository)?.ExitCode == 0 ? Ask("dotnet", tool, repository) : null;
    }

    /// <summary>Runs a script text without a profile; its output goes where ours goes.</summary>
    public int Run(string script, string folder)
    {
        using Process process = Process.Start(Starting(FileName, [.. LeadingArguments, .. Arguments(script)], folder))!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private static string[] Arguments(string script) => ["-NoProfile", "-NonInteractive", "-Command", script];

    private static PowerShell? Ask(string fileName, string[] leading, string folder) =>
        Run(fileName, [.. leading, .. Arguments("[string][version]$PSVersionTable.PSVersion")], folder) is { ExitCode: 0, Output: var output }
        && Version.TryParse(output.Trim(), out Version? version) && version >= Oldest
            ? new PowerShell(fileName, leading, version)
            : null;

    private static (int ExitCode, string Output)? Run(string fileName, IEnumerable<string> arguments, string folder)
    {
        ProcessStartInfo start = Starting(fileName, arguments, folder);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        try
        {
            using Process process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            string output = process.StandardOutput.ReadToEnd();
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
