namespace TrainingApis;

/// <summary>
/// Represents an open connection to one API, with its addresses, credentials and tokens. It is thread-safe. Disposing it removes its
/// secrets; later calls throw <see cref="ApiErrorKind.NotConnected"/>.
/// </summary>
public interface IApi : IDisposable
{
    /// <summary>Gets the API.</summary>
    ApiService Service { get; }

    /// <summary>Gets the name of the connection.</summary>
    string Name { get; }

    /// <summary>Gets the main base address.</summary>
    Uri BaseUri { get; }

    /// <summary>Gets the account that the connection uses, without secrets: the client ID, or the first characters of a key.</summary>
    string Account { get; }

    /// <summary>Gets a short description of the authentication, such as <c>OAuth client credentials</c>.</summary>
    string Authentication { get; }

    /// <summary>
    /// Gets the text that identifies the connection in a journal: the address to which changes are sent, and the account. It contains no
    /// secret.
    /// </summary>
    string Identity { get; }

    /// <summary>Gets the earliest time at which a token of the connection expires; null if it has no token.</summary>
    DateTimeOffset? TokenExpires { get; }

    /// <summary>Gets whether the connection is open. It is open until it is disposed.</summary>
    bool IsOpen { get; }

    /// <summary>Verifies the credentials when connecting, if the vendor supports this without side effects.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.AuthenticationFailed"/>: the credentials are refused. Any other kind: they
    /// could not be verified.</exception>
    Task AuthenticateAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default);

    /// <summary>Sends the smallest request that shows that the API responds and accepts the account.</summary>
    /// <exception cref="ApiException">The API does not respond, does not accept the account, or cannot be tested.</exception>
    Task PingAsync(IApiObserver? observer = null, CancellationToken cancellationToken = default);

    /// <summary>Sends any request with the authentication, retries, error handling and redaction of all operations.</summary>
    /// <exception cref="ApiException">The same errors as for all operations.</exception>
    Task<RawResponse> SendAsync(RawRequest request, IApiObserver? observer = null, CancellationToken cancellationToken = default);
}
