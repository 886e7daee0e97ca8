using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Outcomes;

/// <summary>What waits for whom: nobody has to look for it.</summary>
[OnEveryDatabase]
public class ToDoTests : OutcomeDeskTest
{
    private ToDoReader ToDos => Store.Services.GetRequiredService<ToDoReader>();

    [Fact]
    public async Task Of_AnOutcomeOnItsWay_WaitsForWhoeverHasToGoOnWithIt()
    {
        await RestartWithApprovalAsync();
        await KeepAsync(Form());
        Assert.Equal([ToDoKind.Unfinished], await OutcomesAsync(Editor));
        Assert.Equal((0, 0), await CountsAsync());

        await Desk.SubmitAsync(Slug, Id, 1, Form(), Editor, Cancellation);
        Assert.Empty(await OutcomesAsync(Editor));
        Assert.Equal([ToDoKind.Approve], await OutcomesAsync(Manager));
        Assert.Equal((0, 1), await CountsAsync());

        await Desk.ReturnAsync(Slug, Id, "Say who said so.", Manager, Cancellation);
        var returned = Assert.Single(await OfAsync(Editor), item => item.Kind == ToDoKind.Returned);
        Assert.Equal(("Vienna talks", "Mia", "Say who said so."), (returned.Title, returned.By, returned.Reason));
        Assert.Empty(await OutcomesAsync(Manager));
        Assert.Equal((1, 0), await CountsAsync());
    }

    // Evidence of January is old today, whatever day that is: the clock of the store is the machine's.
    [Fact]
    public async Task Of_ABoardWithOldEvidence_HasItsStaleIssues() => Assert.Equal(
        5, (await OfAsync(Editor)).Count(item => item.Kind == ToDoKind.Stale));

    [Fact]
    public async Task Count_OfSomebodyElsesSubmission_IsNothingForAnEditor()
    {
        await RestartWithApprovalAsync();
        await KeepAsync(Form());
        await Desk.SubmitAsync(Slug, Id, 1, Form(), Editor, Cancellation);

        Assert.Equal(0, await ToDos.CountAsync(await Store.AddAccountAsync(AccountRole.Editor, "Eve"), approves: false, Cancellation));
    }

    // What is typed and not saved waits for nobody but who typed it.
    [Fact]
    public async Task Count_AFormThatWasTypedIn_IsOfItsAccountAlone()
    {
        var forms = Store.Services.GetRequiredService<FormKeeper>();
        await forms.KeepAsync(Editor, new($"/negotiations/{Slug}/edit/sources/new", "Add a source", Slug), "{}", 0, Cancellation);

        Assert.Equal((1, 0), await CountsAsync());
    }

    private async Task<(int Editor, int Manager)> CountsAsync() =>
        (await ToDos.CountAsync(Editor, approves: false, Cancellation), await ToDos.CountAsync(Manager, approves: true, Cancellation));

    private async Task<IReadOnlyList<ToDo>> OfAsync(string account) =>
        await ToDos.OfAsync((await Store.Boards.FindAsync(Slug, Cancellation))!, account, Cancellation);

    private async Task<IEnumerable<ToDoKind>> OutcomesAsync(string account) =>
        (await OfAsync(account)).Select(item => item.Kind).Where(kind => kind <= ToDoKind.Unfinished);
}
