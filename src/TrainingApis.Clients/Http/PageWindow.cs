namespace TrainingApis.Clients.Http;

/// <summary>
/// Determines how many page requests of one list may be in flight: the given limit, or as many as the vendor accepts. Without a limit, it
/// starts at 4, adds one for each page that arrives in order without throttling, up to 8, and halves on 429 or 503. After a
/// <c>Retry-After</c>, it requests no further page until the throttled pages have arrived. A size that was throttled is tried again only
/// after enough pages to make up for the wait, and less often after each failure.
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

    /// <summary>Gets how many page requests may be in flight, including the page that is being consumed.</summary>
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

    /// <summary>Gets the observer for a page request.</summary>
    public IApiObserver Ask(int page)
    {
        lock (_gate)
        {
            _lastAsked = Math.Max(_lastAsked, page);
        }

        return new PageObserver(this, page, observer);
    }

    /// <summary>Records that a page arrived in order.</summary>
    public void Arrive(int page)
    {
        lock (_gate)
        {
            if (page <= _lastOfBurst)
            {
                return; // The page was in flight when the vendor throttled.
            }

            // A failed attempt costs as many pages as arrive during its wait.
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

    /// <summary>
    /// Records a throttled page. Pages that were in flight at the same time count once. If the vendor specifies the wait, it limits the
    /// pages per period, so the next lower size is still too large.
    /// </summary>
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
