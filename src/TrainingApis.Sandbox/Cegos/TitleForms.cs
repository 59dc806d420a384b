using TrainingApis.Sandbox.Server;
using TrainingApis.Sandbox.Data;
namespace TrainingApis.Sandbox.Cegos;

/// <summary>How a subject becomes a title. The odd ones hold what spoils exports: formulas, quotes, separators, letters outside the first plane.</summary>
internal static class TitleForms
{
    public static IReadOnlyList<string> Usual { get; } = new[]
    {
        "{0} : les fondamentaux",
        "{0} : perfectionnement",
        "{0} - Niv. 1",
        "{0} - Niv. 2",
        "{0} : l'essentiel en 2 jours",
        "{0} – Parcours certifiant",
        "{0} (classe virtuelle)",
        "{0} : du diagnostic à l'action",
        "{0} à l'ère de l'IA",
        "{0} : cas pratiques & bonnes pratiques",
        "Les clés de la réussite : {0}",
        "Atelier « {0} »",
        "{0} pour non-spécialistes",
        "Maîtriser l'œuvre et la méthode : {0}",
    };

    public static IReadOnlyList<string> Odd { get; } = new[]
    {
        "=SOMME() et =RECHERCHEX() : {0} avec Excel",
        "+ de performance : {0}",
        "-20 % de temps perdu : {0}",
        "@distance : {0}",
        "{0} 💡 créativité 👩‍🏫",
        "{0}\u00a0: l'essentiel\u00a0!",
        "\"Oser\" ; décider ; agir : {0}",
        "{0}, en anglais, \"from A to Z\"",
        "{0} \\ C:\\formation\t(bêta)",
        "<b>{0}</b> : nouveauté 2026",
    };

    /// <summary>The title of the product with this code; one in eleven is odd.</summary>
    public static string TitleOf(ref SeededRandom dice, string subject) =>
        string.Format(dice.OneIn(11) ? dice.Pick(Odd) : dice.Pick(Usual), subject);
}
