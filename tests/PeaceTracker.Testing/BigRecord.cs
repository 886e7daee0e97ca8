using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Testing;

/// <summary>
/// A negotiation larger than any known one, the same each time: 10,000 issues, twenty status events an issue over three required
/// dyads and 900 days, corrections among them, and 6,000 positions. The rules of the record hold for it.
/// </summary>
public static class BigRecord
{
    /// <summary>Its slug.</summary>
    public const string Slug = "big";

    /// <summary>Its number of issues.</summary>
    public const int Issues = 10_000;

    /// <summary>Its number of status events.</summary>
    public const int Events = Issues * EventsAnIssue;

    private const int EventsAnIssue = 20;
    private const int Days = 900;
    private const int Sources = 1_000;
    private static readonly DateOnly Start = new(2023, 1, 1);
    private static readonly string[] Parties = ["north", "south", "west"];
    private static readonly string[] Dyads = ["north-south", "north-west", "south-west"];
    private static readonly Level[] Levels = Enum.GetValues<Level>();

    /// <summary>Makes it, or one of the same kind with fewer issues: a fifth of them with positions, all with twenty status events.</summary>
    public static NegotiationRecord Make(int issues = Issues) => new()
    {
        Negotiation = new Negotiation
        {
            Slug = Slug, Title = "A very large negotiation", Description = "To see how the board bears it.", StartedOn = Start, StalenessDays = 30,
        },
        Sources = [.. Enumerable.Range(0, Sources).Select(SourceAt)],
        Parties = [.. Parties.Select(key => new Party
        {
            Key = key, Name = key, Roles = [new PartyRole { Role = Role.Principal }], Since = Start, RecordedAt = Noon(0),
        })],
        Dyads = [.. Dyads.Select(key => new Dyad
        {
            Key = key, FirstPartyKey = key.Split('-')[0], SecondPartyKey = key.Split('-')[1], Required = true,
        })],
        Issues = [.. Enumerable.Range(0, issues).Select(IssueAt)],
        AgendaVersions =
        [
            new AgendaVersion
            {
                Number = 1,
                Title = "All points",
                InForceFrom = Start,
                IssueKeys = [.. Enumerable.Range(0, issues).Select(IssueKey)],
                Citations = [Cited(0)],
                RecordedAt = Noon(0),
            },
        ],
        StatusEvents = [.. Enumerable.Range(0, issues * EventsAnIssue).Select(EventAt)],
        Positions = [.. Enumerable.Range(0, issues / 5 * Parties.Length).Select(PositionAt)],
    };

    private static string IssueKey(int issue) => $"issue-{issue}";

    private static DateTime Noon(int day) => Start.AddDays(day).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);

    private static Citation Cited(int number) => new() { SourceKey = $"report-{number % Sources}", Locator = $"P{number % 40}", Credibility = 2 };

    private static Source SourceAt(int number) => new()
    {
        Key = $"report-{number}",
        Publisher = "An agency",
        Headline = $"Report {number} on the talks",
        DateAsPrinted = "as dated",
        PublishedOn = Start.AddDays(number % Days),
        Reliability = Reliability.B,
        RecordedAt = Noon(0),
    };

    private static Issue IssueAt(int issue) => new()
    {
        Key = IssueKey(issue),
        Title = $"Point {issue} of the negotiation",
        Category = $"Matter {issue % 12}",
        Salience = 1 + (issue % 5),
        DyadKeys = Dyads,
        Citations = [Cited(issue)],
        RecordedAt = Noon(0),
    };

    // An issue's events go round the dyads; the last of every fifth issue corrects the one three before, which is of the same dyad.
    private static StatusEvent EventAt(int number)
    {
        var (issue, turn) = (number / EventsAnIssue, number % EventsAnIssue);
        var correction = turn == EventsAnIssue - 1 && issue % 5 == 0;
        var corrected = number - Dyads.Length;
        var day = ((issue * 7) + ((correction ? turn - Dyads.Length : turn) * 45)) % Days;
        return new StatusEvent
        {
            Key = $"event-{number}",
            Kind = correction ? EntryKind.Correction : EntryKind.Change,
            SupersedesKey = correction ? $"event-{corrected}" : null,
            IssueKey = IssueKey(issue),
            DyadKey = Dyads[turn % Dyads.Length],
            Level = Levels[((issue * 5) + (turn * 7)) % Levels.Length],
            Basis = number % 4 == 0 ? Basis.Claimed : Basis.OnRecord,
            Rationale = $"Said on the occasion number {number} of the talks.",
            Citations = [Cited(number)],
            OccurredOn = Start.AddDays(day),
            RecordedAt = Noon(day + (correction ? 1 : 0)),
            RecordedBy = "editor",
        };
    }

    private static Position PositionAt(int number) => new()
    {
        Key = $"position-{number}",
        PartyKey = Parties[number % Parties.Length],
        IssueKey = IssueKey(number / Parties.Length),
        Stance = number % 2 == 0 ? Stance.Rejects : Stance.Accepts,
        Flexibility = number % 7 == 0 ? Flexibility.RedLine : null,
        Text = $"What it wants, number {number}.",
        Attribution = Attribution.SelfStated,
        Citations = [Cited(number)],
        OccurredOn = Start.AddDays(number % Days),
        RecordedAt = Noon(number % Days),
    };
}
