using System.Globalization;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>The two documented query members, read as the vendor's web framework reads them.</summary>
internal sealed class PageQuery
{
    private PageQuery(int pageNumber, bool hydrate) => (PageNumber, Hydrate) = (pageNumber, hydrate);

    public int PageNumber { get; }

    public bool Hydrate { get; }

    /// <summary>The query, or the answer to one that cannot be read.</summary>
    public static PageQuery? Read(SandboxRequest request, out SandboxAnswer? refusal)
    {
        var errors = new Dictionary<string, string>();
        var (page, hydrate) = (1, false);
        if (request.Query.Get("pageNumber") is { } pageText && !int.TryParse(pageText, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out page))
            errors["pageNumber"] = $"The value '{pageText}' is not valid.";
        if (request.Query.Get("hydrate") is { } hydrateText && !bool.TryParse(hydrateText, out hydrate))
            errors["hydrate"] = $"The value '{hydrateText}' is not valid.";
        refusal = errors.Count == 0 ? null : SandboxAnswer.Problem(400, "One or more validation errors occurred.", null, errors);
        return errors.Count == 0 ? new PageQuery(page, hydrate) : null;
    }
}
