using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using static PeaceTracker.Tests.Negotiations.ValidRecord;

namespace PeaceTracker.Tests.Negotiations;

/// <summary>Each rule is broken once, and nothing else is: what is found must be that rule at that place, and no other.</summary>
public sealed class NegotiationRulesTests
{
    public static TheoryData<string, string, Func<NegotiationRecord, NegotiationRecord>> Frame => new()
    {
        { "negotiation.slug", "is not a key", r => r with { Negotiation = r.Negotiation with { Slug = "Talks 1" } } },
        { "negotiation.slug", "at most 64", r => r with { Negotiation = r.Negotiation with { Slug = new string('a', 65) } } },
        { "negotiation.title", "is empty", r => r with { Negotiation = r.Negotiation with { Title = " " } } },
        { "negotiation.title", "has 201 characters", r => r with { Negotiation = r.Negotiation with { Title = new string('x', 201) } } },
        {
            "negotiation.description", "has 2001 characters",
            r => r with { Negotiation = r.Negotiation with { Description = new string('x', 2001) } }
        },
        { "negotiation.description", "a tab, at position 2", r => r with { Negotiation = r.Negotiation with { Description = "a\u0007b" } } },
        { "negotiation.description", "at position 3, a code", r => r with { Negotiation = r.Negotiation with { Description = "ab\uFFFE" } } },
        { "negotiation.title", "looks empty", r => r with { Negotiation = r.Negotiation with { Title = "\u3164" } } },
        { "negotiation.startedOn", "outside 1900 to 2200", r => r with { Negotiation = r.Negotiation with { StartedOn = new(1899, 12, 31) } } },
        { "negotiation.startedOn", "outside 1900 to 2200", r => r with { Negotiation = r.Negotiation with { StartedOn = new(2201, 1, 1) } } },
        { "negotiation.stalenessDays", "from 1 to 3650", r => r with { Negotiation = r.Negotiation with { StalenessDays = 0 } } },
        { "negotiation.stalenessDays", "from 1 to 3650", r => r with { Negotiation = r.Negotiation with { StalenessDays = 3651 } } },
        { "negotiation.timeZone", "IANA name", r => r with { Negotiation = r.Negotiation with { TimeZone = "Kyiv" } } },
        { "sources[1].key", "already used at sources[0]", r => r with { Sources = [.. r.Sources, r.Sources[0]] } },
        { "sources[0].url", "not a web address", r => r with { Sources = [r.Sources[0] with { Url = "javascript:alert(1)" }] } },
        { "sources[0].archivedUrl", "not a web address", r => r with { Sources = [r.Sources[0] with { ArchivedUrl = "archive" }] } },
        { "sources[0].dateAsPrinted", "how it was worked out", r => r with { Sources = [r.Sources[0] with { DateAsPrinted = null }] } },
        // 5 January 2026 is a Monday, and not the first of a month.
        { "sources[0].publishedOn", "2026-01-01", r => r with { Sources = [r.Sources[0] with { Precision = DatePrecision.Month }] } },
        {
            "sources[0].precision", "that day is exact",
            r => r with { Sources = [r.Sources[0] with { NoLaterThan = true, Precision = DatePrecision.Week }] }
        },
        { "sources[0].language", "not a language tag", r => r with { Sources = [r.Sources[0] with { Language = "the English one" }] } },
        { "sources[0].recordedAt", "not in UTC", r => r with { Sources = [r.Sources[0] with { RecordedAt = new(2026, 1, 1) }] } },
        { "parties[3].key", "already used at parties[0]", r => r with { Parties = [.. r.Parties, r.Parties[0]] } },
        {
            "parties[0].roles[1].role", "already has this role",
            r => r with
            {
                Parties = [r.Parties[0] with { Roles = [.. r.Parties[0].Roles, new PartyRole { Role = Role.Principal }] }, .. r.Parties.Skip(1)],
            }
        },
        { "delegates[1].party", "no party “d”", r => r with { Delegates = [r.Delegates[0], r.Delegates[1] with { PartyKey = "d" }] } },
        {
            "delegates[1].citations[0].source", "Did you mean “report”?",
            r => r with { Delegates = [r.Delegates[0], r.Delegates[1] with { Citations = [Cited with { SourceKey = "repport" }] }] }
        },
        {
            "delegates[1].citations[0].credibility", "from 1 to 6",
            r => r with { Delegates = [r.Delegates[0], r.Delegates[1] with { Citations = [Cited with { Credibility = 7 }] }] }
        },
        {
            "delegates[1].citations[0].locator", "is empty",
            r => r with { Delegates = [r.Delegates[0], r.Delegates[1] with { Citations = [Cited with { Locator = "" }] }] }
        },
        { "dyads[2].secondParty", "two different parties", r => r with { Dyads = [.. r.Dyads, Pair("c-c", "c", "c")] } },
        { "dyads[2]", "The pair “a-b” already", r => r with { Dyads = [.. r.Dyads, Pair("b-a", "b", "a")] } },
        { "dyads[2].firstParty", "no party “q”", r => r with { Dyads = [.. r.Dyads, Pair("q-a", "q", "a")] } },
        { "issues[3].salience", "from 1 to 5", r => WithIssue(r, i => i with { Salience = 6 }) },
        { "issues[3].salience", "from 1 to 5", r => WithIssue(r, i => i with { Salience = 0 }) },
        { "issues[3].dyads[1]", "listed twice", r => WithIssue(r, i => i with { DyadKeys = ["a-b", "a-b"] }) },
        { "issues[3].dyads[0]", "no pair “b-c”", r => WithIssue(r, i => i with { DyadKeys = ["b-c"] }) },
        { "issues[3].dependsOn[0].issue", "depend on itself", r => WithIssue(r, i => i with { DependsOn = [new Linkage { IssueKey = "fish" }] }) },
        { "issues[3].dependsOn[0].issue", "no issue “snow”", r => WithIssue(r, i => i with { DependsOn = [new Linkage { IssueKey = "snow" }] }) },
        {
            "issues[3].dependsOn[1].issue", "listed twice",
            r => WithIssue(r, i => i with { DependsOn = [new Linkage { IssueKey = "land" }, new Linkage { IssueKey = "land" }] })
        },
    };

    public static TheoryData<string, string, Func<NegotiationRecord, NegotiationRecord>> Agendas => new()
    {
        { "agendaVersions[0].number", "Number it 1", r => r with { AgendaVersions = [Agenda(1, "water") with { Number = 2 }] } },
        {
            "agendaVersions[0].points", "can’t name 2 issues",
            r => r with { AgendaVersions = [Agenda(1, "water", "land") with { Points = 1 }] }
        },
        // Entered later and put before: what was the first has to say how it differs.
        {
            "agendaVersions[0].scopeChanges", "“land” was added",
            r => r with { AgendaVersions = [Agenda(1, "water", "land"), Agenda(2, "water") with { InForceFrom = Day.AddDays(-9) }] }
        },
        {
            "agendaVersions[1].inForceFrom", "Version 1 is in force already",
            r => r with { AgendaVersions = [Agenda(1, "water"), Agenda(2, "water") with { InForceFrom = Day.AddDays(1) }] }
        },
        { "agendaVersions[0].issues[1]", "no issue “snow”", r => r with { AgendaVersions = [Agenda(1, "water", "snow")] } },
        { "agendaVersions[0].issues[1]", "listed twice", r => r with { AgendaVersions = [Agenda(1, "water", "water")] } },
        {
            "agendaVersions[0].scopeChanges", "no earlier version",
            r => r with { AgendaVersions = [Agenda(1, "water") with { ScopeChanges = [Scope(ScopeChangeKind.Added, [], ["water"])] }] }
        },
        { "agendaVersions[1].scopeChanges", "“land” was added", r => Second(r, ["water", "land"]) },
        { "agendaVersions[1].scopeChanges", "“water” was dropped", r => Second(r, []) },
        { "agendaVersions[1].scopeChanges[0].toIssues[0]", "has not joined", r => Second(r, ["water"], Scope(ScopeChangeKind.Added, [], ["land"])) },
        {
            "agendaVersions[1].scopeChanges[0].fromIssues[0]", "has not left",
            r => Second(r, ["water"], Scope(ScopeChangeKind.Dropped, ["water"], []))
        },
        {
            "agendaVersions[1].scopeChanges[1].toIssues[0]", "is already in a scope change",
            r => Second(r, ["water", "land"], Scope(ScopeChangeKind.Added, [], ["land"]), Scope(ScopeChangeKind.Added, [], ["land"]))
        },
        {
            "agendaVersions[1].scopeChanges[0].toIssues", "A split has one issue",
            r => Second(r, ["land"], Scope(ScopeChangeKind.Split, ["water"], ["land"]))
        },
        {
            "agendaVersions[1].scopeChanges[0].fromIssues", "A merger has two or more",
            r => Second(r, ["land"], Scope(ScopeChangeKind.Merged, ["water"], ["land"]))
        },
        {
            "agendaVersions[1].scopeChanges[0].fromIssues", "leave fromIssues out",
            r => Second(r, ["land"], Scope(ScopeChangeKind.Added, ["water"], ["land"]))
        },
        {
            "agendaVersions[1].scopeChanges[0].toIssues", "leave toIssues out",
            r => Second(r, ["land"], Scope(ScopeChangeKind.Dropped, ["water"], ["land"]))
        },
    };

    [Theory]
    [MemberData(nameof(Frame))]
    [MemberData(nameof(Agendas))]
    public void Check_OneRuleBroken_NamesPlaceAndRule(string path, string words, Func<NegotiationRecord, NegotiationRecord> broken) =>
        OnlyViolation(path, words, broken);

    [Fact]
    public void Check_ValidRecord_FindsNothing() => Assert.Empty(NegotiationRules.Check(Make()));

    [Fact]
    public void Check_ScopeChangesOfEachKindThatFit_FindsNothing()
    {
        // 1 {water, land} → 2 {dams, fish} by a split of water and a drop of land → 3 {land} by a merger → 4 {land, water} by an addition.
        var record = Make() with
        {
            AgendaVersions =
            [
                Agenda(1, "water", "land"),
                Agenda(2, "dams", "fish") with
                {
                    ScopeChanges = [Scope(ScopeChangeKind.Split, ["water"], ["dams", "fish"]), Scope(ScopeChangeKind.Dropped, ["land"], [])],
                },
                Agenda(3, "land") with { ScopeChanges = [Scope(ScopeChangeKind.Merged, ["dams", "fish"], ["land"])] },
                Agenda(4, "land", "water") with { ScopeChanges = [Scope(ScopeChangeKind.Added, [], ["water"])] },
            ],
        };

        Assert.Empty(NegotiationRules.Check(record));
    }

    internal static void OnlyViolation(string path, string words, Func<NegotiationRecord, NegotiationRecord> broken)
    {
        var violation = Assert.Single(NegotiationRules.Check(broken(Make())));

        Assert.Equal(path, violation.Path);
        Assert.Contains(words, violation.Message, StringComparison.Ordinal);
    }

    private static NegotiationRecord WithIssue(NegotiationRecord record, Func<Issue, Issue> change) =>
        record with { Issues = [.. record.Issues.SkipLast(1), change(record.Issues[^1])] };

    private static NegotiationRecord Second(NegotiationRecord record, string[] issues, params ScopeChange[] changes) =>
        record with { AgendaVersions = [Agenda(1, "water"), Agenda(2, issues) with { ScopeChanges = changes }] };

    private static ScopeChange Scope(ScopeChangeKind kind, string[] from, string[] to) =>
        new() { Kind = kind, FromIssueKeys = from, ToIssueKeys = to };
}
