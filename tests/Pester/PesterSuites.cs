using System.Collections.Concurrent;
using TrainingApis.Samples;
using Xunit;

namespace TrainingApis.Tests;

/// <summary>
/// Runs the Pester files. A file is a test; its name is the file's. The suites of one API share a PowerShell, one after the other;
/// those of the module as a whole have one each, since some of them are about what a fresh process does.
/// </summary>
public sealed class PesterSuites
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Pester");
    private static readonly Lazy<PowerShell?> Found = new(() => PowerShell.Find(Repository.Root));
    private static readonly ConcurrentDictionary<string, Lazy<Task<SuiteRun>>> Runs = new();

    private static readonly string[] AllFiles = Directory.EnumerateFiles(Folder, "*.Tests.ps1", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)
        .ToArray();

    public static TheoryData<string> Files => new(AllFiles);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Suite(string file)
    {
        if (Found.Value is not { } powerShell)
        {
            Assert.Skip(PowerShell.HowToGetIt);
            return;
        }

        var api = file.Split('/')[0];
        var shared = api == "Module" ? file : api;
        var run = await Runs.GetOrAdd(shared, _ =>
            new(() => SuiteRun.StartAsync(powerShell, Folder,
            AllFiles.Where(other => other.StartsWith(shared, StringComparison.Ordinal))))).Value;
        (var passed, var text) = run.Of(file);
        Assert.True(passed, text);
    }
}
