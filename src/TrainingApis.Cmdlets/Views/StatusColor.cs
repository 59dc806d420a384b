using System.Globalization;
using System.Management.Automation;

namespace TrainingApis.Cmdlets.Views;

/// <summary>
/// Provides the colours of the views: green for what is as it should be, yellow for what waits or is full, red for what will not happen.
/// PowerShell takes them out where the host shows none, the output is redirected, or <c>$PSStyle.OutputRendering</c> says so.
/// </summary>
public static class StatusColor
{
    private const string Green = "\u001b[32m", Yellow = "\u001b[33m", Red = "\u001b[31m", Reset = "\u001b[0m";

    /// <summary>The word in the colour of what it means; a word without a meaning here as it is.</summary>
    /// <param name="status">A status. After a job or CliXml it is a number that only its wrapper knows the word of.</param>
    public static string Paint(PSObject? status)
    {
        var word = status?.ToString() ?? string.Empty;
        return word switch
        {
            "Valid" or "Processed" or "Opened" or "Accepted" or "Enabled" or "Confirmed" or "Succeeded" or "True" => In(Green, word),
            "Scheduled" or "Closed" or "WaitingList" or "Disabled" or "Requested" or "Started" or "InDoubt" => In(Yellow, word),
            "Cancelled" or "Error" or "Denied" or "Rejected" or "False" => In(Red, word),
            _ => word,
        };
    }

    /// <summary>Places taken of those there are, as <c>8/12</c>; yellow where none is left.</summary>
    /// <param name="taken">Registrations so far, where known.</param>
    /// <param name="most">The most there can be.</param>
    /// <param name="full">Whether the vendor says that the session is full.</param>
    public static string Places(int? taken, int most, bool full)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{taken}/{most}");
        return full || taken >= most ? In(Yellow, text) : text;
    }

    private static string In(string color, string text) => color + text + Reset;
}
