using System.Text;
using TrainingApis.HelpGenerator.Output;
using TrainingApis.HelpGenerator.Pages;

namespace TrainingApis.HelpGenerator;

/// <summary>
/// Creates the help file of Get-Help from the pages in docs/. With --check, only checks whether the file is up to date.
/// Exit codes: 0 success, 1 the file is not up to date, 2 a page is invalid.
/// </summary>
internal static class Program
{
    private const string HelpFile = "src/TrainingApis.Cmdlets/en-US/TrainingApis.Cmdlets.dll-Help.xml";

    private static int Main(string[] args)
    {
        if (args is not ([] or ["--check"]))
        {
            Console.Error.WriteLine("Usage: HelpGenerator [--check]");
            return 2;
        }

        try
        {
            var root = FindRoot();
            var help = HelpWriter.Write(ReadPages(Path.Combine(root, "docs")));
            var path = Path.Combine(root, HelpFile);
            return args is [] ? Save(path, help) : Check(path, help);
        }
        catch (PageException error)
        {
            Console.Error.WriteLine(error.Message);
            return 2;
        }
    }

    /// <summary>Reads the pages of the commands: files named Verb-Noun.md, in ordinal order.</summary>
    private static List<Page> ReadPages(string folder) =>
        Directory.EnumerateFiles(folder, "*-*.md").Order(StringComparer.Ordinal).Select(PageReader.Read).ToList();

    private static int Save(string path, string help)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, help, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Console.WriteLine($"{HelpFile} is written.");
        return 0;
    }

    private static int Check(string path, string help)
    {
        if (File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == help)
        {
            return 0;
        }

        Console.Error.WriteLine($"{HelpFile} is not up to date. Run: dotnet run --project tools/HelpGenerator");
        return 1;
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Module.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("There is no Module.sln above " + AppContext.BaseDirectory);
    }
}
