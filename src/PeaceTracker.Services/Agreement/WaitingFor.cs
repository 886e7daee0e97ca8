using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Services.Agreement;

/// <summary>One party, and what on the issues that remain waits for it.</summary>
/// <param name="Party">The party.</param>
/// <param name="Unseen">Drafts whose latest version it is said not to have seen, with that version last.</param>
/// <param name="ToAnswer">Open offers made to it alone.</param>
/// <param name="Limits">Its red lines on issues that remain, hardest issue first.</param>
/// <param name="Objections">Its other positions that object to or reject what is proposed on issues that remain.</param>
/// <param name="Offers">Its own open offers, to several parties or to none by name: they stand until it takes them back.</param>
public sealed record WaitingFor(
    Party Party, IReadOnlyList<Draft> Unseen, IReadOnlyList<Offer> ToAnswer, IReadOnlyList<Position> Limits,
    IReadOnlyList<Position> Objections, IReadOnlyList<Offer> Offers)
{
    // What can be done tomorrow (read, answer, move) counts before what merely stands.
    private int Acts => Unseen.Count + ToAnswer.Count + Limits.Count;

    /// <summary>
    /// The parties for whom something waits, those with the most to read, to answer or to move on first, then those with the most objections and
    /// offers, then in the order of the record. Offers count that bear on an issue that remains, or on none by name.
    /// </summary>
    public static IReadOnlyList<WaitingFor> Of(BoardSnapshot at, IReadOnlyList<Remaining> remaining)
    {
        var open = remaining.Select(r => r.Standing.Issue.Key).ToHashSet(StringComparer.Ordinal);
        var offers = at.Offers.Where(o => o.StateOn(at.Date) == OfferState.Open)
            .Where(o => o.IssueKeys.Count == 0 || o.IssueKeys.Any(open.Contains)).ToList();
        var (limitsOf, objectionsOf) = (ByParty(r => r.RedLines), ByParty(r => r.Objections));
        return
        [
            .. at.Parties.Select(Of)
                .Where(w => w.Acts + w.Objections.Count + w.Offers.Count > 0)
                .OrderByDescending(w => w.Acts).ThenByDescending(w => w.Objections.Count + w.Offers.Count),
        ];

        ILookup<string, Position> ByParty(Func<Remaining, IReadOnlyList<Position>> positionsOf) =>
            remaining.SelectMany(positionsOf).ToLookup(p => p.PartyKey, StringComparer.Ordinal);

        WaitingFor Of(Party party)
        {
            var limits = limitsOf[party.Key].ToList();
            return new WaitingFor(
                party,
                [.. at.Drafts.Where(d => d.Versions[^1].NotSeenByKeys.Contains(party.Key))],
                [.. offers.Where(o => o.ToPartyKeys is [var only] && only == party.Key)],
                limits,
                [.. objectionsOf[party.Key].ExceptBy(limits.Select(p => p.Key), p => p.Key)],
                [.. offers.Where(o => o.ByPartyKey == party.Key && o.ToPartyKeys.Count != 1)]);
        }
    }
}
