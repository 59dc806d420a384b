namespace TrainingApis.Sandbox.Cegos;

/// <summary>The members of a notice, each with the texts it may hold: HTML as editors paste it, line breaks of both kinds included.</summary>
internal static class NoticeText
{
    public static IReadOnlyList<KeyValuePair<string, string[]>> Members { get; } = new KeyValuePair<string, string[]>[]
    {
        new("forWho", new[]
        {
            "Managers débutants",
            "<p>Responsables d'équipe, chefs de projet ; toute personne amenée à encadrer sans lien hiérarchique.</p>",
            "<ul>\n<li>Consolideurs</li>\n<li>Responsables comptables</li>\n<li>Auditeurs &amp; commissaires aux comptes</li>\n</ul>",
            "Assistant(e)s, office managers, \"bras droit\" d'un dirigeant souhaitant élargir leur périmètre.",
        }),
        new("applicationProcedure", new[]
        {
            "Inscription directe",
            "Inscription jusqu'à 48 h avant le début, sous réserve de places disponibles.",
            "<p>Dossier de candidature, puis entretien téléphonique de 30 minutes avec le responsable pédagogique.</p>",
        }),
        new("prerequisite", new[]
        {
            "Aucun",
            "Avoir suivi le niveau 1 ou maîtriser les notions équivalentes (test de positionnement en ligne).",
            "<p>Exercer la fonction depuis au moins six mois.<br/>Disposer d'un ordinateur portable.</p>",
        }),
        new("visioTrainingProcedure", new[]
        {
            "Via Teams",
            "Connexion par navigateur (Teams ou Zoom), casque audio et caméra recommandés ; un test technique est proposé la veille.",
        }),
        new("objective", new[]
        {
            "Acquérir les bases du management",
            "<ul>\r\n<li>Identifier les enjeux de sa fonction</li>\r\n<li>Choisir les outils adaptés à sa situation</li>\r\n<li>Bâtir un plan d'action réaliste</li>\r\n</ul>",
            "<p>À l'issue de la formation, le participant sera capable de :</p>\n<ol><li>préparer,</li><li>conduire,</li><li>évaluer</li></ol>\n<p>une démarche complète, de l'analyse du besoin au bilan.</p>",
        }),
        new("evaluation", new[]
        {
            "QCM final",
            "QCM final et mise en situation",
            "<p>Évaluation des acquis tout au long de la formation : quiz, études de cas, jeu de rôle filmé. Attestation de fin de formation.</p>",
        }),
        new("participantBenefits", new[]
        {
            "Supports pédagogiques inclus",
            "Un accès de douze mois aux ressources en ligne ; une communauté d'anciens participants ; un livre offert.",
            "Une boîte à outils « prête à l'emploi » : 15 modèles de documents, 4 grilles d'auto-évaluation.",
        }),
        new("program", new[]
        {
            "Programme détaillé",
            "<h3>1 – Poser le cadre</h3>\n<ul><li>Rôle, missions, limites</li><li>Attentes de la hiérarchie</li></ul>\n<h3>2 – Agir au quotidien</h3>\n<ul><li>Fixer des objectifs SMART</li><li>Suivre &amp; réguler</li></ul>\n<h3>3 – Progresser</h3>\n<p>Plan d'action individuel, échéances à 30, 60 et 90 jours.</p>",
            "<h3>Jour 1 : comprendre</h3><p>Panorama des pratiques ; vocabulaire ; réglementation en vigueur.</p>\r\n<h3>Jour 2 : s'entraîner</h3><p>Cas « fil rouge », travail en sous-groupes, restitution croisée.</p>\r\n<h3>À distance : ancrer</h3><p>Un défi par semaine pendant sept semaines (1er pas : réservez 30 minutes…).</p>",
        }),
        new("highlights", new[]
        {
            "Points forts",
            "Formation adaptée aux normes françaises et IFRS : 70 % de pratique, un formateur en activité, un groupe de douze au plus.",
            "<p><strong>+</strong> Un parcours mixte<br><strong>+</strong> Un tutorat individuel<br><strong>-</strong> Peu de théorie</p>",
        }),
        new("morePrecisely", new[] { "Plus précisément", "Consolidation réalisée durant la formation", "Chaque participant repart avec son propre cas traité ; prix : 0 € de logiciel." }),
        new("firstMinute", new[] { "Première minute", "Présentation des objectifs", "Vidéo d'accueil du formateur, tour de table, attentes de chacun." }),
        new("cpfText", new[] { "Éligible CPF", "Éligible CPF sous conditions", "Cette formation peut être financée par votre Compte personnel de formation ; inscription sur la plateforme publique." }),
        new("rncpText", new[] { "Certification RNCP", "Certification professionnelle", "Bloc de compétences n° 2 de la certification de niveau 6, enregistrée pour cinq ans." }),
        new("expectedResults", new[] { "Résultats attendus", "Autonomie en consolidation", "Gagner en assurance, réduire les délais et fiabiliser les données transmises à la direction." }),
        new("theMostPartnerText", new[] { "Texte partenaire", "Expertise Cegos", "Avec le concours d'un cabinet d'avocats spécialisé : l'actualité sociale de l'année, décryptée." }),
        new("financingAssistance", new[] { "Aide au financement", "Prise en charge OPCO possible", "Prise en charge OPCO possible : contactez votre conseiller, il monte le dossier avec vous." }),
        new("certificationTitleOptionalOrIncluded", new[] { "Certification incluse", "Certification non incluse", "Certification en option (examen : 150 € HT)" }),
        new("bonus", new[] { "Bonus formation", "Accès ressources complémentaires", "Trois podcasts et un webinaire mensuel réservé aux inscrits." }),
        new("video", new[] { "Vidéo présentation", "<iframe src=\"https://video.example.com/v/42?autoplay=0&amp;lang=fr\" title=\"Présentation\"></iframe>" }),
        new("financing", new[] { "Financement", "Financement entreprise ou OPCO", "Entreprise, OPCO, CPF, France Travail : voir la fiche « financer ma formation »." }),
        new("cpfPopup", new[] { "Popup CPF", "Plus d'infos sur le CPF", "<a href='https://www.example.com/cpf'>Plus d'infos sur le CPF</a>" }),
        new("imageProgramDesktop", new[] { "image-desktop.jpg", "image-consolidation-desktop.jpg" }),
        new("imageProgramMobile", new[] { "image-mobile.jpg", "image-consolidation-mobile.jpg" }),
        new("imageSocialNetworks", new[] { "image-social.jpg", "image-consolidation-social.jpg" }),
        new("pedagogy", new[]
        {
            "Pédagogie active",
            "Pédagogie active et participative",
            "<p>Alternance d'apports courts, d'exercices et de retours d'expérience. Chacun travaille sur <em>ses</em> documents ; le formateur accompagne, questionne, valide.</p>",
        }),
    };

    public static IReadOnlyList<string> Introductions { get; } = new[]
    {
        "Cette formation vous permet de maîtriser l'essentiel, pas à pas, et de le mettre en œuvre dès le lendemain.",
        "<p>Comment s'y prendre ? Par où commencer ? Quels pièges éviter ?</p>\n<p>Deux journées denses, rythmées par des mises en situation, pour repartir avec une méthode éprouvée et des outils directement utilisables.</p>",
        "<p>Plus de 12 000 personnes ont suivi cette formation depuis sa création ; elle est révisée chaque année.</p>",
    };

    public static IReadOnlyList<string> Parts { get; } = new[]
    {
        "Module 1", "Module 2", "Module 1: Réglementation", "Module 2: Processus", "Se situer ; se fixer un cap",
        "S'approprier les outils", "<b>Cas pratique</b> : de l'analyse à la décision", "Bilan et plan d'action",
    };
}
