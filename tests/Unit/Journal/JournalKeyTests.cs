using System.Globalization;
using TrainingApis.Cmdlets.Journal;
using Xunit;

namespace TrainingApis.Tests.Unit.Journal;

/// <summary>Keys must be the same in every run to come, and different for every other change.</summary>
public sealed class JournalKeyTests
{
    [Fact]
    public void A_key_stays_what_it_was()
    {
        // Worked out with: printf '21:New-CegosRegistration;9:https://x;5:Seats;3:1.5;' | sha256sum
        Assert.Equal("aff8de836146034794292194fa14dbb4cab4b8f1b345533899a2c3e97f1a42a7",
            Of("New-CegosRegistration", "https://x", ("Seats", 1.5m), ("Reason", null)));
        // printf '1:é;0:;1:n;2:ab;' | sha256sum
        Assert.Equal("b773eeac2b9ea2d9f5bc3f2428e4880baad58f2dbffd5de084511b978ae004b9", Of("é", "", ("n", "ab")));
    }

    [Fact]
    public void A_key_is_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            string[] keys = [.. new[] { "en-US", "fr-FR", "ar-SA", "tr-TR" }.Select(culture =>
            {
                CultureInfo.CurrentCulture = new CultureInfo(culture);
                return Of("New-Thing", "id", ("Hours", 1234.5m), ("Day", new DateTime(2026, 1, 31)), ("Sum", -7));
            })];
            Assert.Single(keys.Distinct());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_differs_has_another_key()
    {
        string[] keys =
        [
            Of("A", "id", ("x", "1")), Of("B", "id", ("x", "1")), Of("A", "other", ("x", "1")), Of("A", "id", ("y", "1")),
                Of("A", "id", ("x", "2")),
            Of("A", "id"), Of("A", "id", ("x", "")), Of("A", "id", ("x", "1"), ("y", "2")), Of("A", "id", ("y", "2"), ("x", "1")),
            Of("A", "id", ("x", "1;1:y;1:2")), Of("Ai", "d", ("x", "1")), Of("A", "id", ("x1", "")), Of("A", "idx", ("1", "")),
        ];
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void A_field_that_is_not_given_does_not_count() =>
        Assert.Equal(Of("A", "id", ("x", "1")), Of("A", "id", ("w", null), ("x", "1"), ("y", null)));

    private static string Of(string command, string identity, params (string Name, object? Value)[] fields) =>
        JournalKey.Of(command, identity, fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}
