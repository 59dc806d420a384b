using System.Globalization;
using TrainingApis.Cegos;

namespace TrainingApis.Cmdlets.Cegos;

/// <summary>
/// Checks the registrations of a run against each other and against their sessions. Each row without a problem reduces the number of free
/// places for the following rows.
/// </summary>
/// <param name="now">The current time, as local time at the venue.</param>
internal sealed class RegistrationChecker(DateTime now)
{
    private readonly List<Row> _rows = [];
    private readonly Dictionary<string, int?> _firstRows = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the codes of the sessions in the rows.</summary>
    public IEnumerable<string> Sessions => _rows.Select(row => row.Session).OfType<string>();

    /// <summary>Adds a row.</summary>
    /// <param name="number">The number of the row; null if all values are from the command line.</param>
    /// <param name="values">The values, by parameter of New-CegosRegistration.</param>
    /// <param name="problems">The problems of the values.</param>
    public void Add(int? number, Dictionary<string, object> values, List<string> problems)
    {
        var row = new Row(number, Text(nameof(RegistrationCheck.SessionId)), Text(nameof(RegistrationCheck.TraineeCrmId)),
            values.GetValueOrDefault(nameof(NewRegistration.Overbooking)) is true, problems);
        if (values.GetValueOrDefault(nameof(NewRegistration.CpfHours)) is < 0m)
        {
            problems.Add("CpfHours is negative.");
        }

        if (row.Session is not null && row.Trainee is not null)
        {
            var isLead = values.GetValueOrDefault(nameof(NewRegistration.TraineeCrmIsLead)) is true;
            if (!_firstRows.TryAdd($"{isLead} {row.Trainee}\0{row.Session}", number))
            {
                problems.Add($"Row {_firstRows[$"{isLead} {row.Trainee}\0{row.Session}"]} has the same trainee and session.");
            }
        }

        _rows.Add(row);

        string? Text(string name) => values.GetValueOrDefault(name) as string;
    }

    /// <summary>Gets the check of each row, in the order of the rows. Call this method only once.</summary>
    /// <param name="sessions">The existing sessions, by code.</param>
    /// <param name="titleOf">Gets the title of the product of a session.</param>
    public IEnumerable<RegistrationCheck> Check(IReadOnlyDictionary<string, Session> sessions, Func<Session, string?> titleOf)
    {
        var places = sessions.ToDictionary(session => session.Key, session => session.Value.PlacesLeft, StringComparer.OrdinalIgnoreCase);
        foreach (var row in _rows)
        {
            var session = row.Session is null ? null : sessions.GetValueOrDefault(row.Session);
            var left = session is null ? null : places[row.Session!];
            row.Problems.AddRange(ProblemsOf(row, session, left));
            if (row.Problems.Count == 0 && left > 0)
            {
                places[row.Session!]--;
            }

            yield return new RegistrationCheck
            {
                Row = row.Number,
                SessionId = row.Session,
                TraineeCrmId = row.Trainee,
                Problems = new ItemList<string>(row.Problems),
                SessionStatus = session?.Status,
                PlacesLeft = left,
                ProductTitle = session is null ? null : titleOf(session),
            };
        }
    }

    private IEnumerable<string> ProblemsOf(Row row, Session? session, int? left)
    {
        if (session is null)
        {
            if (row.Session is not null)
            {
                yield return $"The catalogue has no session '{row.Session}'.";
            }

            yield break;
        }

        if (session.Status is SessionStatus.Cancelled or SessionStatus.Closed)
        {
            yield return $"The session is {session.Status.ToString().ToLowerInvariant()}.";
        }

        if (session.StartDate <= now)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"The session began on {session.StartDate:yyyy-MM-dd}.");
        }

        if (left == 0 && !row.Overbooking)
        {
            yield return session.PlacesLeft == 0 ? "The session is full." : "The rows above take the last places of the session.";
        }
    }

    private sealed record Row(int? Number, string? Session, string? Trainee, bool Overbooking, List<string> Problems);
}

/// <summary>Reads the items of a list by their codes: one by one, or from the list if this takes fewer requests.</summary>
/// <param name="readOne">Reads one item by its code.</param>
/// <param name="readAll">Reads the list.</param>
/// <param name="codeOf">Gets the code of an item.</param>
internal sealed class CatalogLookup<T>(Func<string, Task<T>> readOne, Func<IAsyncEnumerable<Page<T>>> readAll, Func<T, string> codeOf)
    where T : class
{
    /// <summary>
    /// The maximum number of items that are read one by one without reading a page of the list, which contains the length of the list.
    /// </summary>
    private const int Few = 2;

    /// <summary>The maximum number of requests in flight.</summary>
    private const int InFlight = 8;

    /// <summary>Gets the items by code, in any letter case. Codes that do not exist are left out.</summary>
    /// <exception cref="ApiException">An item or the list could not be read.</exception>
    public async Task<Dictionary<string, T>> ReadAsync(IEnumerable<string> codes)
    {
        var missing = codes.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        var isOver = missing.Count > Few && await ReadListAsync(missing, found);
        foreach (var some in isOver ? [] : missing.Chunk(InFlight).ToArray())
        {
            var items = await Task.WhenAll(some.Select(TryReadAsync));
            foreach (var (code, item) in some.Zip(items).Where(pair => pair.Second is not null))
            {
                found[code] = item!;
            }
        }

        return found;
    }

    /// <summary>Reads the list as long as this takes fewer requests than reading the missing codes one by one.</summary>
    /// <returns>True if the list was read to its end.</returns>
    private async Task<bool> ReadListAsync(HashSet<string> missing, Dictionary<string, T> found)
    {
        // When the first page has arrived, no other page has been requested yet. Later, requests for the next pages are in flight.
        var inFlight = 0;
        await foreach (var page in readAll())
        {
            foreach (var item in page.Items.Where(item => missing.Remove(codeOf(item))))
            {
                found[codeOf(item)] = item;
            }

            if (missing.Count == 0 || missing.Count + inFlight < page.TotalPages - page.Number)
            {
                return false;
            }

            inFlight = InFlight;
        }

        return true;
    }

    private async Task<T?> TryReadAsync(string code)
    {
        try
        {
            return await readOne(code);
        }
        catch (ApiException error) when (error.Kind == ApiErrorKind.NotFound)
        {
            return null;
        }
    }
}
