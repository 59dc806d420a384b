namespace TrainingApis.Clients.Http;

/// <summary>
/// Determines how many pages of one list may be in flight: the given limit, or as many as the vendor takes. Without a limit it starts at 4,
/// grows by one for each page that arrives in order without throttling, up to 8, and halves on 429 or 503. A size that was throttled is
/// tried again only after many pages, and ever more rarely: each try costs a wait.
/// </summary>
internal sealed class PageWindow(int? limit, IApiObserver? observer)
{
    private const int Start = 4;
    private const int Maximum = 8;
    private const int FirstPatience = 32;

    private readonly object _gate = new();
    private int _size = Start;
    private int _ceiling = Maximum;
    private int _patience = FirstPatience;
    private int _calmPages;
    private int _lastAsked;
    private int _lastOfBurst;

    /// <summary>Gets how many pages may be in flight, the one being consumed included.</summary>
    public int Size
    {
        get
        {
            lock (_gate)
            {
                return limit ?? _size;
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

            _calmPages++;
            if (_size == _ceiling && _ceiling < Maximum && _calmPages >= _patience)
            {
                _ceiling++;
                _calmPages = 0;
                _patience *= 2;
            }

            _size = Math.Min(_size + 1, _ceiling);
        }
    }

    /// <summary>Pages that were in flight together are throttled together: that counts once.</summary>
    private void Throttle(int page)
    {
        lock (_gate)
        {
            if (page <= _lastOfBurst)
            {
                return;
            }

            _lastOfBurst = _lastAsked;
            _ceiling = Math.Max(1, _size - 1);
            _size = Math.Max(1, _size / 2);
            _calmPages = 0;
        }
    }

    private sealed class PageObserver(PageWindow window, int page, IApiObserver? observer) : IApiObserver
    {
        public void OnExchange(ApiExchange exchange)
        {
            if (exchange.StatusCode is 429 or 503)
            {
                window.Throttle(page);
            }

            observer?.OnExchange(exchange);
        }

        public void OnWaiting(ApiWait wait) => observer?.OnWaiting(wait);

        public void OnWarning(ApiWarning warning) => observer?.OnWarning(warning);
    }
}
