using System.Globalization;

namespace PeaceTracker.Services.Audit;

/// <summary>Lets one of many like entries through in a time and counts the others, so that nobody can fill the audit.</summary>
internal sealed class Folding(TimeProvider clock)
{
    /// <summary>How long one entry stands for those like it.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private const int MostKeys = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>How many like it were not written since the last one that was; null where this one is not to be written either.</summary>
    public int? Take(string key)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            if (_kept.TryGetValue(key, out var kept) && now - kept.At < Window)
            {
                _kept[key] = kept with { Unsaid = kept.Unsaid + 1 };
                return null;
            }

            if (_kept.Count >= MostKeys)
            {
                _kept.Clear();
            }

            _kept[key] = new Kept(now, 0);
            return kept?.Unsaid ?? 0;
        }
    }

    /// <summary>A detail with how many were not written.</summary>
    public static string? Counted(string? detail, int unsaid) =>
        unsaid == 0 ? detail : $"{detail} ({unsaid.ToString(CultureInfo.InvariantCulture)} more before, not listed)".Trim();

    private sealed record Kept(DateTimeOffset At, int Unsaid);
}
