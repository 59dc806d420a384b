namespace TrainingApis.Conferences;

/// <summary>Specifies whether a session accepts registrations.</summary>
public enum ConferenceSessionStatus
{
    /// <summary>None of the values below; see <see cref="Session.StatusRaw"/>.</summary>
    Unknown,

    /// <summary>It does (<c>opened</c>).</summary>
    Opened,

    /// <summary>It does not (<c>closed</c>).</summary>
    Closed,
}
