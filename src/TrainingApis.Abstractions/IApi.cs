namespace TrainingApis;

/// <summary>
/// Represents an open connection to one API: addresses, credentials and tokens. Safe to use from many threads.
/// Disposing it forgets its secrets; calls after that throw <see cref="ApiErrorKind.NotConnected"/>.
/// </summary>
public interface IApi : IDisposable
{
    /// <summary>Which API.</summary>
    ApiService Service { get; }

    /// <summary>The connection's name.</summary>
    string Name { get; }

    /// <summary>The main base address.</summary>
    Uri BaseUri { get; }

    /// <summary>Who it acts as, as far as that is no secret: the client id, or a key cut to its first characters.</summary>
    string Account { get; }

    /// <summary>How it proves that, in a few words: <c>OAuth client credentials</c>.</summary>
    string Authentication { get; }

    /// <summary>What makes two connections the same for a journal: the address that changes go to, and the account. No secret.</summary>
    string Identity { get; }

    /// <summary>When the first of its tokens ends; null where it has none.</summary>
    DateTimeOffset? TokenExpires { get; }

    /// <summary>True until it is disposed.</summary>
    bool IsOpen { get; }

    /// <summary>Proves the credentials where the vendor lets us do that without side effects (at connect time).</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.AuthenticationFailed"/>, or what kept it from being known.</exception>
    Task AuthenticateAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default);

    /// <summary>Sends the cheapest request that proves that the API responds and knows the account.</summary>
    /// <exception cref="ApiException">What is wrong.</exception>
    Task PingAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default);

    /// <summary>Sends any call through the same chain: authentication, retries, errors, redaction.</summary>
    /// <exception cref="ApiException">As for any operation.</exception>
    Task<RawResponse> SendAsync(RawRequest request, IApiObserver? observer = null, CancellationToken cancellationToken = default);
}
