using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Comments;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Outcomes;

namespace PeaceTracker.Tests.Comments;

/// <summary>What editors say to each other: who sees it, for whom it waits, and until when.</summary>
[OnEveryDatabase]
public class CommentDeskTests : OutcomeDeskTest
{
    private static readonly Guid First = new("5b0a4b5e-0000-4000-8000-00000000000a");

    private CommentDesk Comments => Store.Services.GetRequiredService<CommentDesk>();

    private ToDoReader ToDos => Store.Services.GetRequiredService<ToDoReader>();

    private CommentPlace Issue => new(Slug, "issues", ["issue-1"]);

    private CommentPlace Review => new(Slug, CommentPlace.Outcomes, [Id.ToString()]);

    [Fact]
    public async Task Add_AddressedToSomebody_WaitsForThemUntilTheyAnswer()
    {
        Assert.Null(await AddAsync(First, Issue, "Is this still so?", Editor, Manager));

        var (comment, to) = Assert.Single(await Comments.ListAsync(Issue, Manager, Cancellation));
        Assert.Equal(("Ada", "Is this still so?"), (comment.Author, comment.Text));
        Assert.Equal(["Mia"], to);
        Assert.Equal((1, 0), (await CountAsync(Manager), await CountAsync(Editor)));
        var item = Assert.Single(await OfAsync(Manager), item => item.Kind == ToDoKind.Mentioned);
        Assert.Equal(("Is this still so?", "Ada", "issue-1"), (item.Title, item.By, item.Comment!.Key));

        Assert.Null(await AddAsync(Guid.NewGuid(), Issue, "Yes, until Friday.", Manager));

        Assert.Equal(0, await CountAsync(Manager));
        Assert.Equal(["Is this still so?", "Yes, until Friday."], (await ListAsync(Issue)).Select(c => c.Text));
    }

    [Fact]
    public async Task Done_WithoutAnAnswer_WaitsNoMoreAndTheCommentStays()
    {
        await AddAsync(First, Issue, "For you to know.", Editor, Manager);

        await Comments.DoneAsync(First, Manager, Cancellation);

        Assert.Equal(0, await CountAsync(Manager));
        Assert.Single(await ListAsync(Issue));
    }

    // A double click, or a second attempt after a lost line.
    [Fact]
    public async Task Add_Twice_IsOneComment()
    {
        Assert.Null(await AddAsync(First, Issue, "Once.", Editor, Manager));
        Assert.Null(await AddAsync(First, Issue, "Once.", Editor, Manager));

        Assert.Single(await ListAsync(Issue));
        Assert.Equal(1, await CountAsync(Manager));
    }

    [Theory]
    [InlineData("", "Write what you want to say.")]
    [InlineData("\u200B \uFFFE", "Write what you want to say.")]
    [InlineData(null, "That is 1001 characters; 1000 at most.")]
    public async Task Add_NothingOrTooMuch_IsRefusedInWords(string? text, string why)
    {
        var refused = Assert.IsType<SaveResult.Refused>(await AddAsync(First, Issue, text ?? new string('x', TextLimits.Rationale + 1), Editor));

        Assert.Equal(("text", why), (Assert.Single(refused.Errors).Path, refused.Errors[0].Message));
        Assert.Empty(await ListAsync(Issue));
    }

    [Fact]
    public async Task Add_WithWhatCannotBeSeen_IsKeptWithoutIt()
    {
        await AddAsync(First, Issue, "cease\uFFFEfire\nin\u200B two lines", Editor);

        Assert.Equal("ceasefire\nin two lines", Assert.Single(await ListAsync(Issue)).Text);
    }

    // Readers see none, whatever they know; a role taken away takes them away.
    [Fact]
    public async Task ListAndAdd_ByWhoMayNotEdit_AreNothing()
    {
        await AddAsync(First, Issue, "Among us.", Editor);
        var viewer = await Store.AddAccountAsync(AccountRole.Viewer, "Vic");

        Assert.Empty(await Comments.ListAsync(Issue, viewer, Cancellation));
        Assert.Empty(await Comments.ListAsync(Issue, "", Cancellation));
        Assert.IsType<SaveResult.NotAllowed>(await AddAsync(Guid.NewGuid(), Issue, "Let me in.", viewer));
        Assert.DoesNotContain(await Comments.ColleaguesAsync(Issue, Editor, Cancellation), colleague => colleague.Id == viewer);
    }

    // An outcome that waits is its author's and the managers'. Nobody else can be told of it, or could read it.
    [Fact]
    public async Task Review_CommentsOfAuthorAndManager_AreTheirs()
    {
        await RestartWithApprovalAsync();
        await KeepAsync(Form());
        await Desk.SubmitAsync(Slug, Id, 1, Form(), Editor, Cancellation);
        var other = await Store.AddAccountAsync(AccountRole.Editor, "Eve");

        Assert.Equal(["Ada"], (await Comments.ColleaguesAsync(Review, Manager, Cancellation)).Select(c => c.Name));
        Assert.Null(await AddAsync(First, Review, "Which text is that?", Manager, Editor));
        Assert.Equal(1, await CountAsync(Editor));
        Assert.IsType<SaveResult.Refused>(await AddAsync(Guid.NewGuid(), Review, "Look.", Manager, other));
        Assert.IsType<SaveResult.Refused>(await AddAsync(Guid.NewGuid(), Review, "Me too.", other));
        Assert.Empty(await Comments.ListAsync(Review, other, Cancellation));
    }

    // What was said of an entry is said of what stands in its place.
    [Fact]
    public async Task List_OfAHistory_HasWhatWasSaidOfEachEntry()
    {
        await AddAsync(First, new(Slug, "statusEvents", ["event-1"]), "Of the first.", Editor);
        var chain = new CommentPlace(Slug, "statusEvents", ["event-1", "event-9"]);
        await AddAsync(Guid.NewGuid(), chain, "Of the correction.", Editor);

        Assert.Equal(["event-1", "event-9"], (await ListAsync(chain)).Select(c => c.Key));
    }

    [Fact]
    public async Task Remove_AnOwnComment_TakesItOutForEverybody()
    {
        await AddAsync(First, Issue, "Written in the wrong place.", Editor, Manager);

        await Comments.RemoveAsync(First, Manager, Cancellation);
        Assert.Single(await ListAsync(Issue));
        await Comments.RemoveAsync(First, Editor, Cancellation);

        Assert.Empty(await ListAsync(Issue));
        Assert.Equal(0, await CountAsync(Manager));
    }

    // It moves nothing: no change is written, and so nothing of it is in a history, a feed or a file.
    [Fact]
    public async Task Add_Always_IsNoChangeOfTheBoard()
    {
        var before = (await Store.Boards.FindAsync(Slug, Cancellation))!.ChangeNumber;

        await AddAsync(First, Issue, "Among us.", Editor, Manager);

        Assert.Equal(before, (await Store.Boards.FindAsync(Slug, Cancellation))!.ChangeNumber);
    }

    private async Task<IReadOnlyList<Comment>> ListAsync(CommentPlace place) =>
        [.. (await Comments.ListAsync(place, Editor, Cancellation)).Select(listed => listed.Comment)];

    private Task<SaveResult?> AddAsync(Guid id, CommentPlace place, string text, string by, params string[] to) =>
        Comments.AddAsync(id, place, new CommentForm { Text = text, To = to }, by, Cancellation);

    private async Task<int> CountAsync(string account) => await ToDos.CountAsync(account, approves: false, Cancellation);

    private async Task<IReadOnlyList<ToDo>> OfAsync(string account) =>
        await ToDos.OfAsync((await Store.Boards.FindAsync(Slug, Cancellation))!, account, Cancellation);
}
