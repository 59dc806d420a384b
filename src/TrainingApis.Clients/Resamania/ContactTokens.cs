using System.Security;
using TrainingApis.Clients.Http;

namespace TrainingApis.Clients.Resamania;

/// <summary>Tokens that act as a contact, one source for each e-mail. The oldest make room: a contact is moved once.</summary>
internal sealed class ContactTokens
{
    private const int Most = 256;

    private readonly object _gate = new();
    private readonly SecureString _secret;
    private readonly Func<SecureString, string, ITokenSource> _create;
    private readonly Dictionary<string, ITokenSource> _sources = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<string> _order = new();

    /// <param name="secret">The secret of the client that asks for them. A copy is kept.</param>
    /// <param name="create">Makes the source for an e-mail, with a secret that it copies.</param>
    public ContactTokens(SecureString secret, Func<SecureString, string, ITokenSource> create) =>
        (_secret, _create) = (secret.Copy(), create);

    public ITokenSource Of(string email)
    {
        lock (_gate)
        {
            if (_sources.TryGetValue(email, out var known))
            {
                return known;
            }

            if (_order.Count == Most)
            {
                _sources.Remove(_order.Dequeue()); // a call that still has it goes on with it
            }

            _order.Enqueue(email);
            return _sources[email] = _create(_secret, email);
        }
    }

    public void Forget()
    {
        lock (_gate)
        {
            foreach (var source in _sources.Values)
            {
                source.Forget();
            }

            _sources.Clear();
            _order.Clear();
            _secret.Clear(); // not disposed: a late caller is to hear from the sender that the connection is closed
        }
    }
}
