using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

/// <summary>What holds of claims beside the figures of every board: the grade, the gap, and what the claim's own numbers imply.</summary>
public class ClaimProperties
{
    private static readonly Level[] Text = [Level.TextAgreed, Level.Concluded];
    private static readonly Level[] Agreed = [Level.AgreedInPrinciple, .. Text];
    private static readonly Level[] Moving = [Level.Narrowing, .. Agreed];

    [BoardProperty]
    public void Comparison_AnyClaimOnAnyBoard_IsAsTheNaiveReadingSays(BoardPlan plan)
    {
        var record = plan.Record();
        record = record with { AgendaVersions = [.. record.AgendaVersions.Select(a => a with { Published = a.Number % 2 == 1 })] };
        var at = new Board(record, 1).AsOf(RecordBuilder.Day(plan.AsOf), plan.Known);
        var naive = new NaiveBoard(record, RecordBuilder.Day(plan.AsOf), plan.Known);
        foreach (var claim in Claims(record, plan.AsOf))
        {
            var comparison = ClaimComparison.Of(claim, at);
            var enough = claim.Threshold switch
            {
                ClaimThreshold.Narrowed => Moving,
                ClaimThreshold.Agreed => Agreed,
                ClaimThreshold.Text => Text,
                ClaimThreshold.None => null,
            };
            var points = Scope(naive, claim);
            var said = claim.AgreedPoints is { } met ? (decimal?)met / claim.Points : claim.Figure / 100;
            if (said is null || enough is null || points is null || points.Count < 5)
            {
                Assert.Equal((Comparability.NotComparable, null), (comparison.Comparability, comparison.Gap));
                continue;
            }

            var share = points.Count(issue => Verdict(naive, claim, issue, enough) == "met");
            Assert.Equal((double)(said.Value - ((decimal)share / points.Count)), (double)comparison.Gap!.Value.ToDecimal(), 1e-9);
            var published = claim.ListPublished && Number(record, plan, plan.AsOf) is { } now && now % 2 == 1
                && Number(record, plan, claim.OccurredOn.Day) == now;
            Assert.Equal(
                published && claim.Points == points.Count ? Comparability.Comparable : Comparability.Indicative, comparison.Comparability);
        }
    }

    [BoardProperty]
    public void ImpliedOpen_AnyClaimOnAnyBoard_IsOfItsOwnNumberOrNothing(BoardPlan plan)
    {
        var at = plan.Snapshot();
        foreach (var claim in Claims(plan.Record(), plan.AsOf))
        {
            var implied = ClaimComparison.Of(claim, at).ImpliedOpen;
            if (claim.Points is not { } points || (claim.Figure is null && claim.AgreedPoints is null))
            {
                Assert.Null(implied);
                continue;
            }

            // What is left and what is done are all the points, whatever the board has.
            var done = claim.AgreedPoints ?? claim.Figure!.Value * points / 100;
            Assert.Equal((double)(points - done), (double)implied!.Value.Most, 1e-9);
            Assert.InRange(implied.Value.Fewest, 0, implied.Value.Most);
        }
    }

    // Every scope with every threshold; figures, published lists and numbers of points in turn.
    private static IEnumerable<Claim> Claims(NegotiationRecord record, int day)
    {
        string?[] dyads = [null, .. record.Dyads.Select(d => d.Key)];
        var turn = 0;
        string[] Keys(int most) => [.. record.Issues.Take(most).Select(i => i.Key)];
        foreach (var dyad in dyads)
        {
            foreach (var threshold in Enum.GetValues<ClaimThreshold>())
            {
                foreach (var issues in (string[]?[])[null, Keys(7), Keys(1)])
                {
                    turn++;
                    var builder = new RecordBuilder().Claim(
                        (turn % 4) switch { 0 => null, 1 => 0m, 2 => 89.3m, _ => 100m }, dyad, threshold, listPublished: turn % 5 != 0,
                        on: Math.Max(1, day - (turn % 3)), agreed: turn % 8 == 0 ? turn % 6 : null,
                        points: turn % 8 == 0 ? 5 + (turn % 9) : turn % 2 == 1 ? 5 + (turn % 8) : null, issues: issues);
                    yield return builder.Build().Claims.Single();
                }
            }
        }
    }

    private static List<string>? Scope(NaiveBoard naive, Claim claim)
    {
        if (claim.Scope == ClaimScope.Issues && claim.IssueKeys.Count < 2)
        {
            return null;
        }

        return
        [
            .. naive.Agenda.Where(issue => claim.Scope != ClaimScope.Issues || claim.IssueKeys.Contains(issue))
                .Where(issue => claim.DyadKey is { } dyad
                    ? naive.Dyads(issue).Contains(dyad) && naive.Between(issue, dyad).Level != Level.NotApplicable
                    : naive.Counts(issue)),
        ];
    }

    private static string Verdict(NaiveBoard naive, Claim claim, string issue, Level[] enough)
    {
        if (claim.DyadKey is not { } dyad)
        {
            return naive.Verdict(issue, enough, withClaimed: false);
        }

        var (level, claimed) = naive.Between(issue, dyad);
        return level == Level.Unknown || (enough.Contains(level) && claimed) ? "unknown" : enough.Contains(level) ? "met" : "not met";
    }

    private static int? Number(NegotiationRecord record, BoardPlan plan, int day) => record.AgendaVersions
        .Where(a => a.InForceFrom <= RecordBuilder.Day(day) && (plan.Known is not { } known || a.RecordedAt < known.ToDateTime(default).AddDays(1)))
        .OrderByDescending(a => a.InForceFrom).ThenByDescending(a => a.Number).FirstOrDefault()?.Number;
}
