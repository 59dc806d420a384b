namespace TrainingApis.Sandbox.Cegos;

/// <summary>A queued deferral. It is decided when it is asked for; how many reads find it waiting is the sandbox's choice.</summary>
internal sealed class CegosDeferral
{
    public CegosDeferral(string transactionId, string tenant, string registrationNumber, string sessionId, int readsLeft)
    {
        (TransactionId, Tenant, RegistrationNumber, SessionId, ReadsLeft) = (transactionId, tenant, registrationNumber, sessionId, readsLeft);
    }

    public string TransactionId { get; }

    public string Tenant { get; }

    public string RegistrationNumber { get; }

    public string SessionId { get; }

    /// <summary>How many reads will still find it waiting.</summary>
    public int ReadsLeft { get; set; }

    /// <summary>Why the job failed as a whole; null where it came to an outcome.</summary>
    public string? Error { get; set; }

    /// <summary>What came out; null where the job failed.</summary>
    public CegosOutcome? Outcome { get; set; }

    public string Status => ReadsLeft > 0 ? "Scheduled" : Error != null ? "Error" : "Processed";
}
