using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

/// <summary>One issue over several dyads. A case is written as levels between required dyads, then after a bar those between others.</summary>
public class IssueStandingTests
{
    // "." is a dyad of which nothing is recorded; "?" an event that says unknown; a trailing "c" is one side's word.
    [Theory]
    [InlineData("3 1", Level.Disputed)]
    [InlineData("5 4 3", Level.AgreedInPrinciple)]
    [InlineData("0 5", Level.NotDiscussed)]
    [InlineData("1 .", Level.Disputed)] // the lowest known one
    [InlineData("2 ?", Level.Narrowing)]
    [InlineData("3 .", Level.Unknown)] // an unknown one beside others that are all agreed
    [InlineData("5 4 ?", Level.Unknown)]
    [InlineData("5 2 ?", Level.Narrowing)] // the others are not all agreed
    [InlineData(". ?", Level.Unknown)]
    [InlineData("4c 5", Level.TextAgreed)] // shown levels take a word at its word
    [InlineData("d 4", Level.Deferred)] // settled as not agreed
    [InlineData("d 2", Level.Narrowing)]
    [InlineData("d 1", Level.Disputed)]
    [InlineData("d .", Level.Deferred)]
    [InlineData("n 4", Level.TextAgreed)] // where it does not apply it is left out
    [InlineData("n .", Level.Unknown)]
    [InlineData("5 | 1", Level.Concluded)] // other dyads don't weigh while a required one applies
    [InlineData(". | 4", Level.Unknown)]
    [InlineData("n | 4 2", Level.Narrowing)]
    [InlineData("| 3 4", Level.AgreedInPrinciple)]
    [InlineData("| 3 .", Level.Unknown)]
    [InlineData("n | n", Level.Unknown)]
    public void Level_OverDyads_WeakestLink(string levels, Level expected) => Assert.Equal(expected, Standing(levels).Level);

    [Theory]
    [InlineData("3 1", Threshold.Agreed, Verdict.NotMet)]
    [InlineData("3 5", Threshold.Agreed, Verdict.Met)]
    [InlineData("3 5", Threshold.TextAgreed, Verdict.NotMet)]
    [InlineData("4 5", Threshold.TextAgreed, Verdict.Met)]
    [InlineData("2 3", Threshold.Moving, Verdict.Met)]
    [InlineData("1 .", Threshold.Moving, Verdict.NotMet)] // one disputed dyad settles the matter
    [InlineData("3 3 3 .", Threshold.Agreed, Verdict.Unknown)] // three agreed ones beside an unknown one don't
    [InlineData("2 .", Threshold.Moving, Verdict.Unknown)]
    [InlineData("2 .", Threshold.Agreed, Verdict.NotMet)]
    [InlineData("3c", Threshold.Agreed, Verdict.Unknown)] // claimed, at the threshold
    [InlineData("5c", Threshold.Agreed, Verdict.Unknown)] // claimed, above
    [InlineData("2c", Threshold.Agreed, Verdict.NotMet)] // claimed, below
    [InlineData("3c", Threshold.TextAgreed, Verdict.NotMet)]
    [InlineData("3c 1", Threshold.Agreed, Verdict.NotMet)]
    [InlineData("3c 5", Threshold.Agreed, Verdict.Unknown)]
    [InlineData("d", Threshold.Moving, Verdict.NotMet)]
    [InlineData("d .", Threshold.Agreed, Verdict.NotMet)]
    [InlineData("dc", Threshold.Agreed, Verdict.NotMet)]
    [InlineData("n 3", Threshold.Agreed, Verdict.Met)]
    [InlineData("n n", Threshold.Agreed, Verdict.Unknown)]
    [InlineData("3 | 1", Threshold.Agreed, Verdict.Met)]
    [InlineData("n | 1 3", Threshold.Agreed, Verdict.NotMet)]
    [InlineData("| 3 3", Threshold.Agreed, Verdict.Met)]
    [InlineData("| 3 .", Threshold.Agreed, Verdict.Unknown)]
    public void Judge_OnRecord_ByTheMethod(string levels, Threshold threshold, Verdict expected) =>
        Assert.Equal(expected, Standing(levels).Judge(threshold));

    [Theory]
    [InlineData("3c", Threshold.Agreed, Verdict.Met)]
    [InlineData("5c 4", Threshold.TextAgreed, Verdict.Met)]
    [InlineData("2c", Threshold.Agreed, Verdict.NotMet)]
    [InlineData("3c .", Threshold.Agreed, Verdict.Unknown)]
    [InlineData("3c 1c", Threshold.Agreed, Verdict.NotMet)]
    public void Judge_WithClaimed_TakesTheWord(string levels, Threshold threshold, Verdict expected) =>
        Assert.Equal(expected, Standing(levels).Judge(threshold, ShareBasis.WithClaimed));

    [Theory]
    [InlineData("3", Basis.OnRecord)]
    [InlineData("3c", Basis.Claimed)]
    [InlineData("3c 3", Basis.Claimed)]
    [InlineData("3c 1", Basis.OnRecord)] // the level shown is the disputed one, and that is on record
    [InlineData("3 4c", Basis.Claimed)] // without the word on the second dyad the issue would be unknown
    [InlineData("2 4c", Basis.OnRecord)] // narrowing is shown whatever the second dyad is
    [InlineData("1c 3", Basis.Claimed)]
    [InlineData("3c .", Basis.OnRecord)] // shown as unknown, of which nothing is claimed
    [InlineData("3 | 4c", Basis.OnRecord)] // other dyads don't weigh
    public void Basis_OfTheLevelShown_ClaimedWhereItRestsOnAWord(string levels, Basis expected) =>
        Assert.Equal(expected, Standing(levels).Basis);

    [Theory]
    [InlineData("3 | 4", true, 1)]
    [InlineData("n | 4 2", false, 2)]
    [InlineData("| 4", false, 1)]
    [InlineData("n | n", false, 0)]
    [InlineData("", false, 0)]
    public void Judged_RequiredDyadsOrElseTheOthers_AndSaysWhich(string levels, bool overRequired, int count)
    {
        var standing = Standing(levels);

        Assert.Equal(overRequired, standing.JudgedOverRequired);
        Assert.Equal(count, standing.Judged.Count);
    }

    private static bool IsStale(BoardSnapshot at) => at.IsStale(at.Issue("x")!);

    [Theory]
    [InlineData(10, false)] // the day itself
    [InlineData(40, false)] // 30 days on: at the limit
    [InlineData(41, true)] // one day beyond
    public void Stale_AroundTheLimit_FromTheDayBeyond(int day, bool expected) =>
        Assert.Equal(expected, IsStale(new RecordBuilder().Issue("x").Status("x", Level.Narrowing, on: 10).AsOf(day)));

    [Fact]
    public void Stale_OwnLimit_IsTheNegotiations()
    {
        var record = new RecordBuilder().StaleAfter(7).Issue("x").Status("x", Level.Narrowing, on: 10);

        Assert.False(IsStale(record.AsOf(17)));
        Assert.True(IsStale(record.AsOf(18)));
    }

    [Fact]
    public void Stale_NoEvidence_IsNotStale() => Assert.False(IsStale(new RecordBuilder().Issue("x").AsOf(300)));

    // Known to January: by 2 March, 30 days after its last day, it is within the limit; on 3 March it is not.
    [Theory]
    [InlineData(61, false)]
    [InlineData(62, true)]
    public void Stale_EvidenceKnownToTheMonth_AgesFromItsLastDay(int day, bool expected)
    {
        var record = new RecordBuilder().Issue("x").Status("x", Level.Narrowing, on: 1).Build();
        record = record with { StatusEvents = [record.StatusEvents[0] with { Precision = DatePrecision.Month }] };

        Assert.Equal(expected, IsStale(new Board(record, 1).AsOf(RecordBuilder.Day(day))));
    }

    [Fact]
    public void Stale_NewerPosition_IsEvidenceFromItsDateOn()
    {
        var record = new RecordBuilder().Issue("x").Status("x", Level.Narrowing, on: 1).Position("a", "x", Stance.Objects, on: 35);

        Assert.True(IsStale(record.AsOf(34)));
        Assert.False(IsStale(record.AsOf(35)));
        Assert.Equal(RecordBuilder.Day(35), record.AsOf(50).Issue("x")!.LastEvidenceOn);
    }

    private static IssueStanding Standing(string levels)
    {
        var record = new RecordBuilder();
        var dyads = new List<string>();
        foreach (var (side, required) in levels.Split('|').Select((side, i) => (side, i == 0)))
        {
            foreach (var word in side.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var dyad = $"p-q{dyads.Count}";
                dyads.Add(dyad);
                record.Dyad(dyad, required);
                if (word != ".")
                {
                    record.Status("x", LevelOf(word[0]), dyad: dyad, basis: word.EndsWith('c') ? Basis.Claimed : Basis.OnRecord);
                }
            }
        }

        return record.Issue("x", dyads: [.. dyads]).AsOf(1).Issue("x")!;
    }

    private static Level LevelOf(char sign) => sign switch
    {
        '?' => Level.Unknown,
        'd' => Level.Deferred,
        'n' => Level.NotApplicable,
        _ => LevelScale.Ordered[sign - '0'],
    };
}
