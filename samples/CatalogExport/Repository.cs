namespace TrainingApis.Samples;

/// <summary>Where things lie in a checkout.</summary>
internal static class Repository
{
    /// <summary>The folder of Module.sln above this program.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The module as the build lays it.</summary>
    public static string Module { get; } = Path.Combine(Root, "out", "TrainingApis");

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
