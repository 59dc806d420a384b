namespace TrainingApis.Samples;

/// <summary>Provides the paths of a checkout.</summary>
internal static class Repository
{
    /// <summary>Gets the folder of Module.sln, which contains this program.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Gets the folder in which the build creates the module.</summary>
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
