namespace TrainingApis.Sandbox.Cegos;

/// <summary>A product's place in the list, and the year and number that make its code.</summary>
internal readonly struct ProductKey
{
    public ProductKey(int index, int year, int code) => (Index, Year, Code) = (index, year, code);

    public int Index { get; }

    public int Year { get; }

    public int Code { get; }

    /// <summary>As products write it: <c>202561072</c>.</summary>
    public string YearlyCode => $"{Year}{Code:D5}";

    /// <summary>As sessions write it: <c>2025-61072</c>.</summary>
    public string SessionForm => $"{Year}-{Code:D5}";
}
