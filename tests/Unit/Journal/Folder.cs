namespace TrainingApis.Tests.Unit.Journal;

/// <summary>A folder of a test's own.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("journal-");

    public string Journal => Path.Combine(_folder.FullName, "run.jsonl");

    public string[] Names => [.. _folder.EnumerateFileSystemInfos().Select(file => file.Name).Order(StringComparer.Ordinal)];

    public string Write(params byte[][] parts)
    {
        File.WriteAllBytes(Journal, [.. parts.SelectMany(part => part)]);
        return Journal;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
