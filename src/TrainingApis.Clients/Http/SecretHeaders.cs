using System.Runtime.InteropServices;
using System.Security;

namespace TrainingApis.Clients.Http;

/// <summary>Provides headers whose values are secrets of the caller. They are never part of an address, and cannot be renewed.</summary>
internal sealed class SecretHeaders(params SecretHeader[] headers) : ITokenSource
{
    public bool CanRenew => false;

    public DateTimeOffset? Expires => null;

    public Task<AccessToken> GetAsync(AccessToken? refused, IApiObserver? observer, CancellationToken cancellationToken) =>
        Task.FromResult(new AccessToken(DateTimeOffset.MaxValue, DateTimeOffset.MaxValue,
            headers.Select(header => header.Reveal()).ToArray()));

    public void Forget()
    {
        foreach (var header in headers)
        {
            header.Dispose();
        }
    }
}

/// <summary>Represents a header with a secret value, which is plain text only while a request is created.</summary>
internal sealed class SecretHeader : IDisposable
{
    private readonly string _name;
    private readonly string _prefix;
    private readonly SecureString _secret;

    /// <param name="name">The name of the header.</param>
    /// <param name="prefix">The text before the secret.</param>
    /// <param name="secret">The secret; a copy is kept.</param>
    /// <param name="redactor">Redacts the secret in texts.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidArgument"/>: the secret is empty, or cannot be the value of a
    /// header.</exception>
    public SecretHeader(string name, string prefix, SecureString secret, Redactor redactor)
    {
        (_name, _prefix) = (name, prefix);
        if (secret.Length == 0)
        {
            throw new ApiException(ApiErrorKind.InvalidArgument, $"The secret of the header {name} is empty.");
        }

        SecretText.Use(secret, text =>
        {
            redactor.AddSecret(text);
            return CanBeSent(text) && CanBeSent(prefix.AsSpan().TrimEnd()) ? true : throw new ApiException(ApiErrorKind.InvalidArgument,
                $"The value of the header {name} has a character that cannot be sent in a header.");
        });
        _secret = secret.Copy();
    }

    public KeyValuePair<string, string> Reveal()
    {
        try
        {
            return new(_name, SecretText.Use(_secret, text => _prefix + new string(text)));
        }
        catch (ObjectDisposedException)
        {
            throw new ApiException(ApiErrorKind.NotConnected, "This connection is closed. Connect again.");
        }
    }

    public void Dispose() => _secret.Dispose();

    private static bool CanBeSent(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (character is <= ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Copies a secret to plain text for an action, and clears the copy.</summary>
internal static class SecretText
{
    public delegate T Using<out T>(ReadOnlySpan<char> text);

    public static T Use<T>(SecureString secret, Using<T> use)
    {
        var characters = new char[secret.Length];
        var unmanaged = Marshal.SecureStringToGlobalAllocUnicode(secret);
        try
        {
            Marshal.Copy(unmanaged, characters, 0, characters.Length);
            return use(characters);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(unmanaged);
            Array.Clear(characters, 0, characters.Length);
        }
    }

    /// <summary>Creates a secure copy of a text from a response.</summary>
    public static SecureString Create(string text)
    {
        var secret = new SecureString();
        foreach (var character in text)
        {
            secret.AppendChar(character);
        }

        return secret;
    }
}
