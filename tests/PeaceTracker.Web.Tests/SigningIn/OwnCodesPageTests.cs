using System.Net;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.SigningIn;

/// <summary>Switching codes on and off through the forms of one's own account.</summary>
public sealed class OwnCodesPageTests(CodesHost host) : IClassFixture<CodesHost>
{
    [Fact]
    public async Task Begin_WithoutACode_ChangesNothingAboutSigningIn()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);
        await browser.SubmitAsync("/account/codes", "begin", ("Password", TestPerson.Password));
        Assert.NotNull((await browser.GetAsync("/account/codes")).Document.QuerySelector("svg.qr-code path"));

        using var other = new FormClient(host);
        var (answer, _) = await other.SignInAsync(browser.Person.Email);

        Assert.Equal("/", answer.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task Forms_WrongPasswordOrCode_SayWhyAtTheField()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);
        var (begin, first) = await browser.SubmitAsync("/account/codes", "begin", ("Password", "not it"));
        Assert.Equal((HttpStatusCode)422, begin.StatusCode);
        Assert.NotEmpty(first.QuerySelector("#field-password-error")!.TextContent);

        await browser.SubmitAsync("/account/codes", "begin", ("Password", TestPerson.Password));
        var (on, second) = await browser.SubmitAsync("/account/codes", "on", ("Code", "none"));
        Assert.Equal((HttpStatusCode)422, on.StatusCode);
        Assert.NotEmpty(second.QuerySelector("#field-code-error")!.TextContent);
        Assert.NotNull(second.QuerySelector("svg.qr-code")); // the same key is still there to be scanned
    }

    [Fact]
    public async Task SwitchOn_SentTwice_SaysThatTheyAreOn()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);
        await browser.SubmitAsync("/account/codes", "begin", ("Password", TestPerson.Password));
        var page = (await browser.GetAsync("/account/codes")).Document;
        var code = CodesHost.App(page).CodeAt(host.Clock.GetUtcNow());
        await browser.SubmitAsync(page, "/account/codes", "on", ("Code", code));

        var (answer, said) = await browser.SubmitAsync(page, "/account/codes", "on", ("Code", code));

        Assert.Equal((HttpStatusCode)422, answer.StatusCode);
        Assert.Contains("on already", said.QuerySelector(".form-refused")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("off")]
    [InlineData("recovery")]
    public async Task Form_CodesThatAreOff_SaysThatTheyAre(string form)
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);

        var (answer, said) = await browser.SubmitAsync($"/account/codes/{form}", form, ("Password", TestPerson.Password));

        Assert.Equal((HttpStatusCode)422, answer.StatusCode);
        Assert.Contains("off already", said.QuerySelector(".form-refused")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SwitchOff_Password_IsEnoughAgain()
    {
        var (person, app, recovery) = await host.AddPersonAsync();
        using var browser = new FormClient(host);
        await CodesHost.AskAsync(browser, person);
        await browser.SubmitAsync("/account/code", "code", ("Code", app.CodeAt(host.Clock.GetUtcNow())));

        var (refused, _) = await browser.SubmitAsync("/account/codes/off", "off", ("Password", "not it"));
        var (renewed, document) = await browser.SubmitAsync("/account/codes/recovery", "recovery", ("Password", TestPerson.Password));
        var (off, _) = await browser.SubmitAsync("/account/codes/off", "off", ("Password", TestPerson.Password));

        Assert.Equal((HttpStatusCode)422, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, renewed.StatusCode);
        Assert.Empty(document.QuerySelectorAll(".recovery-codes code").Select(code => code.TextContent).Intersect(recovery));
        Assert.Equal("/account/codes?done=off", off.Headers.Location!.PathAndQuery);
        using var other = new FormClient(host);
        Assert.Equal("/", (await other.SignInAsync(person.Email)).Answer.Headers.Location!.PathAndQuery);
    }
}
