namespace TrainingApis.Clients.Http;

/// <summary>Where a call's token comes from. Safe to use from many threads.</summary>
internal interface ITokenSource
{
    /// <summary>False where a refused token is final, as with a key that someone typed.</summary>
    bool CanRenew { get; }

    /// <summary>When the present token ends; null where there is none.</summary>
    DateTimeOffset? Expires { get; }

    /// <summary>The present token, or a new one where it is about to end or is the one that was refused. All who wait share one
    /// renewal.</summary>
    /// <param name="refused">The token that the API answered 401 to; null at first.</param>
    /// <param name="observer">Hears of the token call, if this caller starts it.</param>
    /// <param name="cancellationToken">Ends this caller's waiting.</param>
    Task<AccessToken> GetAsync(AccessToken? refused, IApiObserver? observer, CancellationToken cancellationToken);

    /// <summary>Forgets the token and the secrets behind it.</summary>
    void Forget();
}
