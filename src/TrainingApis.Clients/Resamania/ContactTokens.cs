using TrainingApis.Clients.Http;

namespace TrainingApis.Clients.Resamania;

/// <summary>
/// Provides tokens that act for a contact, with one token source for each e-mail address. The oldest ones are dropped, because a contact is
/// moved only once.
/// </summary>
internal sealed class ContactTokens(Func<string, ITokenSource> create)
{
    private const int Maximum = 256;

    private readonly object _gate = new();
    private readonly Dictionary<string, ITokenSource> _sources = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<string> _order = new();

    public ITokenSource Of(string email)
    {
        lock (_gate)
        {
            if (_sources.TryGetValue(email, out var known))
            {
                return known;
            }

            if (_order.Count == Maximum)
            {
                _sources.Remove(_order.Dequeue()); // A request that uses a dropped source continues to use it.
            }

            _order.Enqueue(email);
            return _sources[email] = create(email);
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
        }
    }
}
