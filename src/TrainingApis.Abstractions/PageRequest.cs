namespace TrainingApis;

/// <summary>Which part of a list to read, and how eagerly.</summary>
public sealed class PageRequest
{
    /// <summary>Everything, with the default eagerness.</summary>
    public static PageRequest All { get; } = new();

    /// <summary>How many items to leave out at the beginning.</summary>
    public long Skip { get; set; }

    /// <summary>How many items to read at most; null for all. 0 asks for the first page only to learn the total.</summary>
    public long? First { get; set; }

    /// <summary>How many pages may be under way at once (1 to 16); pages come out in order whatever it is.</summary>
    public int ThrottleLimit { get; set; } = 4;
}
