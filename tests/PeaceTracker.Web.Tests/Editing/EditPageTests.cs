using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Editing;

namespace PeaceTracker.Web.Tests.Editing;

public class EditPageTests : EditingTests
{
    private static readonly NegotiationRecord Record = new RecordBuilder().Build();

    private static string Slug => Record.Negotiation.Slug;

    [Fact]
    public async Task Open_NobodySignedIn_LeadsToSignInAndBack()
    {
        await WithStoreAsync(Record);
        var page = Open(Slug);

        page.WaitForAssertion(() => Assert.Equal(WorkState.NotAllowed, page.Instance.State));
        page.WaitForAssertion(() => Assert.Equal("/account/sign-in?returnUrl=%2F", page.Find("a.button").GetAttribute("href")));
        Assert.Empty(page.FindAll("#form"));
    }

    [Theory]
    [InlineData("Viewer", false)]
    [InlineData("Editor", true)]
    [InlineData("Manager", true)]
    [InlineData("Administrator", true)]
    public async Task Open_ByRole_ShowsTheFormOnlyToThoseWhoMay(string role, bool may)
    {
        await WithStoreAsync(Record);
        SignIn(role);
        var page = Open(Slug);

        page.WaitForAssertion(() => Assert.Equal(may ? WorkState.Ready : WorkState.NotAllowed, page.Instance.State));
        page.WaitForAssertion(() => Assert.Equal(may ? 1 : 0, page.FindAll("#form").Count));
        Assert.Equal(may ? 1 : 0, page.Instance.TimesAlive);
        Assert.Equal(may, !page.Markup.Contains("Your account is not allowed to do this", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no-such")]
    [InlineData("NEGOTIATION")]
    public async Task Open_UnknownSlug_SaysThereIsNothing(string slug)
    {
        await WithStoreAsync(Record);
        SignIn();
        var page = Open(slug);

        page.WaitForAssertion(() => Assert.Equal(WorkState.NotFound, page.Instance.State));
        Assert.Contains("There is nothing to edit at this address", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_AKeyThatTheBoardHasNot_SaysThereIsNothing()
    {
        await WithStoreAsync(Record);
        SignIn();
        var page = Render<TestPage>(p => p.Add(x => x.Slug, Slug).Add(x => x.Key, "missing"));

        page.WaitForAssertion(() => Assert.Equal(WorkState.NotFound, page.Instance.State));
    }

    [Fact]
    public async Task SignOff_WhileTheFormIsOpen_KeepsTheFormAndSaysSo()
    {
        await WithStoreAsync(Record);
        SignIn();
        var page = Open(Slug);
        page.WaitForElement("#form");
        await page.InvokeAsync(() => page.Find("#form").ChangeAsync(new() { Value = "typed" }));

        Account.SetNotAuthorized();

        page.WaitForAssertion(() => Assert.Contains("You have been signed out.", page.Markup, StringComparison.Ordinal));
        Assert.Equal("typed", page.Instance.Typed);
        Assert.Single(page.FindAll("#form"));
        Assert.Equal(1, page.Instance.TimesAlive);
    }

    [Fact]
    public async Task BoardMoved_ByAnother_IsReadAgainAndTold()
    {
        var store = await WithStoreAsync(Record);
        SignIn();
        var page = Open(Slug);
        page.WaitForElement("#form");

        Move(store);

        page.WaitForAssertion(() => Assert.Equal(1, page.Instance.Moves));
        Assert.True(page.Instance.Board.ChangeNumber > page.Instance.Base.ChangeNumber);
    }

    // What is recorded after somebody lost the right is none of theirs any more.
    [Fact]
    public async Task BoardMoved_AfterSigningOff_IsReadNoMore()
    {
        var store = await WithStoreAsync(Record);
        SignIn();
        var page = Open(Slug);
        page.WaitForElement("#form");
        Account.SetNotAuthorized();

        Move(store);
        await page.InvokeAsync(() => Task.CompletedTask);
        page.WaitForAssertion(() => Assert.Contains("You have been signed out.", page.Markup, StringComparison.Ordinal));

        Assert.Equal(0, page.Instance.Moves);
        Assert.Equal(page.Instance.Base.ChangeNumber, page.Instance.Board.ChangeNumber);
    }

    [Fact]
    public async Task BoardMoved_ReadingItFails_IsNotLost()
    {
        var store = await WithStoreAsync(Record);
        SignIn();
        var page = Open(Slug);
        page.WaitForElement("#form");
        page.Instance.Fault = new InvalidOperationException("No store.");

        Move(store);

        var lost = await Renderer.UnhandledException.WaitAsync(TestStore.ProcessLimit, Xunit.TestContext.Current.CancellationToken);

        Assert.Same(page.Instance.Fault, lost);
    }

    [Fact]
    public async Task BoardMoved_OfAnotherNegotiation_IsNotTold()
    {
        await WithStoreAsync(Record);
        SignIn();
        var page = Open(Slug);
        page.WaitForElement("#form");

        Changes.Publish(99);
        Changes.Publish(100);
        await page.InvokeAsync(() => Task.CompletedTask);

        Assert.Equal(0, page.Instance.Moves);
    }

    [Fact]
    public async Task Dispose_PageLeft_HearsNothingMore()
    {
        var store = await WithStoreAsync(Record);
        SignIn();
        var page = Open(Slug);
        page.WaitForElement("#form");
        var instance = page.Instance;

        await DisposeComponentsAsync();
        Move(store);

        Assert.Equal(0, instance.Moves);
        Assert.True(instance.WasClosed);
    }

    [Fact]
    public async Task Parameters_AnotherKey_OpensAnew()
    {
        await WithStoreAsync(Record);
        SignIn();
        var page = Open(Slug);
        page.WaitForElement("#form");

        page.Render(p => p.Add(x => x.Slug, Slug).Add(x => x.Key, "another"));

        page.WaitForAssertion(() => Assert.Equal(2, page.Instance.TimesAlive));
    }

    private IRenderedComponent<TestPage> Open(string slug) => Render<TestPage>(p => p.Add(x => x.Slug, slug));

    // As another process' change would look: the negotiation's number has moved, and the bus says so.
    private void Move(TestStore store)
    {
        TestStore.Execute(store.DatabaseFile, "UPDATE Negotiations SET ChangeNumber = ChangeNumber + 1");
        Changes.Publish(2);
    }

    public sealed class TestPage : EditPage
    {
        [Parameter] public string? Key { get; set; }

        public int Moves { get; private set; }

        public int TimesAlive { get; private set; }

        public string? Typed { get; private set; }

        public Board Base => Opened;

        public bool WasClosed { get; private set; }

        protected override bool OnBoard() => Key != "missing";

        public Exception? Fault { get; set; }

        protected override void OnBoardMoved() => Moves++;

        protected override Task OnBoardMovedAsync() => Fault is null ? Task.CompletedTask : Task.FromException(Fault);

        protected override Task OnAliveAsync()
        {
            TimesAlive++;
            Closed.Register(() => WasClosed = true);
            return Task.CompletedTask;
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<EditFrame>(0);
            builder.AddComponentParameter(1, nameof(EditFrame.Page), this);
            builder.AddComponentParameter(2, nameof(EditFrame.Title), "Test");
            builder.AddComponentParameter(3, nameof(EditFrame.ChildContent), (RenderFragment)(form =>
            {
                form.OpenElement(0, "input");
                form.AddAttribute(1, "id", "form");
                form.AddAttribute(2, "onchange", EventCallback.Factory.Create<ChangeEventArgs>(this, change => Typed = change.Value?.ToString()));
                form.CloseElement();
            }));
            builder.CloseComponent();
        }
    }
}
