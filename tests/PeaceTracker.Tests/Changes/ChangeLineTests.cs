using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Changes;

namespace PeaceTracker.Tests.Changes;

public class ChangeLineTests
{
    private static readonly ChangeItem Signed = new()
    {
        Subject = ChangeSubject.Status, In = RecordSections.Of<StatusEvent>(), Key = "e1", Title = "Land", IssueKey = "land", DyadKey = "a-b",
        Date = new(2025, 8, 18), From = Level.TextAgreed, To = Level.Concluded, Text = "Signed.",
    };

    [Fact]
    public void Of_EqualForSeveralPairs_OneLine()
    {
        var lines = ChangeLine.Of([Signed, Other("e2", "a-c"), Other("e3", "b-c")]);

        Assert.Equal(["a-b", "a-c", "b-c"], Assert.Single(lines).DyadKeys);
    }

    // Whatever else differs would be lost in one line.
    [Fact]
    public void Of_AnythingElseDiffers_LinesOfTheirOwn()
    {
        var other = Other("e2", "a-c");
        ChangeItem[] others =
        [
            other with { From = Level.AgreedInPrinciple }, other with { To = Level.TextAgreed }, other with { Date = new(2025, 8, 19) },
            other with { Text = "Initialled." }, other with { IssueKey = "sea" }, other with { Basis = Basis.Claimed },
            other with { Entry = EntryKind.Correction }, other with { Superseded = true }, other with { RecordedBy = "Ana" },
            other with { RecordedAt = new(2025, 8, 20, 9, 0, 0, DateTimeKind.Utc) },
            other with { Citations = [Testing.RecordBuilder.Cited] }, other with { DyadKey = null },
        ];

        Assert.All(others, o => Assert.Equal(2, ChangeLine.Of([Signed, o]).Count));
        Assert.Equal(2, ChangeLine.Of([Signed with { Superseded = true }, other with { Superseded = true }]).Count);
    }

    [Fact]
    public void Of_SomethingBetween_TheLineStandsWhereItsFirstStands()
    {
        var position = Signed with { Subject = ChangeSubject.Position, Key = "p", DyadKey = null, PartyKey = "a" };

        Assert.Equal(["e1 e2", "p"], ChangeLine.Of([Signed, position, Other("e2", "a-c")]).Select(l => string.Join(' ', l.Items.Select(i => i.Key))));
    }

    private static ChangeItem Other(string key, string dyad) => Signed with { Key = key, DyadKey = dyad };
}
