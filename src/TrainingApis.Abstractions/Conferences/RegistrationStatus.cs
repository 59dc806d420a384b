namespace TrainingApis.Conferences;

/// <summary>Specifies the status of a registration.</summary>
public enum RegistrationStatus
{
    /// <summary>None of the values below; see <see cref="Registration.StatusRaw"/>.</summary>
    Unknown,

    /// <summary>There is a seat (<c>accepted</c>).</summary>
    [WireName("accepted")]
    Accepted,

    /// <summary>It waits for one (<c>waitingList</c>).</summary>
    [WireName("waitingList")]
    WaitingList,

    /// <summary>It was cancelled (<c>cancelled</c>). It cannot be set: cancelling is a call of its own.</summary>
    Cancelled,
}
