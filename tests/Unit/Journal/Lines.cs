using System.Text;
using TrainingApis.Cmdlets.Journal;

namespace TrainingApis.Tests.Unit.Journal;

/// <summary>Provides journal lines.</summary>
internal static class Lines
{
    public const string Key = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    public const string Whole =
        $$"""{"v":2,"time":"2026-01-15T09:20:30.456Z","command":"New-CegosRegistration","step":"create","row":17,"key":"{{Key}}","occurrence":2,"state":"Started","reference":null,"error":null}""";

    public static JournalLine Parse(string text) => JournalLine.Parse(Encoding.UTF8.GetBytes(text));

    public static JournalLine Of(JournalState state, DateTimeOffset time, string? reference, string? error) =>
        new(time, "New-CegosRegistration", "create", 17, Key, 2, state, reference, error);

    /// <summary>Gets a line that is distinguished by a number.</summary>
    public static JournalLine Of(int number) => Parse(Whole) with { Reference = $"R-{number}" };

    public static byte[] Bytes(params string[] lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));
}
