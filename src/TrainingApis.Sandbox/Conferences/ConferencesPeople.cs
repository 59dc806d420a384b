using System.Text.Json.Nodes;
using TrainingApis.Sandbox.Data;

namespace TrainingApis.Sandbox.Conferences;

/// <summary>The people of the sandbox: names with what French names have, addresses that reach nobody.</summary>
internal static class ConferencesPeople
{
    private static readonly (string Name, string Plain)[] First =
    {
        ("Amélie", "amelie"), ("Benoît", "benoit"), ("Chloé", "chloe"), ("Damien", "damien"), ("Éléonore", "eleonore"), ("François-Xavier", "fx"), ("Gaëlle", "gaelle"),
        ("Hélène", "helene"), ("Inès", "ines"), ("Jérôme", "jerome"), ("Loïc", "loic"), ("Maëlys", "maelys"), ("Noël", "noel"), ("Océane", "oceane"), ("Zoé", "zoe"),
    };

    private static readonly (string Name, string Plain)[] Last =
    {
        ("Lefèvre", "lefevre"), ("D'Hérouville", "dherouville"), ("Müller", "muller"), ("Nuñez", "nunez"), ("Le Goff", "legoff"), ("Çelik", "celik"), ("O'Brien", "obrien"),
        ("Bœuf", "boeuf"), ("Saint-Exupéry", "saintexupery"), ("N'Guyen", "nguyen"), ("Prévost", "prevost"), ("Crépin ; fils", "crepin"), ("Åkesson", "akesson"),
    };

    /// <summary>Names, e-mail and perhaps a telephone number.</summary>
    public static JsonObject At(int seed, int index, string role)
    {
        var dice = new Dice(seed, index, role);
        var (first, last) = (dice.Pick(First), dice.Pick(Last));
        var person = new JsonObject
        {
            ["firstName"] = first.Name,
            ["lastName"] = last.Name,
            ["emailAddress"] = $"{first.Plain}.{last.Plain}{index}@example.com",
        };
        if (!dice.OneIn(5))
            person["phoneNumber"] = $"+33 6 {10 + dice.Next(90)} {10 + dice.Next(90)} {10 + dice.Next(90)} {10 + dice.Next(90)}";
        return person;
    }
}
