namespace TrainingApis.Sandbox.Cegos;

/// <summary>The ids of topics and of the catalogues that they belong to; those of 2025 begin with the documents' own.</summary>
internal static class TopicNumbers
{
    public static int Catalog(int year) => year % 2 == 1 ? 92446 : 95310;

    public static int OfRange(int year, int range) => Base(year) + 924470 + (10 * range);

    public static int OfTheme(int year, int range, int theme) => Base(year) + 925040 + (100 * ((3 * range) + theme));

    /// <summary>Subjects are counted through the whole range, three to a theme.</summary>
    public static int OfSubject(int year, int range, int subject) => OfTheme(year, range, subject / 3) + (10 * (1 + (subject % 3)));

    private static int Base(int year) => year % 2 == 1 ? 0 : 100000;
}
