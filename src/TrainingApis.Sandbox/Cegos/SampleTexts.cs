using System.Text.Encodings.Web;
using System.Text.Json;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>Represents a range of Cegos: the trainings of a profession, by theme. Topics and titles use the ranges.</summary>
internal sealed record TrainingRange(int Id, string Label, params (string Label, string[] Subjects)[] Themes)
{
    /// <summary>Gets the subjects of all themes, in order.</summary>
    public IReadOnlyList<string> Subjects { get; } = Themes.SelectMany(theme => theme.Subjects).ToArray();
}

/// <summary>Represents a city in which trainings take place.</summary>
internal sealed record City(string Name, string PostalCode, string Country = "FRANCE")
{
    /// <summary>Gets the three letters that a session code contains, such as <c>PAR</c>.</summary>
    public string Code { get; } = Name[..3].ToUpperInvariant();
}

/// <summary>Provides the texts from which sample products, sessions and centres are created.</summary>
internal static class SampleTexts
{
    /// <summary>The city of remote sessions.</summary>
    public const string Remote = "A DISTANCE";

    public static IReadOnlyList<TrainingRange> Ranges { get; } =
    [
        new(12, "Achats",
            ("Management et métiers des achats", ["Management des achats", "Métier d'acheteur", "Achats responsables"]),
            ("Négociation achats", ["Négociation d'achat", "Achats à l'international", "Contrats d'achat"])),
        new(5, "Management",
            ("Managers débutants", ["Management", "Délégation et suivi", "Entretien d'évaluation"]),
            ("Management transversal", ["Management à distance", "Conduite du changement", "Intelligence collective"])),
        new(219, "Comptabilité",
            ("Comptabilité générale", ["Comptabilité fournisseurs", "Arrêté des comptes", "Immobilisations"]),
            ("Consolidation et normes IFRS", ["Pratique de la consolidation des comptes", "Normes IFRS", "Reporting extra-financier"])),
        new(44, "Ressources humaines",
            ("Droit du travail", ["Droit du travail", "Relations avec le CSE", "Durée du travail et congés"]),
            ("Recrutement et carrières", ["Entretien de recrutement", "Gestion des emplois et des parcours", "Marque employeur"])),
        new(61, "Commercial et vente",
            ("Techniques de vente", ["Prospection téléphonique", "Négociation commerciale", "Vente de solutions"]),
            ("Relation client", ["Accueil du client", "Gestion des réclamations", "Expérience client"])),
        new(83, "Développement personnel",
            ("Efficacité professionnelle", ["Gestion du temps", "Prise de notes", "Lecture rapide"]),
            ("Prise de parole", ["Prise de parole en public", "Argumentation", "Gestion du stress"])),
        new(118, "Qualité, sécurité, environnement",
            ("Qualité", ["Audit interne ISO 9001", "Démarche d'amélioration continue", "Résolution de problèmes"]),
            ("Environnement", ["Bilan carbone", "Économie circulaire", "Audit ISO 14001"])),
        new(140, "Informatique et IA",
            ("Développement", ["Python", "C# et .NET", "Tests logiciels"]),
            ("Données et IA", ["Intelligence artificielle générative", "Data visualisation", "RGPD"])),
    ];

    /// <summary>Gets the formats of titles, with <c>{0}</c> for the subject.</summary>
    public static IReadOnlyList<string> Titles { get; } =
    [
        "{0} : les fondamentaux", "{0} : perfectionnement", "{0} - Niv. 1", "{0} - Niv. 2", "{0} : l'essentiel en 2 jours",
        "{0} – Parcours certifiant", "{0} (classe virtuelle)", "{0} : du diagnostic à l'action", "{0} à l'ère de l'IA",
        "Les clés de la réussite : {0}", "{0} pour non-spécialistes",
    ];

    /// <summary>
    /// Gets titles that are difficult to export: with formulas, quotes, separators, white space, or characters outside the Basic
    /// Multilingual Plane.
    /// </summary>
    public static IReadOnlyList<string> OddTitles { get; } =
    [
        "=SOMME() et =RECHERCHEX() : {0} avec Excel", "+ de performance : {0}", "-20 % de temps perdu : {0}", "@distance : {0}",
        "{0} 💡 créativité 👩‍🏫", "{0}\u00a0: l'essentiel\u00a0!", "\"Oser\" ; décider ; agir : {0}", "{0}, en anglais, \"from A to Z\"",
        "{0} \\ C:\\formation\t(bêta)", "<b>{0}</b> : nouveauté 2026",
    ];

    public static IReadOnlyList<City> Cities { get; } =
    [
        new("Paris", "75013"), new("Lyon", "69003"), new("Marseille", "13002"), new("Toulouse", "31000"), new("Nantes", "44000"),
        new("Bordeaux", "33300"), new("Lille", "59777"), new("Strasbourg", "67000"), new("Rennes", "35000"), new("Nice", "06200"),
        new("Tours", "37000"), new("Dijon", "21000"), new("Clermont-Ferrand", "63000"), new("Orléans", "45000"),
        new("Aix-en-Provence", "13100"), new("Saint-Étienne", "42000"), new("Besançon", "25000"), new("Genève", "1201", "SUISSE"),
        new("Bruxelles", "1000", "BELGIQUE"), new("Luxembourg", "L-1246", "LUXEMBOURG"),
    ];

    public static IReadOnlyList<string> Streets { get; } =
    [
        "12 rue de l'Église", "Tour Bretagne ; 4e étage", "19 quai d'Austerlitz", "Centre d'affaires \"Le Phare\"",
        "85 cours Lafayette", "ZAC des Hauts-de-l'Île",
    ];

    public static IReadOnlyList<string> EvolutionTypes { get; } = ["Evolution", "Reconduit", "Reconduit", "Nouveauté"];

    public static IReadOnlyList<string> TrainingMethods { get; } = ["Présentiel", "Stage", "Classe virtuelle"];

    public static IReadOnlyList<string> DeliveryModes { get; } = ["Présentiel", "A distance", "Mixte"];

    public static IReadOnlyList<string> Languages { get; } = ["Français", "Anglais", "Espagnol", "Allemand"];

    public static IReadOnlyList<string> Levels { get; } = ["Découverte", "Fondamental", "Perfectionnement", "Expert"];

    public static IReadOnlyList<string> Partners { get; } = ["Partenaire A", "Cegos", "Cabinet d'avocats Lefèvre & Associés"];

    public static IReadOnlyList<string> ModuleLabels { get; } =
    [
        "Introduction au management", "Les états financiers en normes IFRS", "Évaluation amont : \"où en êtes-vous ?\"",
        "Practips générique : un défi par semaine pendant 7 semaines (1er pas : réservez 30 minutes…)", "Classe virtuelle de clôture",
    ];

    public static IReadOnlyList<string> ModuleCodes { get; } = ["P01", "PRAC102_FR", "EXP030_FR", "MOD1", "CV_004"];

    public static IReadOnlyList<object> ProgramParts { get; } = Encode(
        "Module 1: Réglementation", "Module 2: Processus", "Se situer ; se fixer un cap", "<b>Cas pratique</b> : l'analyse", "Bilan");

    /// <summary>Gets the members of a notice and their possible texts: HTML as pasted by editors, with both types of line breaks.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<object> Texts)> Notice { get; } =
    [
        Member("introduction", "Cette formation vous permet de maîtriser l'essentiel, pas à pas.",
            "<p>Comment s'y prendre ? Quels pièges éviter ?</p>\n<p>Deux journées denses, rythmées par des mises en situation.</p>"),
        Member("forWho", "Managers débutants", "<ul>\n<li>Consolideurs</li>\n<li>Auditeurs &amp; commissaires aux comptes</li>\n</ul>",
            "Assistant(e)s, office managers, \"bras droit\" d'un dirigeant souhaitant élargir leur périmètre."),
        Member("applicationProcedure", "Inscription directe", "Inscription jusqu'à 48 h avant le début, selon les places disponibles."),
        Member("prerequisite", "Aucun", "<p>Exercer la fonction depuis six mois.<br/>Disposer d'un ordinateur portable.</p>"),
        Member("visioTrainingProcedure", "Via Teams", "Connexion par navigateur ; un test technique est proposé la veille."),
        Member("objective", "<ul>\r\n<li>Identifier les enjeux de sa fonction</li>\r\n<li>Choisir les outils adaptés</li>\r\n</ul>",
            "<p>À l'issue, le participant sera capable de :</p>\n<ol><li>préparer,</li><li>conduire</li></ol>\n<p>une démarche.</p>"),
        Member("evaluation", "QCM final", "<p>Évaluation tout au long de la formation : quiz, études de cas. Attestation de fin.</p>"),
        Member("participantBenefits", "Supports pédagogiques inclus", "Une boîte à outils « prête à l'emploi » : 15 modèles."),
        Member("program", "<h3>1 – Poser le cadre</h3>\n<ul><li>Rôle, limites</li></ul>\n<h3>2 – Agir</h3>\n<p>Suivre &amp; réguler</p>",
            "<h3>Jour 1 : comprendre</h3><p>Panorama des pratiques.</p>\r\n<h3>Jour 2 : s'entraîner</h3><p>Cas « fil rouge ».</p>"),
        Member("highlights", "70 % de pratique, un groupe de douze au plus.", "<p><strong>+</strong> Un parcours mixte</p>"),
        Member("morePrecisely", "Consolidation réalisée durant la formation", "Chacun traite son cas ; prix : 0 € de logiciel."),
        Member("firstMinute", "Présentation des objectifs", "Vidéo d'accueil du formateur, tour de table, attentes de chacun."),
        Member("cpfText", "Éligible CPF", "Éligible CPF sous conditions"),
        Member("rncpText", "Certification RNCP", "Bloc de compétences n° 2 de la certification de niveau 6, enregistrée pour cinq ans."),
        Member("expectedResults", "Autonomie en consolidation", "Gagner en assurance, réduire les délais et fiabiliser les données."),
        Member("theMostPartnerText", "Expertise Cegos", "Avec un cabinet d'avocats spécialisé : l'actualité sociale décryptée."),
        Member("financingAssistance", "Prise en charge OPCO possible", "Aide au financement"),
        Member("certificationTitleOptionalOrIncluded", "Certification incluse", "Certification en option (examen : 150 € HT)"),
        Member("bonus", "Accès ressources complémentaires", "Trois podcasts et un webinaire mensuel réservé aux inscrits."),
        Member("video", "<iframe src=\"https://video.example.com/v/42?autoplay=0&amp;lang=fr\" title=\"Présentation\"></iframe>"),
        Member("financing", "Financement entreprise ou OPCO", "Entreprise, OPCO, CPF : voir la fiche « financer ma formation »."),
        Member("cpfPopup", "Plus d'infos sur le CPF", "<a href='https://www.example.com/cpf'>Plus d'infos sur le CPF</a>"),
        Member("imageProgramDesktop", "image-desktop.jpg"),
        Member("imageProgramMobile", "image-mobile.jpg"),
        Member("imageSocialNetworks", "image-social.jpg"),
        Member("pedagogy", "Pédagogie active", "<p>Apports courts, exercices ; chacun travaille sur <em>ses</em> documents.</p>"),
    ];

    // Notices are the largest part of a hydrated page, so their texts are escaped only once.
    private static (string Name, IReadOnlyList<object> Texts) Member(string name, params string[] texts) => (name, Encode(texts));

    private static object[] Encode(params string[] texts) =>
        Array.ConvertAll(texts, text => (object)JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping));
}
