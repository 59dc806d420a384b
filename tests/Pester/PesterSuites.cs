using TrainingApis.Samples;
using Xunit;

namespace TrainingApis.Tests;

/// <summary>
/// Runs the Pester files. Each file is a test. The files of one API share one PowerShell process. Files about the whole module have a
/// process each, because some of them test a new process. Two processes run at a time.
/// </summary>
public sealed class PesterSuites
{
    private const int Processes = 2;

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Pester");
    private static readonly SemaphoreSlim Slots = new(Processes);
    private static readonly Lazy<PowerShell?> Found = new(() => PowerShell.Find(Repository.Root) is { } found
        ? PrecompiledPowerShell.Of(found)
        : null);

    private static readonly string[] AllFiles = Directory.EnumerateFiles(Folder, "*.Tests.ps1", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)
        .ToArray();

    // The first test starts all runs, so that the second process is always in use.
    // The longest runs, which have several files, start first, so that the last one to end is a short one.
    private static readonly Lazy<Dictionary<string, Task<SuiteRun>>> Runs = new(() => AllFiles.GroupBy(ProcessOf)
        .OrderByDescending(group => group.Count())
        .ToDictionary(group => group.Key, group => RunAsync([.. group])));

    public static TheoryData<string> Files => new(AllFiles);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Suite(string file)
    {
        if (Found.Value is null)
        {
            Assert.Skip(PowerShell.HowToGetIt);
            return;
        }

        var run = await Runs.Value[ProcessOf(file)];
        (var passed, var text) = run.Of(file);
        Assert.True(passed, text);
    }

    private static string ProcessOf(string file) => file.StartsWith("Module/", StringComparison.Ordinal) ? file : file.Split('/')[0];

    private static async Task<SuiteRun> RunAsync(string[] files)
    {
        await Slots.WaitAsync();
        try
        {
            return await SuiteRun.StartAsync(Found.Value!, Folder, files);
        }
        finally
        {
            Slots.Release();
        }
    }
}
