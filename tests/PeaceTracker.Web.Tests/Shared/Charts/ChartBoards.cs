using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Shared.Charts;

/// <summary>Boards to draw, as they come: few issues or many, agendas that change, claims of one day, dates known to the week or month.</summary>
internal static class ChartBoards
{
    private static readonly Level[] Levels = Enum.GetValues<Level>();

    /// <summary>The source of chance of a run; its seed is that of the run, or printed.</summary>
    public static Random Random()
    {
        var seed = Environment.GetEnvironmentVariable("PEACETRACKER_SEED") is { Length: > 0 } given && int.TryParse(given, out var number)
            ? number
            : System.Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"PEACETRACKER_SEED={seed}");
        return new Random(seed);
    }

    /// <summary>The timeline of a board up to day 200 or so.</summary>
    public static ShareTimeline Timeline(Random random)
    {
        var record = new RecordBuilder().Dyad("a-b").Dyad("b-c", random.Next(2) == 0);
        string[] issues = [.. Enumerable.Range(1, random.Next(1, 25)).Select(i => $"issue number {i}")];
        foreach (var issue in issues)
        {
            record.Issue(issue);
        }

        foreach (var from in Enumerable.Range(0, random.Next(1, 4)).Select(i => 1 + (i * random.Next(1, 60))).Distinct())
        {
            record.Agenda(from, [.. issues.Where(_ => random.Next(5) > 0).DefaultIfEmpty(issues[0])]);
        }

        for (var i = random.Next(0, 80); i > 0; i--)
        {
            record.Status(
                issues[random.Next(issues.Length)], Levels[random.Next(Levels.Length)], random.Next(1, 180), random.Next(2) == 0 ? "a-b" : "b-c",
                random.Next(4) == 0 ? Basis.Claimed : Basis.OnRecord);
        }

        for (var i = random.Next(0, 14); i > 0; i--)
        {
            var scope = (ClaimScope?)(random.Next(3) == 0 ? ClaimScope.Other : null);
            record.Claim(random.Next(101), random.Next(3) == 0 ? "a-b" : null, ClaimThreshold.Agreed, on: random.Next(1, 180), scope: scope);
        }

        var board = record.Board();
        var claims = board.Record.Claims.Select(c => c with { Precision = random.Next(4) == 0 ? DatePrecision.Week : DatePrecision.Day }).ToList();
        var at = new Board(board.Record with { Claims = claims, Rounds = [.. Rounds(random)] }, 1).AsOf(RecordBuilder.Day(random.Next(180, 260)));
        return ShareTimeline.Of(at, at.History);
    }

    private static IEnumerable<Round> Rounds(Random random) => Enumerable.Range(1, random.Next(0, 12)).Select(i => new Round
    {
        Key = $"round-{i}",
        Title = $"Round {i}",
        AnnouncedOn = RecordBuilder.Day(1),
        StartsOn = RecordBuilder.Day(i * 14),
        State = random.Next(5) == 0 ? RoundState.CalledOff : RoundState.Held,
        RecordedAt = RecordBuilder.At(1),
    });
}
