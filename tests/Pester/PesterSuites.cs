using System.Diagnostics;
using TrainingApis.Samples;
using Xunit;

namespace TrainingApis.Tests;

/// <summary>Runs each Pester file in a PowerShell of its own. A file is a test; its name is the file's.</summary>
public sealed class PesterSuites(ITestOutputHelper output)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Pester");
    private static readonly Lazy<PowerShell?> Found = new(() => PowerShell.Find(Repository.Root));
    private static readonly Lazy<bool> HasPester = new(() =>
        Found.Value!.Run("exit [int](-not (Get-Module -ListAvailable Pester | Where-Object Version -ge 5.5.0))", Repository.Root) == 0);

    public static TheoryData<string> Files => new(
        Directory.EnumerateFiles(Folder, "*.Tests.ps1", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Suite(string file)
    {
        if (Found.Value is not { } powerShell)
        {
            Assert.Skip(PowerShell.HowToGetIt);
            return;
        }

        if (!HasPester.Value) Assert.Skip("Pester 5.5 or later is not on PowerShell's module path: Install-PSResource Pester.");
        (int exitCode, string text) = await RunAsync(powerShell, file);
        output.WriteLine(text);
        Assert.True(exitCode == 0, text);
    }

    private static async Task<(int ExitCode, string Text)> RunAsync(PowerShell powerShell, string file)
    {
        var start = new ProcessStartInfo(powerShell.FileName, [
            .. powerShell.LeadingArguments, "-NoProfile", "-NonInteractive", "-File",
            Path.Combine(Folder, "Support", "Invoke-Suite.ps1"), "-Path", Path.Combine(Folder, file)])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        using var tooLong = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        Task<string> text = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        try { await process.WaitForExitAsync(tooLong.Token); }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"{file} did not end within ten minutes.\n{await text}\n{await errors}");
        }

        return (process.ExitCode, (await text) + (await errors));
    }
}
