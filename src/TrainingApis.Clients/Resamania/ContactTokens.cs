using System.Security;
using TrainingApis.Clients.Http;

namespace TrainingApis.Clients.Resamania;

/// <summary>Tokens that act as a contact, one source for each e-mail. The oldest make room: a contact is moved once.</summary>
internal sealed class ContactTokens
{
    private const int Most = 256;

    private readonly object _gate = new();
    private readonly Func<string, ITokenSource> _create;
    private readonly Dictionary<string, ITokenSource> _sources = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<string> _order = new();

    public ContactTokens(Func<string, ITokenSource> create) => _create = create;

    public ITokenSource Of(string email)
    {
        lock (_gate)
        {
            if (_sources.TryGetValue(email, out var known))
                return known;
            if (_order.Count == Most)
                _sources.Remove(_order.Dequeue()); // a call that still has it goes on with it
            _order.Enqueue(email);
            return _sources[email] = _create(email);
        }
    }

    public void Forget()
    {
        lock (_gate)
        {
            foreach (var source in _sources.Values)
                source.Forget();
            _sources.Clear();
            _order.Clear();
        }
    }
}
