using System.Globalization;
using TrainingApis.Sandbox.Server;

// A member of a JSON object. A member whose value is null is omitted.
using Member = (string Name, object? Value);

namespace TrainingApis.Sandbox.Cegos;

/// <summary>Creates products in the two forms of the API: one for lists, one for single resources.</summary>
internal static class ProductJson
{
    // Each entry is one duration in days, hours and minutes. A day has seven hours. The example in the documents is rounded like the third
    // entry.
    private static readonly (decimal Days, decimal Hours, decimal Minutes)[] Delays =
        [(3m, 21m, 1260m), (0.07m, 0.5m, 30m), (0.04m, 0.3m, 15m), (0m, 0m, 0m), (0.5m, 3.5m, 210m), (1m, 7m, 420m)];

    /// <param name="products">All products, from which the related products are selected.</param>
    /// <param name="product">The product.</param>
    /// <param name="hydrate">Whether to add the members that responses contain only on request.</param>
    /// <param name="inList">Whether the product is part of a list.</param>
    public static Member[] Create(SampleProducts products, Product product, bool hydrate, bool inList)
    {
        // Each group of members has a separate generator, so that hydration does not change the other groups.
        return
        [
            .. Identity(product, Random("identity")),
            .. Terms(product, inList, Random("terms")),
            .. inList ? ListOnly(product, Random("list")) : [],

            // Lists always contain related products. A single product contains them only if it is hydrated.
            ("relatedProducts", inList || hydrate ? RelatedProducts(products, product, Random("related")) : null),
            .. hydrate ? Hydrated(products, product, Random("hydrated")) : [],
        ];

        SeededRandom Random(string purpose) => new(products.Seed, product.Index, purpose);
    }

    private static Member[] Identity(Product product, SeededRandom random)
    {
        var (isFirst, isDocumented) = (product.Index == 0, product.IsDocumented);
        var isCpf = isFirst || (!isDocumented && random.OneIn(4));

        // City names occur in mixed case and in upper case.
        var upperCase = product.Index == 1 || (product.Index > 1 && random.OneIn(3));
        var cities = product.Cities.Select(city => upperCase ? city.Name.ToUpperInvariant() : city.Name);
        return
        [
            ("productCode", product.CodeText), ("yearlyProductCode", product.YearlyCode), ("offerYear", product.Year),
            ("title", product.Title),
            ("evolutionType", isDocumented ? SampleTexts.EvolutionTypes[product.Index] : random.Pick(SampleTexts.EvolutionTypes)),
            ("cpf", isCpf), ("rsCode", isFirst || random.OneIn(8) ? $"RS{1 + random.Next(999):D3}" : null),
            ("rncpCode", isFirst || random.OneIn(8) ? $"RNCP{12345 + random.Next(9999)}" : null),
            ("cpfCode", isCpf ? $"CPF{100 + random.Next(900)}" : null),
            ("trainingMethod", isDocumented ? SampleTexts.TrainingMethods[product.Index] : random.Pick(SampleTexts.TrainingMethods)),
            ("familyOfferId", 1 + random.Next(20)),
            ("moduleDuration", isFirst || !random.OneIn(10) ? Days(product) + (product.Days < 2 ? " jour" : " jours") : null),
            ("languages", SampleTexts.Languages.Take(isDocumented || !random.OneIn(8) ? 1 : random.Next(4))),
            ("cities", product.DeliveryMode == "Présentiel" ? cities : cities.Prepend(SampleTexts.Remote)),
            ("availableCpfCities", product.Cities.Take(isCpf ? 1 : 0).Select(city => city.Name)),
        ];
    }

    private static string Days(Product product) => product.Days.ToString(CultureInfo.InvariantCulture).Replace('.', ',');

    private static Member[] Terms(Product product, bool inList, SeededRandom random)
    {
        var (isFirst, isDocumented) = (product.Index == 0, product.IsDocumented);
        var level = isDocumented ? product.Index : random.Next(SampleTexts.Levels.Count);

        // The documents describe the value in lists as 0 or 1, but their example shows false.
        var isPicto = product.Index == 1 || (!isDocumented && random.OneIn(5));
        var isNumber = !isDocumented && random.OneIn(3) && inList;
        return
        [
            ("level", isDocumented || !random.OneIn(20) ? Element(isDocumented ? 1 : level + 1, SampleTexts.Levels[level]) : null),
            ("professionalChallengesId", isDocumented ? 5 - (2 * product.Index) : 1 + random.Next(12)),
            ("bestSeller", isFirst || (!isDocumented && random.OneIn(6))), ("picto4Real", isNumber ? isPicto ? 1 : 0 : isPicto),
            ("partners", SampleTexts.Partners.Skip(isDocumented ? product.Index : random.Next(3)).Take(isDocumented ? 1 : random.Next(3))),
            ("range", isDocumented || !random.OneIn(20) ? Element(product.Range.Id, product.Range.Label) : null), ("price", product.Price),
            ("iPackPrice", isFirst ? 1200.0m : isDocumented || !random.OneIn(6) ? product.Price * 2.6m : null),
            ("noticeUrl", random.OneIn(12) ? null : $"https://www.cegos.fr/{product.Code}"),
            ("noticeUrlPdf", random.OneIn(12) ? null : $"https://static.cegos.fr/pdf/{product.Year}_{product.Code:D4}.pdf"),
            ("certificationInclude", isFirst || (!isDocumented && random.OneIn(4))),
            ("internationalProduct", !isDocumented && random.OneIn(15)), ("deliveryMode", product.DeliveryMode),
            ("commercialDuration", new Member[]
            {
                ("days", Math.Floor(product.Days).ToString("0", CultureInfo.InvariantCulture)),
                ("hours", Math.Floor(product.Days * 7m).ToString("0", CultureInfo.InvariantCulture)),
                ("minutes", product.Days == 0.5m ? "30" : "0"), ("forcedValues", !isDocumented && random.OneIn(10)),
                ("remoteActivityIncluded", isDocumented || random.OneIn(2)),
            }),

            // This member is not documented, because vendors add such members.
            ("labelEco", isDocumented || !random.OneIn(20) ? null : new Member[]
            {
                ("grade", random.Pick<string>(["A", "B", "C"])), ("points", random.Next(100)),
                ("criteria", new[] { "Déplacements en train", "Zéro papier" }),
            }),
        ];
    }

    private static Member[] ListOnly(Product product, SeededRandom random)
    {
        var isFirst = product.Index == 0;
        var (isCertified, hasJobSheet) = (isFirst || random.OneIn(4), isFirst || random.OneIn(4));
        return
        [
            ("certification", isCertified ? $"Certification {product.Subject}" : null), ("certifier", isCertified ? "Cegos" : null),
            ("jobSheetTitle", hasJobSheet ? $"Fiche métier {product.Subject}" : null),
            ("jobSheetUrl", hasJobSheet ? $"https://fiche-metier.cegos.fr/{product.RangeIndex}-{product.SubjectIndex}" : null),
            ("modalityTitle", product.DeliveryMode == "Présentiel" ? "Formation présentielle" : "Formation à distance"),
            ("marketingTitle", isFirst || random.OneIn(3) ? $"Formation {product.Subject} Premium" : null),
        ];
    }

    private static Member[] Element(int id, string label) => [("id", id), ("label", label)];

    private static Member[] Side(string title, string text) => [("title", title), ("text", text)];

    private static Member[] Title(string type, string text, int length) => [("type", type), ("text", text), ("lengthMaximum", length)];

    private static Member[][] Titles(Product product) => product.Index == 0
        ? [Title("Main", product.Title, 50)]
        :
        [
            Title("BALISE TITRE", $"Formation {product.Title} - Cegos", 128), Title("TITRE", product.Title, 256),
            Title("SOUS TITRE", $"Réussir en {product.Range.Label.ToLowerInvariant()}", 256),
        ];

    private static Member[]? Notice(Product product, SeededRandom random)
    {
        if (!product.IsDocumented && random.OneIn(40))
        {
            return null;
        }

        // Any member can be missing or empty, except in the products from the documents.
        var members = new List<(string, object?)> { ("introductionTitle", $"Formation {product.Title}") };
        foreach (var (name, texts) in SampleTexts.Notice)
        {
            var chance = random.Next(16);
            members.Add((name, product.IsDocumented ? texts[0] : chance == 0 ? null : chance == 1 ? string.Empty : random.Pick(texts)));
        }

        if (product.IsDocumented || !random.OneIn(12))
        {
            var parts = Enumerable.Range(0, product.IsDocumented ? 2 : random.Next(11))
                .Select(_ => random.Pick(SampleTexts.ProgramParts)).ToArray();
            members.Add(("programContent", new Member[]
            {
                ("before", Side("Avant la formation", "Autodiagnostic")), ("duringTitle", "Pendant la formation"), ("parts", parts),
                ("after", Side("Après la formation", "Programme de renforcement")), ("upstream", "Préparation en amont"),
                ("downstream", random.OneIn(4) ? "Mise en œuvre en situation de travail" : null),
            }));
        }

        return [.. members];
    }

    /// <summary>Creates the specified number of objects. The function gets the position of each object, starting at 1.</summary>
    private static Member[][] Many(int count, Func<int, Member[]> create) => [.. Enumerable.Range(1, count).Select(create)];

    private static Member[][] RelatedProducts(SampleProducts products, Product product, SeededRandom random) =>
        Many(product.IsDocumented ? 1 + product.Index : random.Next(4), order =>
        [
            ("relatedProductCode", products[random.Next(products.Count)].CodeText), ("type", random.OneIn(6) ? "Before" : "After"),
            ("order", order),
        ]);

    private static Member[] Hydrated(SampleProducts products, Product product, SeededRandom random) =>
    [
        ("titles", Titles(product)),
        ("formula", Many(product.IsDocumented || !random.OneIn(10) ? 1 + random.Next(2) : 0, formula =>
        [
            ("label", formula == 1 ? "Formule standard" : $"F{formula}"),
            ("modules", Many(1 + random.Next(3), order => Module(products, order, random))),
            ("id", 1 + random.Next(30000)),
        ])),
        ("catalogTopicRelations", Many(product.IsDocumented || !random.OneIn(12) ? 1 + random.Next(2) : 0, order =>
        [
            ("catalogTopicId", TopicJson.SubjectId(
                product.Year, order == 1 ? product.RangeIndex : random.Next(SampleTexts.Ranges.Count), product.SubjectIndex)),
            ("relationType", order == 1 ? "Main" : "Secondary"), ("order", order),
        ])),
        ("notice", Notice(product, random)),
    ];

    private static Member[] Module(SampleProducts products, int order, SeededRandom random)
    {
        var isProduct = random.OneIn(3);
        var product = products[random.Next(products.Count)];
        var (days, hours, minutes) = random.Pick(Delays);
        return
        [
            ("id", isProduct ? product.Code : 100 + random.Next(40000)),
            ("code", isProduct ? product.CodeText : random.Pick(SampleTexts.ModuleCodes)),
            ("order", order), ("optional", random.OneIn(5)), ("isProduct", isProduct), ("label", random.Pick(SampleTexts.ModuleLabels)),
            ("delayInDay", days), ("delayInHour", hours), ("delayInMinute", minutes),
            ("deliveryMode", random.Pick(SampleTexts.DeliveryModes)),
        ];
    }
}
