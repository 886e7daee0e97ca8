using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Tests.Negotiations;

/// <summary>A record that breaks no rule and has one of everything, so that a test can break one rule at a time.</summary>
internal static class ValidRecord
{
    public static readonly DateTime At = new(2026, 1, 10, 12, 0, 0, DateTimeKind.Utc);
    public static readonly DateOnly Day = new(2026, 1, 5);
    public static readonly Citation Cited = new() { SourceKey = "report", Locator = "P1", Credibility = 2 };

    public static StatusEvent Event(string key) => new()
    {
        Key = key, IssueKey = "water", DyadKey = "a-b", Level = Level.Disputed, Basis = Basis.OnRecord, Rationale = "They disagree.",
        RoundKey = "first", Citations = [Cited], OccurredOn = Day, RecordedAt = At,
    };

    public static Position Stand(string key) => new()
    {
        Key = key, PartyKey = "a", IssueKey = "water", Text = "Wants more of it.", Attribution = Attribution.SelfStated, Citations = [Cited],
        OccurredOn = Day, RecordedAt = At,
    };

    public static Claim Said(string key) => new()
    {
        Key = key, Claimants = [new Claimant { PartyKey = "a", DelegateKey = "ada", Name = "Ada" }], Figure = 50, OfWhat = "issues",
        Scope = ClaimScope.Dyad, DyadKey = "a-b", ThresholdWord = "agreed", Threshold = ClaimThreshold.Agreed, NamedOpenIssueKeys = ["water"],
        Appearances = [new Appearance { Citation = Cited }], OccurredOn = Day, RecordedAt = At,
    };

    public static ClaimAppearance Elsewhere(string key) => new()
    {
        Key = key, ClaimKey = "half", Citation = Cited, Wording = "of the terms", OccurredOn = Day, RecordedAt = At,
    };

    public static AgendaVersion Agenda(int number, params string[] issues) => new()
    {
        Number = number, Title = $"Agenda {number}", InForceFrom = Day.AddDays(number), IssueKeys = issues, RecordedAt = At,
    };

    public static Round Talk(string key) => new()
    {
        Key = key, Title = "First round", AnnouncedOn = Day, StartsOn = Day, EndsOn = Day.AddDays(1), State = RoundState.Held, HostKeys = ["c"],
        Delegations = [new Delegation { PartyKey = "a", DelegateKeys = ["ada"] }], IssueKeys = ["water"], WorkingGroupKeys = ["experts"],
        Citations = [Cited], RecordedAt = At,
    };

    public static DraftVersion Version(int number) => new()
    {
        Number = number, Date = Day, Pages = 3, HeldByKeys = ["a"], NotSeenByKeys = ["b"], Citations = [Cited], RecordedAt = At,
    };

    public static Offer Given(string key) => new()
    {
        Key = key, Title = "A dam", ByPartyKey = "a", ToPartyKeys = ["b"], IssueKeys = ["water"], Conditions = ["Peace."], OfferedOn = Day,
        Validity = Validity.UntilDate, ValidUntil = Day.AddDays(9), Citations = [Cited], RecordedAt = At,
    };

    public static WorkingGroup Group(string key) => new()
    {
        Key = key, Name = "Experts", Mandate = "Find a text.", Since = Day, IssueKeys = ["water"],
        Members = [new GroupMember { PartyKey = "a", DelegateKey = "ada" }],
        Outputs = [new GroupOutput { Date = Day, Text = "A text.", DraftKey = "text", Citations = [Cited] }], Citations = [Cited], RecordedAt = At,
    };

    public static NegotiationRecord Make() => new()
    {
        Negotiation = new Negotiation { Slug = "talks", Title = "Talks", Description = "About water.", StartedOn = Day },
        Sources =
        [
            new Source
            {
                Key = "report", Publisher = "An agency", Headline = "On the talks", DateAsPrinted = "Jan. 5, 2026", PublishedOn = Day,
                Url = "https://example.org/a", Reliability = Reliability.B, RecordedAt = At,
            },
        ],
        Parties = [Actor("a"), Actor("b"), Actor("c")],
        Delegates = [Person("ada", "a"), Person("bo", "b")],
        Dyads = [Pair("a-b", "a", "b"), Pair("a-c", "a", "c")],
        Issues = [Matter("water") with { DependsOn = [new Linkage { IssueKey = "land" }] }, Matter("land"), Matter("dams"), Matter("fish")],
        AgendaVersions = [Agenda(1, "water", "land")],
        StatusEvents = [Event("water-1")],
        Positions = [Stand("a-water-1")],
        WorkingGroups = [Group("experts")],
        Rounds = [Talk("first")],
        Drafts =
        [
            new Draft
            {
                Key = "text", Title = "Text on water", WorkingGroupKey = "experts", IssueKeys = ["water"], Versions = [Version(1)], RecordedAt = At,
            },
        ],
        Offers = [Given("dam")],
        Claims = [Said("half")],
    };

    public static Dyad Pair(string key, string first, string second) => new() { Key = key, FirstPartyKey = first, SecondPartyKey = second };

    public static Issue Matter(string key) => new() { Key = key, Title = key, Category = "Water", Salience = 3, DyadKeys = ["a-b"], RecordedAt = At };

    private static Party Actor(string key) =>
        new() { Key = key, Name = key, Roles = [new PartyRole { Role = Role.Principal, Citations = [Cited] }], Since = Day, RecordedAt = At };

    private static PartyDelegate Person(string key, string party) =>
        new() { Key = key, PartyKey = party, Name = key, OfficeAsOf = Day, Citations = [Cited], RecordedAt = At };
}
