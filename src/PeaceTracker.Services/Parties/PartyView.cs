using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Pairs;

namespace PeaceTracker.Services.Parties;

/// <summary>One party on a date: what it does, who speaks for it, where it agrees with whom, and what it wants.</summary>
public sealed record PartyView
{
    private PartyView()
    {
    }

    /// <summary>The party.</summary>
    public required Party Party { get; init; }

    /// <summary>Its delegates named by the date, the newest office first.</summary>
    public required IReadOnlyList<PartyDelegate> Delegates { get; init; }

    /// <summary>The pairs it belongs to, as <see cref="ListedPair.Of"/> orders them.</summary>
    public required IReadOnlyList<ListedPair> Pairs { get; init; }

    /// <summary>How often each level stands between its pairs, levels that don't left out.</summary>
    public required IReadOnlyList<LevelCount> Levels { get; init; }

    /// <summary>Its positions in force: red lines first, then in the order of the agenda, then those on issues off it.</summary>
    public required IReadOnlyList<PositionOnIssue> Positions { get; init; }

    /// <summary>Positions that it has since changed, newest first.</summary>
    public required IReadOnlyList<Position> EarlierPositions { get; init; }

    /// <summary>What it has offered, newest first.</summary>
    public required IReadOnlyList<Offer> OffersBy { get; init; }

    /// <summary>What was offered to it, newest first.</summary>
    public required IReadOnlyList<Offer> OffersTo { get; init; }

    /// <summary>The working groups it sits in, with its seats.</summary>
    public required IReadOnlyList<PartySeat> WorkingGroups { get; init; }

    /// <summary>The rounds at which it takes part or is the host, newest first.</summary>
    public required IReadOnlyList<Round> Rounds { get; init; }

    /// <summary>Drafts whose newest version it holds.</summary>
    public required IReadOnlyList<Draft> Holds { get; init; }

    /// <summary>Drafts whose newest version it has not seen.</summary>
    public required IReadOnlyList<Draft> NotSeen { get; init; }

    /// <summary>The view of a party; null where the key is none of those at the table on the date.</summary>
    public static PartyView? Of(BoardSnapshot at, string key)
    {
        if (at.Parties.FirstOrDefault(p => p.Key == key) is not { } party)
        {
            return null;
        }

        var inForce = at.PositionsInForce.Where(p => p.PartyKey == key).ToList();
        List<ListedPair> pairs = [.. ListedPair.Of(at).Where(p => p.Dyad.Includes(key))];
        return new PartyView
        {
            Party = party,
            Delegates = [.. at.Delegates.Where(d => d.PartyKey == key).OrderByDescending(d => d.OfficeAsOf)],
            Pairs = pairs,
            Levels = [.. ScopeShares.LevelCounts([.. pairs.SelectMany(p => p.Shares.Shares.Standings)]).Where(c => c.Count > 0)],
            Positions =
            [
                .. inForce.Select(p => new PositionOnIssue(p, at.IssueOnOrOffAgenda(p.IssueKey)!, at.Date.DayNumber - p.OccurredOn.DayNumber))
                    .OrderByDescending(p => p.Position.Flexibility == Flexibility.RedLine)
                    .ThenBy(p => p.Standing.AgendaOrder),
            ],
            EarlierPositions = [.. at.Positions.Where(p => p.PartyKey == key).Except(inForce)],
            OffersBy = [.. at.Offers.Where(o => o.ByPartyKey == key)],
            OffersTo = [.. at.Offers.Where(o => o.ToPartyKeys.Contains(key))],
            WorkingGroups =
            [
                .. at.WorkingGroups.Select(g => new PartySeat(g, [.. g.Members.Where(m => m.PartyKey == key)])).Where(s => s.Members.Count > 0),
            ],
            Rounds = [.. at.Rounds.Where(r => r.HostKeys.Contains(key) || r.Delegations.Any(d => d.PartyKey == key)).Reverse()],
            Holds = [.. at.Drafts.Where(d => d.Versions[^1].HeldByKeys.Contains(key))],
            NotSeen = [.. at.Drafts.Where(d => d.Versions[^1].NotSeenByKeys.Contains(key))],
        };
    }
}

/// <summary>A position in force.</summary>
/// <param name="Position">The position.</param>
/// <param name="Standing">The issue as it stands.</param>
/// <param name="AgeDays">Days from the position to the board's date.</param>
public sealed record PositionOnIssue(Position Position, IssueStanding Standing, int AgeDays);

/// <summary>A party's seats in a working group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Members">The party's entries among its members.</param>
public sealed record PartySeat(WorkingGroup Group, IReadOnlyList<GroupMember> Members);
