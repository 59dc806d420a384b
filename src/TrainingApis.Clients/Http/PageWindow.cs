namespace TrainingApis.Clients.Http;

/// <summary>
/// Determines how many pages of one list may be in flight: the given limit, or as many as the vendor takes. Without a limit it starts at 4,
/// grows by one for each page that arrives in order without throttling, up to 8, and halves on 429 or 503. Where the vendor named a wait,
/// no page is asked for until those that wait have arrived. A size that was throttled is tried again only after so many pages that the
/// wait of a failed try costs little, and ever more rarely.
/// </summary>
internal sealed class PageWindow(int? limit, IApiObserver? observer)
{
    private const int Start = 4;
    private const int Maximum = 8;
    private const int Patience = 4;

    private readonly object _gate = new();
    private readonly HashSet<int> _waiting = [];
    private int _size = Start;
    private int _ceiling = Maximum;
    private int _patience = Patience;
    private int _calmPages;
    private int _lastAsked;
    private int _lastOfBurst;
    private double _latency = 1;
    private double _wait;

    /// <summary>Gets how many pages may be in flight, the one being consumed included.</summary>
    public int Size
    {
        get
        {
            lock (_gate)
            {
                return limit ?? (_waiting.Count > 0 ? 0 : _size);
            }
        }
    }

    /// <summary>Gets the observer for the request of a page.</summary>
    public IApiObserver Ask(int page)
    {
        lock (_gate)
        {
            _lastAsked = Math.Max(_lastAsked, page);
        }

        return new PageObserver(this, page, observer);
    }

    /// <summary>Notes that a page has arrived in order.</summary>
    public void Arrive(int page)
    {
        lock (_gate)
        {
            if (page <= _lastOfBurst)
            {
                return; // it was in flight when the vendor throttled
            }

            // A failed try costs the pages that would arrive during its wait.
            _calmPages++;
            if (_size == _ceiling && _ceiling < Maximum && _calmPages >= _patience * _wait / _latency * _size)
            {
                _ceiling++;
                _calmPages = 0;
                _patience *= 2;
            }

            _size = Math.Min(_size + 1, _ceiling);
        }
    }

    private void End(int page, long milliseconds)
    {
        lock (_gate)
        {
            _waiting.Remove(page);
            _latency = Math.Max(1, milliseconds);
        }
    }

    /// <summary>Pages that were in flight together are throttled together: that counts once. Where the vendor names the wait it limits
    /// the pages of a time, and one less at once is still too many.</summary>
    private void Throttle(int page, ApiWait wait)
    {
        lock (_gate)
        {
            if (wait.IsNamed)
            {
                _waiting.Add(page);
            }

            if (page <= _lastOfBurst)
            {
                return;
            }

            _lastOfBurst = _lastAsked;
            _wait = wait.Delay.TotalMilliseconds;
            _ceiling = Math.Max(1, wait.IsNamed ? Math.Min(_size - 1, (_size / 2) + 1) : _size - 1);
            _size = Math.Max(1, _size / 2);
            _calmPages = 0;
        }
    }

    private sealed class PageObserver(PageWindow window, int page, IApiObserver? observer) : IApiObserver
    {
        private bool _isThrottled;

        public CancellationToken Stopping => observer?.Stopping ?? CancellationToken.None;

        public void OnExchange(ApiExchange exchange)
        {
            _isThrottled = exchange.StatusCode is 429 or 503;
            if (!_isThrottled)
            {
                window.End(page, exchange.Milliseconds);
            }

            observer?.OnExchange(exchange);
        }

        public void OnWaiting(ApiWait wait)
        {
            if (_isThrottled)
            {
                window.Throttle(page, wait);
            }

            observer?.OnWaiting(wait);
        }

        public void OnWarning(ApiWarning warning) => observer?.OnWarning(warning);
    }
}
