namespace TrainingApis.Tests.Unit;

/// <summary>Provides the documented examples of the vendors as bytes.</summary>
internal static class Data
{
    public static byte[] Read(string name)
    {
        using var stream = typeof(Data).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
