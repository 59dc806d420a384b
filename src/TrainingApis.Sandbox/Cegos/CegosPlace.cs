using System.Text.RegularExpressions;

namespace TrainingApis.Sandbox.Cegos;

/// <summary>
/// A session as registrations name it. What their <c>sessionId</c> is in the catalogue's terms is not documented: the codes
/// of the catalogue are taken, in any of their forms, and ids like the documents' own example <c>SES001</c>.
/// </summary>
internal sealed class CegosPlace
{
    private static readonly Regex Example = new(@"^SES(\d{3})$", RegexOptions.CultureInvariant);

    private CegosPlace(string id, SessionFacts? session, bool isCancelled, bool isFull)
    {
        (Id, Session, IsCancelled, IsFull) = (id, session, isCancelled, isFull);
    }

    public string Id { get; }

    /// <summary>The session in the catalogue; null for one of the examples, which have seats without end.</summary>
    public SessionFacts? Session { get; }

    public bool IsCancelled { get; }

    public bool IsFull { get; }

    public static CegosPlace? Find(string id, SessionNumbers sessions, CegosSeats seats)
    {
        if (Example.Match(id) is { Success: true } example)
        {
            // SES001 to SES899 are open, SES900 is cancelled, SES901 is full, the rest do not exist.
            var number = int.Parse(example.Groups[1].Value);
            return number is > 0 and < 902 ? new CegosPlace(id, null, number == 900, number == 901) : null;
        }

        return sessions.Find(id) is { } session
            ? new CegosPlace(session.Code, session, session.Status == SessionStatus.Cancelled, session.Registered + seats.TakenIn(session.Index) >= session.Limit)
            : null;
    }
}
