using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Services.Changes;

/// <summary>What a change is found by, before it is put into words: looking through two hundred thousand makes nothing of them.</summary>
public readonly record struct ChangeHead
{
    /// <summary>What it is about.</summary>
    public ChangeSubject Subject { get; private init; }

    /// <summary>When it happened in the world.</summary>
    public DateOnly Date { get; private init; }

    /// <summary>Change, correction or retraction.</summary>
    public EntryKind Entry { get; private init; }

    /// <summary>Whether it counts; what is no entry (an agenda, a draft, an offer, a round) always does.</summary>
    public bool IsLive { get; private init; }

    /// <summary>Key of the issue, where it is about one.</summary>
    public string? IssueKey { get; private init; }

    /// <summary>Key of the dyad, where it is about one.</summary>
    public string? DyadKey { get; private init; }

    /// <summary>Key of the party, where it is about one.</summary>
    public string? PartyKey { get; private init; }

    /// <summary>Key of the round in which it came about.</summary>
    public string? RoundKey { get; private init; }

    /// <summary>Whether it is about an issue, or bears on it among others.</summary>
    public bool IsOfIssue(string key) => IssueKey == key || (Source switch
    {
        ChangeItem item => item.IssueKeys.Contains(key),
        Claim claim => claim.NamedOpenIssueKeys.Contains(key),
        _ => false,
    });

    /// <summary>Whether it is about a party, or the party takes part in it.</summary>
    public bool IsOfParty(string key) => PartyKey == key || (Source switch
    {
        ChangeItem item => item.PartyKeys.Contains(key),
        Claim claim => claim.Claimants.Any(claimant => claimant.PartyKey == key),
        _ => false,
    });

    /// <summary>Who entered it; empty where that is not kept.</summary>
    public string RecordedBy { get; private init; }

    /// <summary>Whether a later correction or retraction took it out.</summary>
    public bool Superseded => !IsLive && Entry != EntryKind.Retraction;

    /// <summary>The entry, or the change itself where it is no entry.</summary>
    internal object Source { get; private init; }

    internal static ChangeHead Of(KnownEntry known) => known.Entry switch
    {
        StatusEvent e => new()
        {
            Subject = ChangeSubject.Status, Date = e.OccurredOn, Entry = e.Kind, IsLive = known.IsLive, Source = e,
            IssueKey = e.IssueKey, DyadKey = e.DyadKey, RoundKey = e.RoundKey, RecordedBy = e.RecordedBy,
        },
        Position p => new()
        {
            Subject = ChangeSubject.Position, Date = p.OccurredOn, Entry = p.Kind, IsLive = known.IsLive, Source = p,
            IssueKey = p.IssueKey, PartyKey = p.PartyKey, RoundKey = p.RoundKey, RecordedBy = p.RecordedBy,
        },
        Claim c => new()
        {
            Subject = ChangeSubject.Claim, Date = c.OccurredOn, Entry = c.Kind, IsLive = known.IsLive, Source = c,
            DyadKey = c.DyadKey, PartyKey = c.FirstClaimant?.PartyKey, RecordedBy = c.RecordedBy,
        },
        var other => throw new ArgumentException($"{other.GetType().Name} is no entry that the feed knows.", nameof(known)),
    };

    internal static ChangeHead Of(ChangeItem item) => new()
    {
        Subject = item.Subject, Date = item.Date, Entry = item.Entry, IsLive = true, IssueKey = item.IssueKey, DyadKey = item.DyadKey,
        PartyKey = item.PartyKey, RoundKey = item.RoundKey, RecordedBy = item.RecordedBy, Source = item,
    };
}
