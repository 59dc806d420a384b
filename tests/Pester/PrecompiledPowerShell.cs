using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using TrainingApis.Samples;

namespace TrainingApis.Tests;

/// <summary>
/// Provides a precompiled copy of the PowerShell tool. The tool contains IL only, and the suites start hundreds of processes.
/// </summary>
internal static class PrecompiledPowerShell
{
    private static readonly string[] Compiled = ["pwsh.dll", "System.Management.Automation.dll", "Microsoft.PowerShell.*.dll"];

    /// <summary>Gets the copy, which is created on first use; the tool itself if the compiler of the SDK is not available.</summary>
    public static PowerShell Of(PowerShell tool)
    {
        if (tool.LeadingArguments is not [var program] || Compiler() is not { } compiler)
        {
            return tool; // PowerShell was found on the PATH.
        }

        var source = Path.GetDirectoryName(program)!;
        var copy = Path.Combine(Repository.Root, "out", $"pwsh-{tool.Version}");
        var done = Path.Combine(copy, ".complete");
        if (!File.Exists(done))
        {
            Copy(source, copy);
            var files = Compiled.SelectMany(pattern => Directory.EnumerateFiles(source, pattern));
            Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = 2 }, file => Compile(compiler, file, copy));
            File.WriteAllText(done, string.Empty);
        }

        return tool with { LeadingArguments = [Path.Combine(copy, Path.GetFileName(program))] };
    }

    private static string? Compiler()
    {
        var packages = typeof(PrecompiledPowerShell).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(data => data.Key == "NuGetPackageRoot").Value!;
        var family = Path.Combine(packages, $"microsoft.netcore.app.crossgen2.{RuntimeInformation.RuntimeIdentifier}");
        var name = OperatingSystem.IsWindows() ? "crossgen2.exe" : "crossgen2";
        return Directory.Exists(family)
            ? Directory.EnumerateFiles(family, name, SearchOption.AllDirectories).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
    }

    private static void Copy(string source, string target)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }

    /// <summary>Compiles one file. If this fails, the copy keeps the IL.</summary>
    private static void Compile(string compiler, string file, string target)
    {
        var result = Path.Combine(target, Path.GetFileName(file) + ".r2r");
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var start = new ProcessStartInfo(compiler, [file, "-O", "-o", result, "-r", Path.Combine(framework, "*.dll"),
            "-r", Path.Combine(Path.GetDirectoryName(file)!, "*.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode == 0)
        {
            File.Move(result, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
        }
    }
}
