namespace TrainingApis.Sandbox.Cegos;

/// <summary>A token that was handed out.</summary>
internal sealed class CegosToken
{
    public CegosToken(SandboxAccount account, string scope, DateTimeOffset expires)
    {
        (Account, Scope, Expires) = (account, scope, expires);
    }

    public SandboxAccount Account { get; }

    public string Scope { get; }

    public DateTimeOffset Expires { get; }
}
