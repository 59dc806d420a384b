using System.Web;

namespace TrainingApis.Tests.Unit.Support;

/// <summary>Provides paged lists of products as Cegos documents them.</summary>
internal static class Catalogue
{
    public static string Code(int item) => $"2025{item:00000}";

    /// <summary>Gets the page number of a request.</summary>
    public static int PageOf(SentRequest sent) => int.Parse(HttpUtility.ParseQueryString(new Uri(sent.Url).Query)["pageNumber"]!);

    /// <summary>Gets a page of a list; the last page for a number beyond the end, as Cegos does.</summary>
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
