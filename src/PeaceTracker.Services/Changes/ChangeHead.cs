using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Services.Changes;

/// <summary>What a change is found by, before it is put into words: looking through two hundred thousand makes nothing of them.</summary>
public readonly record struct ChangeHead
{
    private static readonly Dictionary<Type, ChangeSubject> Subjects = new()
    {
        [typeof(StatusEvent)] = ChangeSubject.Status,
        [typeof(Position)] = ChangeSubject.Position,
        [typeof(Claim)] = ChangeSubject.Claim,
        [typeof(ClaimAppearance)] = ChangeSubject.Claim,
        [typeof(AgendaVersion)] = ChangeSubject.Agenda,
        [typeof(Draft)] = ChangeSubject.Draft,
        [typeof(Offer)] = ChangeSubject.Offer,
        [typeof(Round)] = ChangeSubject.Round,
        [typeof(Issue)] = ChangeSubject.Judgement,
        [typeof(Dyad)] = ChangeSubject.Judgement,
        [typeof(Party)] = ChangeSubject.Judgement,
        [typeof(Negotiation)] = ChangeSubject.Judgement,
    };

    private ChangeHead(IRow row, News news, EntryKind entry, bool isLive) => (Row, News, Entry, IsLive) = (row, news, entry, isLive);

    /// <summary>What it is about.</summary>
    public ChangeSubject Subject => Subjects.GetValueOrDefault(Row.GetType(), ChangeSubject.Other);

    /// <summary>When it happened in the world.</summary>
    public DateOnly Date => News.Date;

    /// <summary>Change, correction or retraction.</summary>
    public EntryKind Entry { get; }

    /// <summary>Whether it counts; what is no entry (an agenda, a draft, an offer, a round) always does.</summary>
    public bool IsLive { get; }

    /// <summary>Key of the issue, where it is about one.</summary>
    public string? IssueKey => News.IssueKey;

    /// <summary>Key of the dyad, where it is about one.</summary>
    public string? DyadKey => News.DyadKey;

    /// <summary>Key of the party, where it is about one.</summary>
    public string? PartyKey => News.PartyKey;

    /// <summary>Key of the round in which it came about.</summary>
    public string? RoundKey => News.RoundKey;

    /// <summary>Who entered it; empty if that is not kept.</summary>
    public string RecordedBy => News.RecordedBy ?? "";

    /// <summary>Whether a later correction or retraction took it out.</summary>
    public bool Superseded => !IsLive && Entry != EntryKind.Retraction;

    /// <summary>The row that tells it.</summary>
    internal IRow Row { get; }

    /// <summary>What it tells.</summary>
    internal News News { get; }

    /// <summary>Whether it is about an issue, or bears on it among others.</summary>
    public bool IsOfIssue(string key) => IssueKey == key || News.IssueKeys?.Contains(key) == true;

    /// <summary>Whether it is about a party, or the party takes part in it.</summary>
    public bool IsOfParty(string key) => PartyKey == key || News.PartyKeys?.Contains(key) == true;

    internal static ChangeHead Of(KnownEntry known) => new(known.Entry, known.Entry.News(), known.Entry.Kind, known.IsLive);

    internal static ChangeHead Of(IRow row, News news) => new(row, news, EntryKind.Change, isLive: true);
}
