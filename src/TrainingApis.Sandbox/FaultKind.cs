namespace TrainingApis.Sandbox;

/// <summary>What a request may meet by chance. Changes meet only the first three: after those nothing has happened for sure.</summary>
internal enum FaultKind
{
    None,
    TooManyRequests,
    Unavailable,
    InternalError,
    BadGateway,
    Reset,
    BrokenBody,
}
