using Bunit;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Web.Features.Editing;

namespace PeaceTracker.Web.Tests.Editing;

/// <summary>A page for working is opened once, whatever it is told meanwhile.</summary>
public sealed class WorkPageTests : EditingTests
{
    // The account is told anew while the page reads what it stands on: a second opening would take what was typed after the first.
    [Fact]
    public async Task Open_AccountToldAnewMeanwhile_BringsThePageToLifeOnce()
    {
        SignIn();
        var page = Render<SlowPage>(parameters => parameters.Add(p => p.Place, "here"));

        await page.InvokeAsync(() => SignIn("Manager"));
        Assert.Equal(WorkState.Loading, page.Instance.State);
        await page.InvokeAsync(() => page.Instance.Read.SetResult(true));

        Opened(page);
        Assert.Equal((1, 1), (page.Instance.Openings, page.Instance.Lives));
        Assert.True(page.Instance.Manages);
    }

    [Fact]
    public async Task Open_SignedOffMeanwhile_IsNotAllowed()
    {
        SignIn();
        var page = Render<SlowPage>(parameters => parameters.Add(p => p.Place, "here"));

        await page.InvokeAsync(() => Account.SetNotAuthorized());
        await page.InvokeAsync(() => page.Instance.Read.SetResult(true));

        Opened(page);
        Assert.Equal((WorkState.NotAllowed, 0), (page.Instance.State, page.Instance.Lives));
    }

    [Fact]
    public async Task Open_AnotherAddressMeanwhile_IsOpenedForThatOne()
    {
        SignIn();
        var page = Render<SlowPage>(parameters => parameters.Add(p => p.Place, "here"));
        var first = page.Instance.Read;

        page.Instance.Read = new();
        page.Render(parameters => parameters.Add(p => p.Place, "there"));
        await page.InvokeAsync(() => first.SetResult(true));
        Assert.Equal(WorkState.Loading, page.Instance.State);
        await page.InvokeAsync(() => page.Instance.Read.SetResult(true));

        Opened(page);
        Assert.Equal((2, 1), (page.Instance.Openings, page.Instance.Lives));
    }

    private sealed class SlowPage : WorkPage
    {
        [Microsoft.AspNetCore.Components.Parameter] public string Place { get; set; } = "";

        public TaskCompletionSource<bool> Read { get; set; } = new();

        public int Openings { get; private set; }

        public int Lives { get; private set; }

        protected override AccountRole Least => AccountRole.Editor;

        protected override Task<bool> OpenAsync()
        {
            Openings++;
            return Read.Task;
        }

        protected override Task OnAliveAsync()
        {
            Lives++;
            return Task.CompletedTask;
        }
    }
}
