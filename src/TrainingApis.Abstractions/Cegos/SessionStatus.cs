namespace TrainingApis.Cegos;

/// <summary>Specifies the status of a session. Cegos writes it as a word or as a number, in several spellings.</summary>
public enum SessionStatus
{
    /// <summary>None of the values below; see <see cref="Session.StatusRaw"/>.</summary>
    Unknown,

    /// <summary>Open for registrations (<c>Open</c>, 0).</summary>
    Open,

    /// <summary>Valid (<c>Valid</c>, 100).</summary>
    Valid,

    /// <summary>The participants were invited (<c>Invited</c>, 200).</summary>
    Invited,

    /// <summary>Cancelled (<c>Cancel</c>, <c>Cancelled</c>, 900).</summary>
    Cancelled,

    /// <summary>Closed (<c>Closed</c>).</summary>
    Closed,
}
