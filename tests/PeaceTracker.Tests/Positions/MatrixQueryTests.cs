using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Positions;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Positions;

public class MatrixQueryTests
{
    // Day 50, stale after 30 days. Levels: (a-b, a-c), the board's being the weaker. "dam" concerns only a-b.
    //        a-b        a-c          salience  a's stance        c's stance        newest evidence
    // air    principle  disputed     3         rejects, red      none              day 1
    // bay    disputed   text agreed  5         accepts           objects           day 40
    // coast  unknown    narrowing    1         none              rejects           day 45
    // dam    narrowing  –            5         undecided         none              day 10
    private static readonly BoardSnapshot At = new RecordBuilder().Dyad("a-b").Dyad("a-c")
        .Issue("air").Issue("bay", salience: 5).Issue("coast", salience: 1).Issue("dam", salience: 5, dyads: ["a-b"])
        .Status("air", Level.AgreedInPrinciple, dyad: "a-b").Status("air", Level.Disputed, dyad: "a-c")
        .Status("bay", Level.Disputed, on: 40, dyad: "a-b").Status("bay", Level.TextAgreed, on: 40, dyad: "a-c")
        .Status("coast", Level.Narrowing, on: 45, dyad: "a-c")
        .Status("dam", Level.Narrowing, on: 10, dyad: "a-b")
        .Position("a", "air", Stance.Rejects, flexibility: Flexibility.RedLine)
        .Position("a", "bay", Stance.Accepts, on: 2).Position("c", "bay", Stance.Objects, on: 2, flexibility: Flexibility.RedLine)
        .Position("c", "coast", Stance.Rejects, on: 3)
        .Position("a", "dam", Stance.Undecided, on: 4)
        .AsOf(50);

    [Theory]
    [InlineData("", "air bay coast dam")]
    [InlineData("q=COAST", "coast")]
    [InlineData("category=Matter", "air bay coast dam")]
    [InlineData("party=c", "air bay coast")] // a-c applies to these
    [InlineData("dyad=a-c", "air bay coast")]
    [InlineData("level=disputed", "air bay")] // between any pair
    [InlineData("level=disputed&dyad=a-c", "air")]
    [InlineData("level=disputed&party=b", "bay")] // b's one pair
    [InlineData("level=unknown", "coast")]
    [InlineData("stance=rejects", "air coast")]
    [InlineData("stance=rejects&party=c", "coast")]
    [InlineData("redlines=yes", "air bay")]
    [InlineData("redlines=yes&party=a", "air")]
    [InlineData("stale=yes", "air dam")] // 49 and 40 days, the others 10 and 5
    [InlineData("stale=yes&redlines=yes&level=disputed", "air")]
    [InlineData("stance=accepts&redlines=yes&party=a", "")]
    public void Of_Filters_NarrowTheRows(string query, string expected) => Assert.Equal(expected, Keys(query));

    [Theory]
    [InlineData("agenda", "air bay coast dam")]
    [InlineData("-agenda", "dam coast bay air")]
    [InlineData("salience", "coast air bay dam")]
    [InlineData("-salience", "bay dam air coast")]
    [InlineData("level", "air bay coast dam")] // disputed twice, narrowing twice: coast's unknown pair doesn't hide the narrowing one
    [InlineData("-objections", "air bay coast dam")] // one each, none on the dam
    [InlineData("objections", "dam air bay coast")]
    [InlineData("evidence", "air dam bay coast")]
    [InlineData("-evidence", "coast bay dam air")]
    [InlineData("party:a", "air dam bay coast")] // rejects, undecided, accepts, none
    [InlineData("-party:a", "bay dam air coast")] // none stays last
    [InlineData("dyad:a-c", "air coast bay dam")] // disputed, narrowing, text agreed, does not concern it
    [InlineData("-dyad:a-c", "bay coast air dam")]
    public void Of_Order_KeepsTheAgendaAmongEqualsAndGapsLast(string sort, string expected) => Assert.Equal(expected, Keys("sort=" + sort));

    [Fact]
    public void Of_PartyAndPair_LeaveTheirColumnsAlone()
    {
        var ofC = MatrixView.Of(At, Read("party=c"));
        Assert.Equal("c", Assert.Single(ofC.Parties).Party.Key);
        Assert.Equal("a-c", Assert.Single(ofC.Dyads).Dyad.Key);

        var ofPair = MatrixView.Of(At, Read("dyad=a-b"));
        Assert.Equal("a-b", Assert.Single(ofPair.Dyads).Dyad.Key);
        Assert.Equal("a c", string.Join(' ', ofPair.Parties.Select(p => p.Party.Key)));
    }

    [Theory]
    [InlineData("level=almost")]
    [InlineData("stance=none")]
    [InlineData("party=nobody")]
    [InlineData("dyad=a")]
    [InlineData("category=Other")]
    [InlineData("redlines=1")]
    [InlineData("stale=no")]
    [InlineData("sort=luck")]
    [InlineData("sort=party:")]
    [InlineData("sort=party:nobody")]
    [InlineData("sort=dyad:a")]
    [InlineData("sort=--agenda")]
    [InlineData("size=7")]
    public void Read_BadValue_IsNamed(string query)
    {
        Assert.Null(MatrixQuery.Read(Values(query), At, out var bad));
        Assert.Equal(query.Split('=')[0], bad!.Name);
        Assert.NotEmpty(bad.Allowed);
    }

    [Fact]
    public void Values_OfAQuery_ReadAsTheSame()
    {
        const string All = "q=a&category=Matter&party=a&dyad=a-b&level=disputed&stance=accepts-with-conditions&redlines=yes&stale=yes&sort=-party:a&size=100";

        Assert.Equal(All, string.Join('&', Read(All).Values.Select(v => $"{v.Name}={v.Value}")));
    }

    [Fact]
    public void Holds_EachPair_WhereItAloneAndWithOthersHoldsUp()
    {
        // a-b: 1 of 4 agreed (air), a-c: 1 of 3 (bay), so a-b binds. air waits for a-c alone, bay for a-b alone, the dam too;
        // the coast for both, one of them being unknown.
        var holds = MatrixView.Of(At).Holds;

        Assert.Equal(
            "a-b True: bay dam | coast; a-c False: air | coast",
            string.Join("; ", holds.Select(h => $"{h.Dyad.Key} {h.Binding}: {Join(h.Alone)} | {Join(h.WithOthers)}")));

        static string Join(IEnumerable<IssueStanding> issues) => string.Join(' ', issues.Select(i => i.Issue.Key));
    }

    private static string Keys(string query) => string.Join(' ', MatrixView.Of(At, Read(query)).Matching.Select(i => i.Issue.Key));

    private static MatrixQuery Read(string query)
    {
        var read = MatrixQuery.Read(Values(query), At, out var bad);
        Assert.True(read is not null, $"{bad}");
        return read;
    }

    private static Func<string, string?> Values(string query) =>
        query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1]).GetValueOrDefault;
}
