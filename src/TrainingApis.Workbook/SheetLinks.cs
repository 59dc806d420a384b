using System.Globalization;

namespace TrainingApis.Workbook;

/// <summary>Represents the hyperlinks of a sheet, which are written after its rows.</summary>
internal sealed class SheetLinks
{
    /// <summary>The maximum number of hyperlinks that Excel opens in a sheet.</summary>
    public const int MaxCount = 65530;

    private const int MaxAddress = 2079;
    private const int MostSites = 8;

    private readonly List<string> _cells = [];
    private readonly List<string> _sites = [];

    /// <summary>Gets the relationships of the sheet, starting with those of its hyperlinks.</summary>
    public List<Relationship> Relationships { get; } = [];

    /// <summary>Gets the number of addresses that were left out because the sheet has too many.</summary>
    public int Left { get; private set; }

    /// <summary>Adds a hyperlink if the text is a web address and Excel can open one more.</summary>
    public bool Add(int row, int column, string text)
    {
        if (ToAddress(text) is not { Length: <= MaxAddress } address)
        {
            return false;
        }

        if (_cells.Count == MaxCount)
        {
            Left++;
            return false;
        }

        var id = "rId" + _cells.Count.ToString(CultureInfo.InvariantCulture);
        Relationships.Add(new Relationship(id, "hyperlink", address, External: true));
        _cells.Add(CellName.Cell(row, column));
        return true;
    }

    public void Write(PackagePart xml)
    {
        if (_cells.Count == 0)
        {
            return;
        }

        xml.Raw("<hyperlinks>"u8);
        for (var i = 0; i < _cells.Count; i++)
        {
            xml.Raw("<hyperlink ref=\""u8);
            xml.Raw(_cells[i]);
            xml.Raw("\" r:id=\""u8);
            xml.Raw(Relationships[i].Id);
            xml.Raw("\"/>"u8);
            xml.Flush();
        }

        xml.Raw("</hyperlinks>"u8);
    }

    /// <summary>Gets the address in its canonical form; null if a workbook cannot link to the text.</summary>
    private string? ToAddress(string text)
    {
        // Most addresses of a sheet are simple paths of a few sites, for which no URI object is needed.
        foreach (var site in _sites)
        {
            if (text.StartsWith(site, StringComparison.Ordinal) && IsSimplePath(text.AsSpan(site.Length)))
            {
                return text;
            }
        }

        if (text.Length > MaxAddress || !Uri.TryCreate(text, UriKind.Absolute, out var address)
            || !(address.Scheme is "http" or "https" or "mailto"))
        {
            return null;
        }

        if (address.Scheme != "mailto" && _sites.Count < MostSites)
        {
            _sites.Add(address.GetLeftPart(UriPartial.Authority) + "/");
        }

        return address.AbsoluteUri;
    }

    /// <summary>Gets whether a path is identical to its canonical form.</summary>
    private static bool IsSimplePath(ReadOnlySpan<char> path)
    {
        foreach (var c in path)
        {
            var isPlain = c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')
                or '/' or '-' or '_' or '.' or '?' or '=' or '&';
            if (!isPlain)
            {
                return false;
            }
        }

        return path.Length > 0 && path[0] != '.' && path.IndexOf("/.", StringComparison.Ordinal) < 0;
    }
}
