namespace PeaceTracker.Services.Mail;

/// <summary>What of a board somebody follows.</summary>
public enum FollowKind
{
    /// <summary>All of it.</summary>
    Negotiation,
    /// <summary>An issue.</summary>
    Issue,
    /// <summary>A pair of parties.</summary>
    Pair,
    /// <summary>A party.</summary>
    Party,
    /// <summary>What a search finds.</summary>
    Search,
}

/// <summary>How often somebody is told.</summary>
public enum FollowFrequency
{
    /// <summary>Within minutes.</summary>
    AtOnce,
    /// <summary>Each morning.</summary>
    Daily,
    /// <summary>Each Monday morning.</summary>
    Weekly,
}

/// <summary>That somebody is told by mail of what changes on a board, or on a part of it.</summary>
public sealed class Follow
{
    /// <summary>The most that one account may have.</summary>
    public const int Most = 200;

    /// <summary>Its number; given by the store.</summary>
    public int Id { get; init; }

    /// <summary>The account's id.</summary>
    public required string AccountId { get; init; }

    /// <summary>Slug of the negotiation.</summary>
    public required string Slug { get; init; }

    /// <summary>What of it.</summary>
    public required FollowKind Kind { get; init; }

    /// <summary>Key of the issue, pair or party; the words of the search; empty for all of the board.</summary>
    public required string Key { get; init; }

    /// <summary>How often.</summary>
    public required FollowFrequency Frequency { get; set; }

    /// <summary>The number of the change up to which they were told, or there was nothing to tell.</summary>
    public required long LastChange { get; set; }

    /// <summary>From when on they are told next (UTC).</summary>
    public required DateTime NextAt { get; set; }
}

/// <summary>When whoever follows something is told.</summary>
public static class FollowSchedule
{
    /// <summary>The hour of the day (UTC) at which mails of a day and of a week are made.</summary>
    public const int Hour = 6;

    /// <summary>How long after one mail the next one may come to whoever is told at once: what is saved meanwhile goes into one.</summary>
    public static readonly TimeSpan AtOncePause = TimeSpan.FromMinutes(5);

    /// <summary>The next moment after <paramref name="now"/> (both UTC).</summary>
    public static DateTime Next(FollowFrequency frequency, DateTime now)
    {
        var morning = now.Date.AddHours(Hour);
        var next = morning > now ? morning : morning.AddDays(1);
        return frequency switch
        {
            FollowFrequency.AtOnce => now + AtOncePause,
            FollowFrequency.Daily => next,
            FollowFrequency.Weekly => next.AddDays(((int)DayOfWeek.Monday - (int)next.DayOfWeek + 7) % 7),
        };
    }

    /// <summary>The first moment for whoever begins to follow: at once there is nothing to wait for.</summary>
    public static DateTime First(FollowFrequency frequency, DateTime now) => frequency == FollowFrequency.AtOnce ? now : Next(frequency, now);
}
