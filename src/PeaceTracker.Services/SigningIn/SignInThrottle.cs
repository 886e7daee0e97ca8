using System.Net;
using System.Net.Sockets;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Services.SigningIn;

/// <summary>
/// Counts failed attempts by account and network address together, and by address alone; never by account alone, because that would
/// let a stranger lock its owner out. An attempt counts as failed until it has succeeded, so that many at once count too.
/// </summary>
public sealed class SignInThrottle(TimeProvider clock)
{
    /// <summary>Failed attempts on one account from one address, within <see cref="Window"/>.</summary>
    public const int MostOfPair = 5;

    /// <summary>Failed attempts from one address, within <see cref="Window"/>: an office behind one address has many people.</summary>
    public const int MostOfAddress = 50;

    /// <summary>Failed attempts from one site, within <see cref="Window"/>: all that a provider gives to one customer.</summary>
    public const int MostOfSite = 250;

    /// <summary>Passwords of one site that are checked at once.</summary>
    public const int MostAtOnce = 4;

    /// <summary>How long an attempt counts.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>The most keys that are kept: under an attack from very many addresses, those that were tried longest ago are forgotten.</summary>
    internal const int MostKeys = 100_000;

    private const int HouseholdBytes = 8, SiteBytes = 6;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Attempts>> _attempts = [];
    private readonly Dictionary<string, int> _checking = [];

    // The key that was tried longest ago first.
    private readonly LinkedList<Attempts> _order = [];

    /// <summary>How many keys are kept.</summary>
    internal int Kept
    {
        get
        {
            lock (_lock)
            {
                return _attempts.Count;
            }
        }
    }

    /// <summary>Counts an attempt; where there were too many, counts nothing and says how long to wait.</summary>
    public TimeSpan? Begin(string purpose, string what, string? from) =>
        IsVersionSix(from)
            ? Begin((PairKey(purpose, what, from), MostOfPair), (AddressKey(from), MostOfAddress), (SiteKey(from), MostOfSite))
            : Begin((PairKey(purpose, what, from), MostOfPair), (AddressKey(from), MostOfAddress));

    /// <summary>
    /// Takes one of the few places that a network has while its passwords are being checked; null where they are taken. Whoever disposes it gives it
    /// back.
    /// </summary>
    public IDisposable? Enter(string? from)
    {
        var site = SiteKey(from);
        lock (_lock)
        {
            var now = _checking.GetValueOrDefault(site);
            if (now >= MostAtOnce)
            {
                return null;
            }

            _checking[site] = now + 1;
            return new Place(this, site);
        }
    }

    /// <summary>Counts an attempt on one account from wherever: only for what nobody gets to without its password.</summary>
    public TimeSpan? BeginAnywhere(string purpose, string what, int most) => Begin((PairKey(purpose, what, null), most));

    /// <summary>The attempt has succeeded: earlier failures on this pair no longer count.</summary>
    public void Succeed(string purpose, string what, string? from)
    {
        lock (_lock)
        {
            Forget(PairKey(purpose, what, from));
            foreach (var key in new[] { AddressKey(from), SiteKey(from) })
            {
                if (_attempts.TryGetValue(key, out var node) && node.Value.Times is { Count: > 0 } times)
                {
                    times.RemoveAt(times.Count - 1);
                }
            }
        }
    }

    /// <summary>The attempt of <see cref="BeginAnywhere"/> has succeeded.</summary>
    public void SucceedAnywhere(string purpose, string what)
    {
        lock (_lock)
        {
            Forget(PairKey(purpose, what, null));
        }
    }

    private TimeSpan? Begin(params (string Key, int Most)[] limits)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            TimeSpan? wait = null;
            foreach (var (key, most) in limits)
            {
                var times = Counted(key, now);
                if (times.Count >= most && times[^most] + Window - now is var rest && (wait is null || rest > wait))
                {
                    wait = rest;
                }
            }

            if (wait is null)
            {
                foreach (var (key, _) in limits)
                {
                    Count(key, now);
                }
            }

            return wait;
        }
    }

    // What counts of a key; a mere look leaves nothing behind.
    private List<DateTimeOffset> Counted(string key, DateTimeOffset now)
    {
        if (!_attempts.TryGetValue(key, out var node))
        {
            return [];
        }

        var times = node.Value.Times;
        times.RemoveAll(time => time + Window <= now);
        return times;
    }

    private void Count(string key, DateTimeOffset now)
    {
        if (_attempts.TryGetValue(key, out var node))
        {
            _order.Remove(node);
        }
        else
        {
            _attempts[key] = node = new LinkedListNode<Attempts>(new Attempts(key, []));
        }

        node.Value.Times.Add(now);
        _order.AddLast(node);
        while (_attempts.Count > MostKeys)
        {
            Forget(_order.First!.Value.Key);
        }
    }

    private void Forget(string key)
    {
        if (_attempts.Remove(key, out var node))
        {
            _order.Remove(node);
        }
    }

    private static string PairKey(string purpose, string what, string? from) => $"{purpose} {AccountNames.Key(what)} {Network(from, SiteBytes)}";

    private static string AddressKey(string? from) => $"address {Network(from, HouseholdBytes)}";

    private static bool IsVersionSix(string? from) =>
        IPAddress.TryParse(from, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6;

    private static string SiteKey(string? from) => $"site {Network(from, SiteBytes)}";

    // A household with IPv6 has 2^64 addresses, a site 2^80.
    private static string Network(string? from, int bytes)
    {
        if (!IPAddress.TryParse(from, out var address))
        {
            return "unknown";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, bytes))
            : address.ToString();
    }

    private void Leave(string site)
    {
        lock (_lock)
        {
            if (--_checking[site] == 0)
            {
                _checking.Remove(site);
            }
        }
    }

    private sealed class Place(SignInThrottle throttle, string site) : IDisposable
    {
        public void Dispose() => throttle.Leave(site);
    }

    private sealed record Attempts(string Key, List<DateTimeOffset> Times);
}
