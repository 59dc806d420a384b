using System.Diagnostics;
using TrainingApis.Samples;

namespace TrainingApis.Tests;

/// <summary>Represents a run of Pester files in one PowerShell process, and the output of each file.</summary>
internal sealed class SuiteRun
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(12);

    private readonly string _folder;
    private readonly string _output;
    private readonly string _errors;

    private SuiteRun(string folder, string output, string errors) => (_folder, _output, _errors) = (folder, output, errors);

    public static async Task<SuiteRun> StartAsync(PowerShell powerShell, string folder, IEnumerable<string> files)
    {
        var start = new ProcessStartInfo(powerShell.FileName, [
            .. powerShell.LeadingArguments, "-NoProfile", "-NonInteractive", "-File", Path.Combine(folder, "Support", "Invoke-Suite.ps1"),
            .. files.Select(file => Path.Combine(folder, file))])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var tooLong = new CancellationTokenSource(Longest);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync(tooLong.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return new SuiteRun(folder, await output, $"PowerShell did not end within {Longest.TotalMinutes} minutes.\n{await errors}");
        }

        return new SuiteRun(folder, await output, await errors);
    }

    /// <summary>
    /// Gets whether all tests of the file passed, and the output: the failed tests and their reasons, or everything if the file did not
    /// end.
    /// </summary>
    public (bool Passed, string Text) Of(string file)
    {
        var mark = $"=== {Path.Combine(_folder, file)}: ";
        var at = _output.IndexOf(mark, StringComparison.Ordinal);
        if (at < 0)
        {
            return (false, $"{file} did not come to its end.\n{_output}{_errors}");
        }

        var said = _output[(at + mark.Length)..];
        var end = said.IndexOf("\nPester v", StringComparison.Ordinal); // The output of the next file begins here.
        return (said.StartsWith("passed", StringComparison.Ordinal), (end < 0 ? said : said[..end]) + _errors);
    }
}
