using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Search;
using PeaceTracker.Tests.Negotiations;

namespace PeaceTracker.Tests.Search;

public class SameNameTests
{
    private static readonly NegotiationRecord Record = ValidRecord.Make();

    /// <summary>Every kind of row that is edited in place and named by hand: a pair is named by its parties, and there can be one of each.</summary>
    public static TheoryData<string> Kinds =>
        [.. RecordSections.Lists.Where(list => !list.HoldsEntries && list.Name != "dyads").Select(list => list.Name)];

    // An agenda is known by its number, which the form gives; every other new row has no key yet.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_ANewRowLikeOneThatStands_IsThatOneForEveryKind(string section)
    {
        var list = (RecordList)RecordSections.Find(section)!;
        var there = (IDescriptive)list.In(Record)[0];
        dynamic copy = there is AgendaVersion agenda ? agenda with { Number = 99 } : Renamed((dynamic)there, "");

        Assert.Same(there, SameName.Of(Record, (IDescriptive)copy, null));
    }

    [Theory]
    [InlineData("Upper dam", "upper  DAM", true)]
    [InlineData("Upper dam", "Upper dåm", true)]
    [InlineData("O’Brien’s bridge", "O'Brien's bridge", true)]
    [InlineData("Upper dam", "Upper dams", false)]
    public void Of_TitlesThatASearchDoesNotTellApart_AreTheSame(string there, string typed, bool same)
    {
        var issue = Record.Issues[0] with { Title = there };
        var record = Record with { Issues = [issue] };

        Assert.Equal(same, SameName.Of(record, issue with { Key = "", Title = typed }, null) is not null);
    }

    [Fact]
    public void Of_ARowThatHadTheNameBeforeOrOneThatIsGone_IsNone()
    {
        var issue = Record.Issues[0];
        var twin = issue with { Key = "twin" };
        var gone = twin with { Retracted = new Retraction { At = ValidRecord.At, Reason = "Twice." } };

        Assert.Null(SameName.Of(Record with { Issues = [issue, twin] }, issue with { Salience = 1 }, issue));
        Assert.Null(SameName.Of(Record with { Issues = [gone] }, issue with { Key = "" }, null));
    }

    private static T Renamed<T>(T row, string key) where T : class, IRow<T> => row.WithKey(key);
}
