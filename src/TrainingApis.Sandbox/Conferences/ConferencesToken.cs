namespace TrainingApis.Sandbox.Conferences;

/// <summary>A token that was handed out.</summary>
internal sealed class ConferencesToken
{
    public ConferencesToken(ConferencesAccount account, DateTimeOffset expires) => (Account, Expires) = (account, expires);

    public ConferencesAccount Account { get; }

    public DateTimeOffset Expires { get; }
}
