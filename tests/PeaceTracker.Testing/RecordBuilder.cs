using System.Globalization;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Testing;

/// <summary>
/// Small negotiation records, tersely. Days are numbers: 1 is 1 January 2026, and what happened on a day was recorded on it
/// unless said otherwise. A record without a dyad gets the required one "a-b"; without an agenda, one of all issues from day 1.
/// </summary>
public sealed partial class RecordBuilder
{
    /// <summary>The slug of every record that is built here.</summary>
    public const string Slug = "talks";

    /// <summary>The dyad of a record that names none.</summary>
    public const string DefaultDyad = "a-b";

    private readonly List<Dyad> _dyads = [];
    private readonly List<Issue> _issues = [];
    private readonly List<AgendaVersion> _agendas = [];
    private readonly List<StatusEvent> _events = [];
    private readonly List<Position> _positions = [];
    private readonly List<Claim> _claims = [];
    private readonly HashSet<string> _issuesOfAllDyads = [];
    private int _stalenessDays = 30;

    /// <summary>The date of a day number.</summary>
    public static DateOnly Day(int day) => new DateOnly(2026, 1, 1).AddDays(day - 1);

    /// <summary>A moment of that day (UTC).</summary>
    public static DateTime At(int day, int hour = 12) => Day(day).ToDateTime(new TimeOnly(hour, 0), DateTimeKind.Utc);

    /// <summary>The moment (UTC) at which that day is over.</summary>
    public static DateTime EndOf(int day) => Day(day + 1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    /// <summary>The citation that every entry carries.</summary>
    public static Citation Cited { get; } = new() { SourceKey = "report", Locator = "P1", Credibility = 2 };

    /// <summary>Sets the days after which evidence is stale.</summary>
    public RecordBuilder StaleAfter(int days)
    {
        _stalenessDays = days;
        return this;
    }

    /// <summary>Adds a dyad; its key names the two parties: "a-b".</summary>
    public RecordBuilder Dyad(string key, bool required = true)
    {
        var parties = key.Split('-');
        _dyads.Add(new Dyad { Key = key, FirstPartyKey = parties[0], SecondPartyKey = parties[1], Required = required });
        return this;
    }

    /// <summary>Adds an issue; without dyads it applies to all of the record.</summary>
    public RecordBuilder Issue(string key, int salience = 3, string[]? dyads = null, string[]? dependsOn = null)
    {
        if (dyads is null)
        {
            _issuesOfAllDyads.Add(key);
        }

        _issues.Add(new Issue
        {
            Key = key,
            Title = key,
            Category = "Matter",
            Salience = salience,
            DyadKeys = dyads ?? [],
            DependsOn = [.. (dependsOn ?? []).Select(other => new Linkage { IssueKey = other })],
            Citations = [Cited],
            RecordedAt = At(1),
        });
        return this;
    }

    /// <summary>Says how an issue was judged until a day; the changes of one issue in order of their days.</summary>
    public RecordBuilder WasJudged(string issue, int until, int salience, string[] dyads, int? recorded = null)
    {
        var index = _issues.FindIndex(i => i.Key == issue);
        var earlier = new EarlierIssue { Until = Day(until), Salience = salience, DyadKeys = dyads, RecordedAt = At(recorded ?? until) };
        _issues[index] = _issues[index] with { Earlier = [.. _issues[index].Earlier, earlier] };
        return this;
    }

    /// <summary>Says whether a dyad was required until a day; the changes of one dyad in order of their days.</summary>
    public RecordBuilder WasRequired(string dyad, int until, bool required, int? recorded = null)
    {
        var index = _dyads.FindIndex(d => d.Key == dyad);
        var earlier = new EarlierDyad { Until = Day(until), Required = required, RecordedAt = At(recorded ?? until) };
        _dyads[index] = _dyads[index] with { Earlier = [.. _dyads[index].Earlier, earlier] };
        return this;
    }

    /// <summary>Adds so many issues, each with one status event on day 1 (none where the level is null) between the default dyad.</summary>
    public RecordBuilder Issues(int count, Level? level, int salience = 3, Basis basis = Basis.OnRecord)
    {
        for (var i = 0; i < count; i++)
        {
            var key = Key("issue", _issues.Count + 1);
            Issue(key, salience);
            if (level is { } at)
            {
                Status(key, at, basis: basis);
            }
        }

        return this;
    }

    /// <summary>Adds an agenda version in force from a day.</summary>
    public RecordBuilder Agenda(int from, string[] issues, bool published = false, int? recorded = null)
    {
        _agendas.Add(new AgendaVersion
        {
            Number = _agendas.Count + 1,
            Title = $"{issues.Length} points",
            InForceFrom = Day(from),
            IssueKeys = issues,
            Published = published,
            Citations = [Cited],
            RecordedAt = At(recorded ?? from),
        });
        return this;
    }

    /// <summary>Adds a status event, "event-1" and so on; a correction where it supersedes another.</summary>
    public RecordBuilder Status(
        string issue, Level level, int on = 1, string? dyad = null, Basis basis = Basis.OnRecord, int? recorded = null, string? corrects = null,
        int orderInDay = 0, DatePrecision precision = DatePrecision.Day)
    {
        _events.Add(new StatusEvent
        {
            Key = Key("event", _events.Count + 1),
            Kind = corrects is null ? EntryKind.Change : EntryKind.Correction,
            SupersedesKey = corrects,
            IssueKey = issue,
            DyadKey = dyad ?? DefaultDyad,
            Level = level,
            Basis = basis,
            Rationale = "Because of what was said.",
            Citations = [Cited],
            OccurredOn = Day(on),
            Precision = precision,
            OrderInDay = orderInDay,
            RecordedAt = At(recorded ?? on),
            RecordedBy = "editor",
        });
        return this;
    }

    /// <summary>Adds the retraction of a status event.</summary>
    public RecordBuilder Retract(string eventKey, int recorded)
    {
        var retracted = _events.Single(e => e.Key == eventKey);
        _events.Add(retracted with
        {
            Key = Key("event", _events.Count + 1), Kind = EntryKind.Retraction, SupersedesKey = eventKey, RecordedAt = At(recorded),
        });
        return this;
    }

    /// <summary>Adds a party's position on an issue.</summary>
    public RecordBuilder Position(string party, string issue, Stance? stance, int on = 1, Flexibility? flexibility = null)
    {
        _positions.Add(new Position
        {
            Key = Key("position", _positions.Count + 1),
            PartyKey = party,
            IssueKey = issue,
            Stance = stance,
            Flexibility = flexibility,
            Text = "What it wants.",
            Attribution = Attribution.SelfStated,
            Citations = [Cited],
            OccurredOn = Day(on),
            RecordedAt = At(on),
        });
        return this;
    }

    /// <summary>Adds a claim, "claim-1" and so on: about issues or a draft where they are named, else about a dyad, else about the whole board; a
    /// correction where it supersedes another.</summary>
    public RecordBuilder Claim(
        decimal? figure,
        string? dyad = null,
        ClaimThreshold threshold = ClaimThreshold.Agreed,
        bool listPublished = false,
        string[]? namedOpen = null,
        int on = 1,
        ClaimScope? scope = null,
        decimal? to = null,
        int? agreed = null,
        int? points = null,
        string[]? issues = null,
        string? draft = null,
        string[]? contradicts = null,
        string? corrects = null,
        int? recorded = null)
    {
        _claims.Add(new Claim
        {
            Key = Key("claim", _claims.Count + 1),
            Kind = corrects is null ? EntryKind.Change : EntryKind.Correction,
            SupersedesKey = corrects,
            Claimants = [new Claimant { Name = "an official", Anonymous = true }],
            Figure = figure,
            FigureTo = to,
            AgreedPoints = agreed,
            Points = points,
            OfWhat = "issues",
            Scope = scope ?? (issues is not null ? ClaimScope.Issues : draft is not null ? ClaimScope.Draft
                : dyad is null ? ClaimScope.WholeBoard : ClaimScope.Dyad),
            DyadKey = dyad,
            IssueKeys = issues ?? [],
            DraftKey = draft,
            ContradictsKeys = contradicts ?? [],
            ThresholdWord = "broad agreement",
            Threshold = threshold,
            ListPublished = listPublished,
            NamedOpenIssueKeys = namedOpen ?? [],
            Appearances = [new Appearance { Citation = Cited }],
            OccurredOn = Day(on),
            RecordedAt = At(recorded ?? on),
        });
        return this;
    }

    private static string Key(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");
}
