using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Changes;

namespace PeaceTracker.Services.Issues;

/// <summary>Everything that the page of one issue shows, on a date.</summary>
public sealed record IssueView
{
    private IssueView()
    {
    }

    /// <summary>The board on the date.</summary>
    public required BoardSnapshot At { get; init; }

    /// <summary>The issue as it stands.</summary>
    public required IssueStanding Standing { get; init; }

    /// <summary>Whether it is on the agenda in force, and if not, why.</summary>
    public required AgendaPlace Place { get; init; }

    /// <summary>The dyads that give it its level; see <see cref="ListedIssue.SettingLevel"/>.</summary>
    public required IReadOnlyList<DyadStanding> SetBy { get; init; }

    /// <summary>Its dyads, the judged ones first.</summary>
    public required IReadOnlyList<DyadStanding> Dyads { get; init; }

    /// <summary>What each party wants, in the order of the parties.</summary>
    public required IReadOnlyList<PartyPosition> Positions { get; init; }

    /// <summary>Parties of its dyads of which no position is recorded.</summary>
    public required IReadOnlyList<Party> Silent { get; init; }

    /// <summary>What it depends on.</summary>
    public required IReadOnlyList<LinkedIssue> DependsOn { get; init; }

    /// <summary>What depends on it.</summary>
    public required IReadOnlyList<LinkedIssue> NeededBy { get; init; }

    /// <summary>Working groups that negotiate it.</summary>
    public required IReadOnlyList<WorkingGroup> WorkingGroups { get; init; }

    /// <summary>Rounds that discuss it, oldest first.</summary>
    public required IReadOnlyList<Round> Rounds { get; init; }

    /// <summary>Drafts that cover it.</summary>
    public required IReadOnlyList<Draft> Drafts { get; init; }

    /// <summary>Offers that bear on it.</summary>
    public required IReadOnlyList<Offer> Offers { get; init; }

    /// <summary>Claims about the issue, alone or among others, newest first.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>Its status events and positions, newest first; corrections, retractions and what they took out among them.</summary>
    public required IReadOnlyList<ChangeItem> History { get; init; }

    /// <summary>The issue.</summary>
    public Issue Issue => Standing.Issue;

    /// <summary>The page of an issue; null where the key is none.</summary>
    public static IssueView? Of(BoardSnapshot at, string key)
    {
        if (at.IssueOnOrOffAgenda(key) is not { } standing)
        {
            return null;
        }

        var dyadParties = standing.Dyads.Where(d => d.Applies)
            .SelectMany(d => new[] { d.Dyad.FirstPartyKey, d.Dyad.SecondPartyKey }).ToHashSet(StringComparer.Ordinal);
        return new IssueView
        {
            At = at,
            Standing = standing,
            Place = AgendaPlace.Of(at, key),
            SetBy = [.. ListedIssue.SettingLevel(standing)],
            Dyads = [.. standing.Dyads.OrderByDescending(standing.Judged.Contains).ThenByDescending(d => d.Applies)],
            Positions = PartyPosition.Of(at, standing),
            Silent = [.. at.Parties.Where(p => dyadParties.Contains(p.Key) && standing.Positions.All(x => x.PartyKey != p.Key))],
            DependsOn = [.. standing.Issue.DependsOn.Select(l => LinkedIssue.Of(at, l.IssueKey, l.Note)).OfType<LinkedIssue>()],
            NeededBy =
            [
                .. from other in at.Board.Record.Issues
                   from link in other.DependsOn
                   where link.IssueKey == key
                   select LinkedIssue.Of(at, other.Key, link.Note) into linked
                   where linked is not null
                   select linked,
            ],
            WorkingGroups = [.. at.WorkingGroups.Where(g => g.IssueKeys.Contains(key))],
            Rounds = [.. at.Rounds.Where(r => r.IssueKeys.Contains(key))],
            Drafts = [.. at.Drafts.Where(d => d.IssueKeys.Contains(key))],
            Offers = [.. at.Offers.Where(o => o.IssueKeys.Contains(key))],
            Claims = [.. at.Claims.Where(claim => claim.IssueKeys.Contains(key))],
            History = [.. ChangeFeed.Of(at, head => head.IssueKey == key)],
        };
    }
}

/// <summary>A party's position on an issue, with those it held before.</summary>
/// <param name="Party">The party.</param>
/// <param name="Position">The position in force.</param>
/// <param name="AgeInDays">Days between the position and the date of the board.</param>
/// <param name="Earlier">Positions it held before, newest first.</param>
public sealed record PartyPosition(Party Party, Position Position, int AgeInDays, IReadOnlyList<Position> Earlier)
{
    internal static IReadOnlyList<PartyPosition> Of(BoardSnapshot at, IssueStanding standing)
    {
        var all = at.Positions.Where(p => p.IssueKey == standing.Issue.Key).ToLookup(p => p.PartyKey, StringComparer.Ordinal);
        return
        [
            .. from party in at.Board.Record.Parties
               join position in standing.Positions on party.Key equals position.PartyKey
               select new PartyPosition(
                   party, position, new DateAsKnown(position.OccurredOn, position.Precision).AgeOn(at.Date),
                   [.. all[party.Key].Where(p => p.Key != position.Key)]),
        ];
    }
}

/// <summary>An issue at the other end of a link.</summary>
/// <param name="Standing">The issue as it stands.</param>
/// <param name="Note">Why the one depends on the other.</param>
public sealed record LinkedIssue(IssueStanding Standing, string? Note)
{
    internal static LinkedIssue? Of(BoardSnapshot at, string key, string? note) =>
        at.IssueOnOrOffAgenda(key) is { } standing ? new LinkedIssue(standing, note) : null;
}
