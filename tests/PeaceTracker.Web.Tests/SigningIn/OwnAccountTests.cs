using System.Net;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.SigningIn;

/// <summary>One's own account through its forms.</summary>
public sealed class OwnAccountTests(OwnAccountTests.Host host) : IClassFixture<OwnAccountTests.Host>
{
    [Fact]
    public async Task Password_Changed_OldOneIsWrongAndOtherSessionsAreOver()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);
        using var elsewhere = new FormClient(host);
        await elsewhere.SignInAsync(browser.Person.Email);

        var (answer, _) = await browser.SubmitAsync(
            "/account/password", "password", ("Present", TestPerson.Password), ("Wanted", "another sentence of words"));

        Assert.Equal("/account?done=password", answer.Headers.Location!.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await elsewhere.GetAsync("/account")).Answer.StatusCode);
        Assert.Equal((HttpStatusCode)422, (await elsewhere.SignInAsync(browser.Person.Email)).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await elsewhere.SignInAsync(browser.Person.Email, "another sentence of words")).Answer.StatusCode);
    }

    [Theory]
    [InlineData("not the present one", "another sentence of words", "#field-present-error")]
    [InlineData(TestPerson.Password, "eleven char", "#field-wanted-error")]
    [InlineData(TestPerson.Password, "Password12345!", "#field-wanted-error")]
    public async Task Password_Refused_SaysWhyAtTheFieldAndChangesNothing(string present, string wanted, string error)
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);

        var (answer, document) = await browser.SubmitAsync("/account/password", "password", ("Present", present), ("Wanted", wanted));

        Assert.Equal((HttpStatusCode)422, answer.StatusCode);
        Assert.NotEmpty(document.QuerySelector(error)!.TextContent.Trim());
        using var again = new FormClient(host);
        Assert.Equal(HttpStatusCode.Found, (await again.SignInAsync(browser.Person.Email)).Answer.StatusCode);
    }

    [Fact]
    public async Task Sessions_EndedFromHere_ThisOneGoesOn()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Viewer);
        using var elsewhere = new FormClient(host);
        await elsewhere.SignInAsync(browser.Person.Email);

        await browser.SubmitAsync("/account", "sessions");

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await elsewhere.GetAsync("/account")).Answer.StatusCode);
    }

    [Fact]
    public async Task Name_Changed_IsInTheHeaderOfTheNextPage()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Viewer);

        await browser.SubmitAsync("/account", "name", ("Name", "Grace <b>Testing</b>"));

        var menu = (await browser.GetAsync("/")).Document.QuerySelector(".account-name")!;
        Assert.Equal("Grace <b>Testing</b>", menu.TextContent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\u202Eb")]
    [InlineData("a\tb")]
    public async Task Name_ThatCannotBeSeen_IsRefused(string name)
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Viewer);

        var (answer, document) = await browser.SubmitAsync("/account", "name", ("Name", name));

        Assert.Equal((HttpStatusCode)422, answer.StatusCode);
        Assert.NotNull(document.QuerySelector("#field-name-error"));
    }

    /// <summary>One host for these tests: each has people of its own.</summary>
    public sealed class Host : TrackerHost;
}
