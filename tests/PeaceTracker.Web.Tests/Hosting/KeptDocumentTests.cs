using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Hosting;

namespace PeaceTracker.Web.Tests.Hosting;

public class KeptDocumentTests(BothBoards host)
{
    // The script compares this value letter by letter; anything else makes it load the whole page again.
    [Fact]
    public async Task Documents_Anonymous_SetNoCookieAndAreGivenAgain()
    {
        var address = $"/negotiations/{SeedFile.RussiaUkraine}/parties?of=this-test";
        var given = host.Services.GetRequiredService<KeptDocuments>().Given;
        var first = await host.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var second = await host.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.False(second.Headers.Contains("Set-Cookie"));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.InRange(host.Services.GetRequiredService<KeptDocuments>().Given, given + 1, long.MaxValue);
    }

    [Fact]
    public async Task Get_EnhancedNavigationToAKeptDocument_IsAllowedLikeTheFirst()
    {
        var address = new Uri($"/negotiations/{SeedFile.RussiaUkraine}/method", UriKind.Relative);
        for (var visit = 1; visit <= 2; visit++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("Accept", "text/html; blazor-enhanced-nav=on");
            using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal("allow", Assert.Single(answer.Headers.GetValues("blazor-enhanced-nav")));
        }
    }

    [Fact]
    public async Task Get_KeptAddressInOtherLetters_IsNotTheKeptDocument()
    {
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync($"/negotiations/{SeedFile.RussiaUkraine}/claims")).Answer.StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync("/negotiations/RUSSIA-UKRAINE-2025/claims")).Answer.StatusCode);
    }

    [Fact]
    public async Task Get_KeptAddressWithAWrittenQuestionMark_IsNotTheKeptDocument()
    {
        var claims = $"/negotiations/{SeedFile.RussiaUkraine}/claims";
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync($"{claims}?of=letters")).Answer.StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync($"{claims}%3Fof=letters")).Answer.StatusCode);
    }

    [Fact]
    public async Task Get_OtherTheme_HasADocumentOfItsOwn()
    {
        var address = $"/negotiations/{SeedFile.RussiaUkraine}/parties";
        Assert.Null((await host.DocumentAsync(address)).DocumentElement.GetAttribute("data-theme"));
        using var chosen = await host.Client.GetAsync(new Uri("/theme/dark", UriKind.Relative), TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", chosen.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains(
            "data-theme=\"dark\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    // Not packed, the page is larger than what waits for a browser to take it: the first of these two takes nothing of it.
    [Fact]
    public async Task Get_WhileWhoAskedFirstTakesNothing_IsAnsweredAllTheSame()
    {
        var address = new Uri($"/negotiations/{SeedFile.Example}/matrix?of=slow", UriKind.Relative);
        using var slow = await host.Client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

        var page = await host.Client.GetStringAsync(address, TestContext.Current.CancellationToken)
            .WaitAsync(TestStore.ProcessLimit, TestContext.Current.CancellationToken);

        Assert.InRange(page.Length, 70_000, int.MaxValue);
        Assert.Equal(page, await slow.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Get_AfterAChange_IsMadeAnew()
    {
        await using var own = new TrackerHost();
        Assert.Single((await own.DocumentAsync("/")).QuerySelectorAll("#claimed-share")); // with one negotiation, its summary
        await own.Services.GetRequiredService<Seeds>().AddAsync("example", TestContext.Current.CancellationToken);

        Assert.Equal(2, (await own.DocumentAsync("/")).QuerySelectorAll(".portfolio tbody tr").Length);
    }
}
