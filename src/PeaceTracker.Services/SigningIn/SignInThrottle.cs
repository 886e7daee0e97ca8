using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.SigningIn;

/// <summary>
/// Counts failed attempts by account and network address together, and by address alone; never by account alone, because that would
/// let a stranger lock its owner out. An attempt counts as failed until it has succeeded, so that many at once count too. They are counted in the
/// store, for all nodes and across restarts, under names from which no address can be read.
/// </summary>
public sealed class SignInThrottle(IDbContextFactory<TrackerContext> contexts, WriteGate gate, TimeProvider clock)
{
    /// <summary>Failed attempts on one account from one address, within <see cref="Window"/>.</summary>
    public const int MostOfPair = 5;

    /// <summary>Failed attempts from one address, within <see cref="Window"/>: an office behind one address has many people.</summary>
    public const int MostOfAddress = 50;

    /// <summary>Failed attempts from one site, within <see cref="Window"/>: all that a provider gives to one customer.</summary>
    public const int MostOfSite = 250;

    /// <summary>Passwords of one site that are checked at once by one node.</summary>
    public const int MostAtOnce = 4;

    /// <summary>How long an attempt counts.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private const int HouseholdBytes = 8, SiteBytes = 6;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _checking = [];

    /// <summary>Counts an attempt; where there were too many, counts nothing and says how long to wait.</summary>
    public Task<TimeSpan?> BeginAsync(string purpose, string what, string? from, CancellationToken cancellationToken) =>
        IsVersionSix(from)
            ? BeginAsync(
                cancellationToken, (PairKey(purpose, what, from), MostOfPair), (AddressKey(from), MostOfAddress), (SiteKey(from), MostOfSite))
            : BeginAsync(cancellationToken, (PairKey(purpose, what, from), MostOfPair), (AddressKey(from), MostOfAddress));

    /// <summary>Counts an attempt on one account from wherever: only for what nobody gets to without its password.</summary>
    public Task<TimeSpan?> BeginAnywhereAsync(string purpose, string what, int most, CancellationToken cancellationToken) =>
        BeginAsync(cancellationToken, (PairKey(purpose, what, null), most));

    /// <summary>The attempt has succeeded: earlier failures on this pair no longer count.</summary>
    public async Task SucceedAsync(string purpose, string what, string? from, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        await ForgetAsync(turn.Context, PairKey(purpose, what, from), cancellationToken);
        foreach (var key in new[] { AddressKey(from), SiteKey(from) }.Select(Name))
        {
            var newest = await turn.Context.SignInAttempts.Where(row => row.Key == key)
                .OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken);
            if (newest is not null)
            {
                turn.Context.Remove(newest);
            }
        }

        await turn.SaveAsync(cancellationToken);
    }

    /// <summary>The attempt of <see cref="BeginAnywhereAsync"/> has succeeded.</summary>
    public async Task SucceedAnywhereAsync(string purpose, string what, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        await ForgetAsync(turn.Context, PairKey(purpose, what, null), cancellationToken);
        await turn.SaveAsync(cancellationToken);
    }

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

    private async Task<TimeSpan?> BeginAsync(CancellationToken cancellationToken, params (string Key, int Most)[] limits)
    {
        // Whoever is held up takes no turn to write from others.
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (await WaitAsync(context, limits, cancellationToken) is { } wait)
            {
                return wait;
            }
        }

        await using var turn = await gate.EnterAsync(cancellationToken);
        if (await WaitAsync(turn.Context, limits, cancellationToken) is { } meanwhile)
        {
            return meanwhile;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var over = now - Window;
        turn.Context.RemoveRange(await turn.Context.SignInAttempts.Where(row => row.At <= over).ToListAsync(cancellationToken));
        turn.Context.SignInAttempts.AddRange(limits.Select(limit => new SignInAttempt { Key = Name(limit.Key), At = now }));
        await turn.SaveAsync(cancellationToken);
        return null;
    }

    private async Task<TimeSpan?> WaitAsync(TrackerContext context, (string Key, int Most)[] limits, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now - Window;
        TimeSpan? wait = null;
        foreach (var (key, most) in limits)
        {
            var name = Name(key);
            var times = await context.SignInAttempts.Where(row => row.Key == name && row.At > since)
                .OrderByDescending(row => row.At).Take(most).Select(row => row.At).ToListAsync(cancellationToken);
            if (times.Count == most && times[^1] + Window - now is var rest && (wait is null || rest > wait))
            {
                wait = rest;
            }
        }

        return wait;
    }

    private static async Task ForgetAsync(TrackerContext context, string key, CancellationToken cancellationToken)
    {
        var name = Name(key);
        context.RemoveRange(await context.SignInAttempts.Where(row => row.Key == name).ToListAsync(cancellationToken));
    }

    private static string Name(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16));

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
}
