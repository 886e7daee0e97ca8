using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Issues;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Issues;

public class AgendaVersionFormTests
{
    private static readonly AgendaVersion Before = new()
    {
        Number = 1, Title = "4 points", InForceFrom = RecordBuilder.Day(1), IssueKeys = ["a", "b", "c", "d"], RecordedAt = RecordBuilder.At(1),
    };

    private readonly AgendaVersionForm _form = AgendaVersionForm.After(Before);

    [Fact]
    public void After_TheVersionBefore_BeginsWithItsIssues() => Assert.Equal(["a", "b", "c", "d"], _form.IssueKeys);

    [Fact]
    public void Arrange_EachKindOfChange_ListsWhatIsInScope()
    {
        Assert.Equal(["a", "b", "d"], After(Change(ScopeChangeKind.Dropped, ["c"], [])));
        Assert.Equal(["a", "b", "c", "d", "e", "f"], After(Change(ScopeChangeKind.Added, [], ["e", "f"])));
        // Parts come where the whole was, a merged issue where the first of its parts was.
        Assert.Equal(["a", "b1", "b2", "c", "d"], After(Change(ScopeChangeKind.Split, ["b"], ["b1", "b2"])));
        Assert.Equal(["a", "m", "c"], After(Change(ScopeChangeKind.Merged, ["b", "d"], ["m"])));
        Assert.Equal(
            ["b1", "b2", "c", "d", "e"],
            After(
                Change(ScopeChangeKind.Dropped, ["a"], []),
                Change(ScopeChangeKind.Split, ["b"], ["b1", "b2"]),
                Change(ScopeChangeKind.Added, [], ["e"])));
    }

    [Fact]
    public void Arrange_ChangeTakenBack_PutsTheIssueWhereItWas()
    {
        _form.ScopeChanges = [Change(ScopeChangeKind.Dropped, ["b"], [])];
        _form.Arrange(Before);
        _form.ScopeChanges.Clear();

        _form.Arrange(Before);

        Assert.Equal(["a", "b", "c", "d"], _form.IssueKeys);
    }

    [Fact]
    public void Arrange_OrderOfTheEditor_IsKept()
    {
        _form.IssueKeys = ["d", "c", "b", "a"];
        _form.ScopeChanges = [Change(ScopeChangeKind.Dropped, ["c"], []), Change(ScopeChangeKind.Added, [], ["e"])];

        _form.Arrange(Before);

        // What is new stands after what precedes it on the agenda before: "e" after "d".
        Assert.Equal(["d", "e", "b", "a"], _form.IssueKeys);
    }

    [Fact]
    public void Become_AnotherKind_LeavesOutWhatDoesNotGoWithIt()
    {
        var change = Change(ScopeChangeKind.Merged, ["a", "b"], ["m"]);

        change.Become(ScopeChangeKind.Dropped);
        Assert.Equal(["a", "b"], change.FromIssueKeys);
        Assert.Empty(change.ToIssueKeys);
        change.Become(ScopeChangeKind.Split);
        Assert.Equal(["a"], change.FromIssueKeys);
        change.Become(ScopeChangeKind.Added);
        Assert.Empty(change.FromIssueKeys);
    }

    [Theory]
    [InlineData(null, "", "", "kind")]
    [InlineData(ScopeChangeKind.Added, "", "", "toIssues")]
    [InlineData(ScopeChangeKind.Dropped, "", "", "fromIssues")]
    [InlineData(ScopeChangeKind.Split, "", "e f", "fromIssues")]
    [InlineData(ScopeChangeKind.Split, "a", "e", "toIssues")]
    [InlineData(ScopeChangeKind.Merged, "a", "e", "fromIssues")]
    [InlineData(ScopeChangeKind.Merged, "a b", "", "toIssues")]
    public void ToRow_ChangeThatIsNotComplete_SaysWhatIsMissingAtItsField(ScopeChangeKind? kind, string from, string to, string field)
    {
        _form.ScopeChanges = [Change(kind, Keys(from), Keys(to))];
        (_form.Title, _form.InForceFrom) = ("3 points", RecordBuilder.Day(2));
        var check = new FormCheck();

        _form.ToRow(2, check);

        Assert.Equal($"scopeChanges[0].{field}", Assert.Single(check.Errors).Path);

        static string[] Keys(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    [Theory]
    [InlineData(ScopeChangeKind.Added, 0, 1)]
    [InlineData(ScopeChangeKind.Dropped, 1, 0)]
    [InlineData(ScopeChangeKind.Split, 1, 2)]
    [InlineData(ScopeChangeKind.Merged, 2, 1)]
    public void ToRow_ChangeThatIsComplete_IsTheChange(ScopeChangeKind kind, int from, int to)
    {
        _form.ScopeChanges = [Change(kind, [.. Before.IssueKeys.Take(from)], [.. new[] { "e", "f" }.Take(to)])];
        _form.ScopeChanges[0].Note = " Because. ";
        (_form.Title, _form.InForceFrom) = ("n points", RecordBuilder.Day(2));
        var check = new FormCheck();

        var change = Assert.Single(_form.ToRow(2, check).ScopeChanges);

        Assert.Empty(check.Errors);
        Assert.Equal((kind, from, to, "Because."), (change.Kind, change.FromIssueKeys.Count, change.ToIssueKeys.Count, change.Note));
    }

    private static ScopeChangeForm Change(ScopeChangeKind? kind, string[] from, string[] to) =>
        new() { Kind = kind, FromIssueKeys = from, ToIssueKeys = to };

    private static IReadOnlyList<string> After(params ScopeChangeForm[] changes)
    {
        var form = AgendaVersionForm.After(Before);
        form.ScopeChanges = [.. changes];
        form.Arrange(Before);
        return form.IssueKeys;
    }
}
