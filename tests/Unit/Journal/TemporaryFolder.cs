namespace TrainingApis.Tests.Unit.Journal;

/// <summary>Represents a temporary folder, deleted at the end of the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("journal-");

    public string Path => _folder.FullName;

    public string Journal => System.IO.Path.Combine(_folder.FullName, "run.jsonl");

    public string[] Names => [.. _folder.EnumerateFileSystemInfos().Select(file => file.Name).Order(StringComparer.Ordinal)];

    public string Write(params byte[][] parts)
    {
        File.WriteAllBytes(Journal, [.. parts.SelectMany(part => part)]);
        return Journal;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
