using System.Web;

namespace TrainingApis.Tests.Unit.Support;

/// <summary>A list of products in pages, as Cegos documents it.</summary>
internal static class Catalogue
{
    public static string Code(int item) => $"2025{item:00000}";

    /// <summary>The number of the page that a call asks for.</summary>
    public static int PageOf(Sent sent) => int.Parse(HttpUtility.ParseQueryString(new Uri(sent.Url).Query)["pageNumber"]!);

    /// <summary>One page out of so many items; beyond the end the last one, as Cegos corrects numbers.</summary>
    public static string Page(int number, int items)
    {
        var pages = (items + 99) / 100;
        return Page(Math.Clamp(number, 1, Math.Max(1, pages)), items, pages);
    }

    public static string Page(int number, int items, int pages, int? first = null, int? count = null)
    {
        var start = first ?? (number - 1) * 100;
        var products = Enumerable.Range(start, count ?? Math.Clamp(items - start, 0, 100))
            .Select(item => $$"""{"yearlyProductCode":"{{Code(item)}}"}""");
        return $$"""{"data":[{{string.Join(",", products)}}],"pageNumber":{{number}},"pageSize":100,"totalItems":{{items}},"totalPages":{{pages}}}""";
    }
}
