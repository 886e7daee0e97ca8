using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Talks;
using static PeaceTracker.Tests.Negotiations.ValidRecord;

namespace PeaceTracker.Tests.Negotiations;

/// <summary>The rules of what is appended and of talks, drafts and offers, each broken once.</summary>
public sealed class NegotiationRulesEntriesTests
{
    public static TheoryData<string, string, Func<NegotiationRecord, NegotiationRecord>> Entries => new()
    {
        { "statusEvents[1].key", "already used at statusEvents[0]", r => r with { StatusEvents = [Event("s"), Event("s")] } },
        { "statusEvents[0].issue", "no issue “snow”", r => r with { StatusEvents = [Event("s") with { IssueKey = "snow" }] } },
        { "statusEvents[0].dyad", "no pair “x-y”", r => r with { StatusEvents = [Event("s") with { DyadKey = "x-y" }] } },
        { "statusEvents[0].dyad", "does not apply to the pair “a-c”", r => r with { StatusEvents = [Event("s") with { DyadKey = "a-c" }] } },
        { "statusEvents[0].round", "no round “tenth”", r => r with { StatusEvents = [Event("s") with { RoundKey = "tenth" }] } },
        { "statusEvents[0].citations", "no citation", r => r with { StatusEvents = [Event("s") with { Citations = [] }] } },
        { "statusEvents[0].rationale", "is empty", r => r with { StatusEvents = [Event("s") with { Rationale = " " }] } },
        {
            "statusEvents[0].rationale", "has 1001 characters",
            r => r with { StatusEvents = [Event("s") with { Rationale = new string('x', 1001) }] }
        },
        // 6 January 2026 is a Tuesday, and 5 January is not the first.
        {
            "statusEvents[0].occurredOn", "2026-01-05",
            r => r with { StatusEvents = [Event("s") with { Precision = DatePrecision.Week, OccurredOn = new(2026, 1, 6) }] }
        },
        { "statusEvents[0].occurredOn", "2026-01-01", r => r with { StatusEvents = [Event("s") with { Precision = DatePrecision.Month }] } },
        { "statusEvents[0].occurredOn", "outside 1900 to 2200", r => r with { StatusEvents = [Event("s") with { OccurredOn = new(1800, 1, 1) }] } },
        { "statusEvents[1].supersedes", "supersedes nothing", r => r with { StatusEvents = [Event("s"), Event("t") with { SupersedesKey = "s" }] } },
        {
            "statusEvents[1].supersedes", "must say which entry",
            r => r with { StatusEvents = [Event("s"), Event("t") with { Kind = EntryKind.Retraction }] }
        },
        { "statusEvents[1].supersedes", "Did you mean “step-1”?", r => r with { StatusEvents = [Event("step-1"), Corrects("step-2", "step1")] } },
        { "statusEvents[0].supersedes", "supersedes itself", r => r with { StatusEvents = [Corrects("s", "s")] } },
        {
            "statusEvents[1].supersedes", "another issue and pair",
            r => r with { StatusEvents = [Event("s"), Corrects("t", "s") with { IssueKey = "land" }] }
        },
        {
            "statusEvents[1].recordedAt", "recorded before “s”",
            r => r with { StatusEvents = [Event("s"), Corrects("t", "s") with { RecordedAt = At.AddSeconds(-1) }] }
        },
        { "positions[0].party", "no party “q”", r => r with { Positions = [Stand("p") with { PartyKey = "q" }] } },
        { "positions[0].issue", "no issue “snow”", r => r with { Positions = [Stand("p") with { IssueKey = "snow" }] } },
        { "positions[0].citations", "no citation", r => r with { Positions = [Stand("p") with { Citations = [] }] } },
        { "positions[0].text", "is empty", r => r with { Positions = [Stand("p") with { Text = "" }] } },
        {
            "positions[1].supersedes", "another party and issue",
            r => r with { Positions = [Stand("p"), Stand("q") with { Kind = EntryKind.Correction, SupersedesKey = "p", PartyKey = "b" }] }
        },
        // A claim's key is no position's: an entry supersedes only one of its own kind.
        {
            "positions[0].supersedes", "no “half” in positions",
            r => r with { Positions = [Stand("p") with { Kind = EntryKind.Retraction, SupersedesKey = "half" }] }
        },
        { "claims[0].figure", "between 0 and 100", r => r with { Claims = [Said("c") with { Figure = 100.5m }] } },
        { "claims[0].figure", "between 0 and 100", r => r with { Claims = [Said("c") with { Figure = -1 }] } },
        { "claims[0].dyad", "about one pair must say which", r => r with { Claims = [Said("c") with { DyadKey = null }] } },
        { "claims[0].dyad", "can’t name a pair", r => r with { Claims = [Said("c") with { Scope = ClaimScope.WholeBoard }] } },
        { "claims[0].issues", "Name the issue", r => r with { Claims = [Said("c") with { Scope = ClaimScope.Issues }] } },
        { "claims[0].issues", "Only a claim about issues", r => r with { Claims = [Said("c") with { IssueKeys = ["water"] }] } },
        {
            "claims[0].issues[0]", "no issue “other”",
            r => r with { Claims = [Said("c") with { Scope = ClaimScope.Issues, IssueKeys = ["other"] }] }
        },
        { "claims[0].draft", "Name the draft", r => r with { Claims = [Said("c") with { Scope = ClaimScope.Draft }] } },
        { "claims[0].draft", "Only a claim about a draft", r => r with { Claims = [Said("c") with { DraftKey = "text" }] } },
        { "claims[0].figure", "from the lower figure", r => r with { Claims = [Said("c") with { FigureTo = 50 }] } },
        { "claims[0].points", "of how many", r => r with { Claims = [Said("c") with { Figure = null, AgreedPoints = 25 }] } },
        { "claims[0].figure", "can’t be right", r => r with { Claims = [Said("c") with { Figure = null, AgreedPoints = 29, Points = 28 }] } },
        { "claims[0].figure", "not both", r => r with { Claims = [Said("c") with { AgreedPoints = 25, Points = 28 }] } },
        { "claims[0].points", "from 1 to", r => r with { Claims = [Said("c") with { Points = 0 }] } },
        { "claimAppearances[0].claim", "no claim “other”", r => r with { ClaimAppearances = [Elsewhere("e") with { ClaimKey = "other" }] } },
        { "claims[0].scopeNote", "in words between whom", r => r with { Claims = [Said("c") with { Scope = ClaimScope.Other, DyadKey = null }] } },
        { "claims[0].claimants", "No claimant is given", r => r with { Claims = [Said("c") with { Claimants = [] }] } },
        {
            "claims[0].claimants[0].delegate", "represents “b”, not “a”",
            r => r with { Claims = [Said("c") with { Claimants = [new Claimant { PartyKey = "a", DelegateKey = "bo", Name = "Bo" }] }] }
        },
        { "claims[0].appearances", "No appearance is given", r => r with { Claims = [Said("c") with { Appearances = [] }] } },
        { "claims[0].namedOpenIssues[0]", "no issue “snow”", r => r with { Claims = [Said("c") with { NamedOpenIssueKeys = ["snow"] }] } },
        { "claims[0].contradicts[0]", "no claim “other”", r => r with { Claims = [Said("c") with { ContradictsKeys = ["other"] }] } },
        { "claims[0].contradicts[0]", "contradict itself", r => r with { Claims = [Said("c") with { ContradictsKeys = ["c"] }] } },
    };

    public static TheoryData<string, string, Func<NegotiationRecord, NegotiationRecord>> Table => new()
    {
        {
            "workingGroups[0].until", "before the group’s first day",
            r => r with { WorkingGroups = [Group("experts") with { Until = Day.AddDays(-1) }] }
        },
        {
            "workingGroups[0].members[0].delegate", "represents “b”",
            r => r with { WorkingGroups = [Group("experts") with { Members = [new GroupMember { PartyKey = "a", DelegateKey = "bo" }] }] }
        },
        {
            "workingGroups[0].outputs[0].draft", "no draft “song”",
            r => r with
            {
                WorkingGroups = [Group("experts") with { Outputs = [new GroupOutput { Date = Day, Text = "A song.", DraftKey = "song" }] }],
            }
        },
        { "rounds[0].endsOn", "before the round’s first day", r => r with { Rounds = [Talk("first") with { EndsOn = Day.AddDays(-1) }] } },
        {
            "rounds[0].startsOn", "before the day of its announcement",
            r => r with { Rounds = [Talk("first") with { AnnouncedOn = Day.AddDays(1) }] }
        },
        { "rounds[0].hosts[0]", "no party “q”", r => r with { Rounds = [Talk("first") with { HostKeys = ["q"] }] } },
        { "rounds[0].workingGroups[0]", "no working group “q”", r => r with { Rounds = [Talk("first") with { WorkingGroupKeys = ["q"] }] } },
        {
            "rounds[0].delegations[1].party", "already has a delegation at this round",
            r => r with { Rounds = [Talk("first") with { Delegations = [new Delegation { PartyKey = "a" }, new Delegation { PartyKey = "a" }] }] }
        },
        {
            "rounds[0].delegations[0].delegates[0]", "represents “b”",
            r => r with { Rounds = [Talk("first") with { Delegations = [new Delegation { PartyKey = "a", DelegateKeys = ["bo"] }] }] }
        },
        {
            "rounds[0].delegations[0].delegates[1]", "listed twice",
            r => r with { Rounds = [Talk("first") with { Delegations = [new Delegation { PartyKey = "a", DelegateKeys = ["ada", "ada"] }] }] }
        },
        { "drafts[0].workingGroup", "no working group “q”", r => r with { Drafts = [r.Drafts[0] with { WorkingGroupKey = "q" }] } },
        { "drafts[0].versions[1].number", "Number it 2", r => Versions(r, Version(1), Version(3)) },
        { "drafts[0].versions[1].date", "before the version before", r => Versions(r, Version(1), Version(2) with { Date = Day.AddDays(-1) }) },
        { "drafts[0].versions[0].citations", "no citation", r => Versions(r, Version(1) with { Citations = [] }) },
        { "drafts[0].versions[0].pages", "from 0 to 100000", r => Versions(r, Version(1) with { Pages = -1 }) },
        { "drafts[0].versions[0].round", "no round “tenth”", r => Versions(r, Version(1) with { RoundKey = "tenth" }) },
        { "offers[0].round", "no round “tenth”", r => r with { Offers = [Given("o") with { RoundKey = "tenth" }] } },
        { "claims[0].round", "no round “tenth”", r => r with { Claims = [Said("c") with { RoundKey = "tenth" }] } },
        {
            "rounds[0].outcomeCitations", "The round is planned",
            r => r with { Rounds = [Talk("first") with { State = RoundState.Planned, OutcomeCitations = [Cited] }] }
        },
        { "drafts[0].versions[0].seenBy[0].party", "no party “q”", r => Versions(r, Version(1) with { SeenBy = [Seen("q")] }) },
        { "drafts[0].versions[0].seenBy[1].party", "listed twice", r => Versions(r, Version(1) with { SeenBy = [Seen("c"), Seen("c")] }) },
        { "drafts[0].versions[0].seenBy[0].party", "so it has seen it", r => Versions(r, Version(1) with { SeenBy = [Seen("a")] }) },
        { "drafts[0].versions[0].notSeenBy[0]", "is reported to have seen it", r => Versions(r, Version(1) with { SeenBy = [Seen("b")] }) },
        {
            "drafts[0].versions[0].seenBy[0].since", "the day of the version",
            r => Versions(r, Version(1) with { SeenBy = [Seen("c") with { Since = Day.AddDays(-1) }] })
        },
        { "drafts[0].versions[0].notSeenBy[0]", "so it has seen it", r => Versions(r, Version(1) with { NotSeenByKeys = ["a"] }) },
        { "offers[0].citations", "no citation", r => r with { Offers = [Given("dam") with { Citations = [] }] } },
        { "offers[0].toParties[0]", "can’t make an offer to itself", r => r with { Offers = [Given("dam") with { ToPartyKeys = ["a"] }] } },
        { "offers[0].validUntil", "needs its last day", r => r with { Offers = [Given("dam") with { ValidUntil = null }] } },
        {
            "offers[0].validUntil", "Only an offer with validity until-date",
            r => r with { Offers = [Given("dam") with { Validity = Validity.NotForEver }] }
        },
        { "offers[0].validUntil", "before the day it was offered", r => r with { Offers = [Given("dam") with { ValidUntil = Day.AddDays(-1) }] } },
        { "offers[0].end", "belong together", r => r with { Offers = [Given("dam") with { EndedOn = Day }] } },
        { "offers[0].endedOn", "belong together", r => r with { Offers = [Given("dam") with { End = OfferEnd.Refused }] } },
        {
            "offers[0].endedOn", "before the day it was offered",
            r => r with { Offers = [Given("dam") with { End = OfferEnd.Refused, EndedOn = Day.AddDays(-1) }] }
        },
    };

    [Theory]
    [MemberData(nameof(Entries))]
    [MemberData(nameof(Table))]
    public void Check_OneRuleBroken_NamesPlaceAndRule(string path, string words, Func<NegotiationRecord, NegotiationRecord> broken) =>
        NegotiationRulesTests.OnlyViolation(path, words, broken);

    [Fact]
    public void Check_CorrectionsInALoop_NamesEachOfThemAndNotWhatHangsOnIt()
    {
        // s → t → s is the loop; u only leads into it.
        var record = Make() with { StatusEvents = [Corrects("s", "t"), Corrects("t", "s"), Corrects("u", "s")] };

        Assert.Equal(["statusEvents[0].supersedes", "statusEvents[1].supersedes"], NegotiationRules.Check(record).Select(v => v.Path));
    }

    [Fact]
    public void Check_CorrectionOfTheSameMoment_FindsNothing() =>
        Assert.Empty(NegotiationRules.Check(Make() with { StatusEvents = [Event("s"), Corrects("t", "s")] }));

    // Recorded of a pair by mistake, retracted, and the pair taken off the issue: append-only, the two entries stay, and hinder nobody.
    [Fact]
    public void Check_RetractedEntryOfAPairThatIsTakenOff_FindsNothing()
    {
        var wrong = Event("s") with { DyadKey = "a-c" };
        var retraction = wrong with { Key = "t", Kind = EntryKind.Retraction, SupersedesKey = "s", Reason = "Of another pair." };

        Assert.Empty(NegotiationRules.Check(Make() with { StatusEvents = [wrong, retraction] }));
    }

    private static Domain.Issues.StatusEvent Corrects(string key, string earlier) =>
        Event(key) with { Kind = EntryKind.Correction, SupersedesKey = earlier };

    private static SeenBy Seen(string party) => new() { PartyKey = party };

    private static NegotiationRecord Versions(NegotiationRecord record, params DraftVersion[] versions) =>
        record with { Drafts = [record.Drafts[0] with { Versions = versions }] };
}
