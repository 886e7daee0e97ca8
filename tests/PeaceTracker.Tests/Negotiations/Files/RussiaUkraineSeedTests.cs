using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Tests.Negotiations.Files;

/// <summary>The seed against what the report says: every expected value was read from it, none from the file.</summary>
public sealed class RussiaUkraineSeedTests
{
    private static readonly DateOnly Monday = new(2025, 12, 15);

    [Fact]
    public async Task Source_DoubtfulDate_KeepsBothAndTheReason()
    {
        var source = Assert.Single((await Seed()).Sources);

        Assert.Equal("Reuters", source.Publisher);
        Assert.Equal("Dec. 15, 2026", source.DateAsPrinted);
        Assert.Equal(Monday, source.PublishedOn);
        Assert.Equal(DayOfWeek.Monday, source.PublishedOn.DayOfWeek);
        Assert.Contains("Monday", source.DateNote, StringComparison.Ordinal);
        Assert.Equal(Reliability.B, source.Reliability);
    }

    [Theory]
    [InlineData("ukraine", Role.Principal)]
    [InlineData("russia", Role.Principal)]
    [InlineData("united-states", Role.Mediator, Role.Guarantor)]
    [InlineData("european-states", Role.Supporter, Role.Funder)]
    [InlineData("european-union", Role.Supporter)]
    [InlineData("nato", Role.Observer)]
    [InlineData("world-bank", Role.Funder)]
    [InlineData("blackrock", Role.Funder)]
    public async Task Parties_Each_HasItsRoles(string key, params Role[] roles) =>
        Assert.Equal(roles, (await Seed()).Parties.Single(p => p.Key == key).Roles.Select(r => r.Role));

    // issue, salience, category, then the levels: Ukraine–Russia, US–Ukraine, US–Russia, Europe–Ukraine ("-": does not apply, c: claimed).
    [Theory]
    [InlineData("territory", 5, "Territory", "Disputed", "Narrowing", "Unknown", "-")]
    [InlineData("sovereignty", 5, "Territory", "Disputed", "Unknown", "-", "-")]
    [InlineData("security-guarantees", 5, "Security", "Unknown", "Narrowing", "-", "Narrowing")]
    [InlineData("us-commitment", 4, "Security", "-", "Unknown", "-", "-")]
    [InlineData("monitoring", 4, "Security", "Unknown", "Narrowing", "-", "-")]
    [InlineData("eu-membership", 4, "Political order", "Narrowing c", "-", "-", "-")]
    [InlineData("western-limit", 4, "Security", "Unknown", "Unknown", "-", "-")]
    [InlineData("ending-hostilities", 5, "Security", "Unknown", "-", "-", "-")]
    [InlineData("prosperity-package", 3, "Economy", "-", "Narrowing", "-", "Narrowing")]
    [InlineData("reconstruction-finance", 3, "Economy", "-", "-", "-", "Narrowing c")]
    public async Task Issues_Each_HasItsLevels(string key, int salience, string category, params string[] levels)
    {
        var record = await Seed();
        var issue = record.Issues.Single(i => i.Key == key);

        Assert.Equal((salience, category), (issue.Salience, issue.Category));
        string[] dyads = ["ukraine-russia", "us-ukraine", "us-russia", "europe-ukraine"];
        Assert.Equal(levels, dyads.Select(d =>
            issue.DyadKeys.Contains(d) ? Word(record.StatusEvents.SingleOrDefault(e => e.IssueKey == key && e.DyadKey == d)) : "-"));
    }

    [Fact]
    public async Task Board_OnTheDay_ShowsWhatTheReportSupports()
    {
        var record = await Seed();
        var standings = new Board(record, 1).AsOf(Monday).Issues;

        // Ten issues: 2 disputed, 3 narrowing of which 2 claimed, 5 unknown.
        Assert.Equal(10, standings.Count);
        Assert.Equal(2, standings.Count(s => s.Level == Level.Disputed));
        Assert.Equal(3, standings.Count(s => s.Level == Level.Narrowing));
        Assert.Equal(
            ["eu-membership", "reconstruction-finance"],
            standings.Where(s => s.Level == Level.Narrowing && s.Basis == Basis.Claimed).Select(s => s.Issue.Key).Order());
        Assert.Equal(5, standings.Count(s => s.Level == Level.Unknown));
        var required = Assert.Single(record.Dyads, d => d.Required);
        Assert.Equal("ukraine-russia", required.Key);
    }

    [Fact]
    public async Task Claims_NinetyPercent_IsTheOfficialsStatement()
    {
        var record = await Seed();
        var claim = record.Claims.Single(c => c.Figure is not null);

        Assert.Equal(90, claim.Figure);
        Assert.Equal(("issues", "broad agreement", ClaimThreshold.Agreed), (claim.OfWhat, claim.ThresholdWord, claim.Threshold));
        Assert.Equal((ClaimScope.Dyad, "ukraine-russia"), (claim.Scope, claim.DyadKey));
        Assert.Equal(["territory", "sovereignty"], claim.NamedOpenIssueKeys);
        Assert.False(claim.ListPublished);
        Assert.Null(claim.Hedge);
        Assert.Equal(Monday, claim.OccurredOn);
        Assert.True(Assert.Single(claim.Claimants).Anonymous);
        var citation = Assert.Single(claim.Appearances).Citation;
        Assert.Equal(("P5", 3), (citation.Locator, citation.Credibility));
        Assert.Equal(3, record.Claims.Count);
    }

    [Theory]
    [InlineData("ukraine", "territory", Stance.Rejects, Flexibility.RedLine, Attribution.SelfStated)]
    [InlineData("russia", "territory", null, Flexibility.Firm, Attribution.MediaReported)]
    [InlineData("russia", "eu-membership", Stance.AcceptsWithConditions, null, Attribution.AttributedByAnotherParty)]
    [InlineData("united-states", "security-guarantees", Stance.AcceptsWithConditions, null, Attribution.SelfStated)]
    [InlineData("united-states", "western-limit", Stance.Accepts, null, Attribution.AttributedByAnotherParty)]
    [InlineData("european-states", "reconstruction-finance", Stance.Accepts, null, Attribution.AttributedByAnotherParty)]
    [InlineData("united-states", "territory", null, null, Attribution.SelfStated)]
    public async Task Positions_Each_StandsAsReported(string party, string issue, Stance? stance, Flexibility? flexibility, Attribution attribution)
    {
        var position = Assert.Single((await Seed()).Positions, p => p.PartyKey == party && p.IssueKey == issue);

        Assert.Equal((stance, flexibility, attribution), (position.Stance, position.Flexibility, position.Attribution));
    }

    [Fact]
    public async Task Talks_DraftAndOffer_StandAsReported()
    {
        var record = await Seed();
        var (berlin, next) = (record.Rounds.Single(r => r.Key == "berlin-talks"), record.Rounds.Single(r => r.State == RoundState.Planned));
        var version = Assert.Single(Assert.Single(record.Drafts).Versions);
        var offer = Assert.Single(record.Offers);

        Assert.Equal((RoundState.Held, Monday), (berlin.State, berlin.StartsOn));
        Assert.Equal(["witkoff", "kushner"], berlin.Delegations.Single(d => d.PartyKey == "united-states").DelegateKeys);
        Assert.Equal((new DateOnly(2025, 12, 20), new DateOnly(2025, 12, 21)), (next.StartsOn, next.LastDay));
        Assert.True(next is { DateTentative: true, PlaceTentative: true });
        Assert.StartsWith("Miami", next.Place, StringComparison.Ordinal);
        Assert.Equal(3, version.Pages);
        Assert.Equal(["ukraine"], version.HeldByKeys);
        Assert.Equal(["russia"], version.NotSeenByKeys);
        Assert.Equal((Validity.NotForEver, "united-states", null), (offer.Validity, offer.ByPartyKey, offer.ValidUntil));
        Assert.Equal(["territory", "prosperity-package", "security-guarantees"], record.WorkingGroups.Select(g => g.Key));
    }

    private static string Word(StatusEvent? step) => step is null ? "Unknown" : step.Basis == Basis.Claimed ? $"{step.Level} c" : $"{step.Level}";

    private static async Task<NegotiationRecord> Seed() =>
        (await new NegotiationFileReader().ReadAsync(
            Path.Combine(SeedFiles.Folder, "russia-ukraine-2025.json"), TestContext.Current.CancellationToken)).Record!;
}
