using System.Net;
using PeaceTracker.Services.Audit;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.SigningIn;

/// <summary>A right code that can't be answered in the usual way: sent twice by two clicks, or to a server that has lost its keys.</summary>
public sealed class CodeAnswersTests(CodesHost host) : IClassFixture<CodesHost>
{
    // Two clicks on one form: each ends where the form leads to, and the code is used once.
    [Fact]
    public async Task SignIn_OneFormSentTwice_IsInBothTimes()
    {
        var (person, app, _) = await host.AddPersonAsync();
        using var browser = new FormClient(host);
        await CodesHost.AskAsync(browser, person);
        var page = (await browser.GetAsync("/account/code")).Document;
        var code = app.CodeAt(host.Clock.GetUtcNow());

        var answers = await Task.WhenAll(
            browser.SubmitAsync(page, "/account/code", "code", ("Code", code)), browser.SubmitAsync(page, "/account/code", "code", ("Code", code)));
        var (late, _) = await browser.SubmitAsync(page, "/account/code", "code", ("Code", code));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Found, answer.Answer.StatusCode));
        Assert.Equal(HttpStatusCode.Found, late.StatusCode);
        Assert.Single(await EventsAsync(person), said => said == (SecurityKinds.SignedIn, "With a password and a code."));
        Assert.DoesNotContain(await EventsAsync(person), said => said.Kind == SecurityKinds.SignInFailed);
    }

    // Restored without the folder of keys: the person's code is right, and is told so.
    [Fact]
    public async Task SignIn_KeysAreOthers_SaysThatTheServerCannotCheckAndCountsNothing()
    {
        var (person, app, recovery) = await host.AddPersonAsync();
        await TestPeople.ChangeCodeKeyAsync(host.Folder, person.Id, [1, 2, 3], TestContext.Current.CancellationToken);
        using var browser = new FormClient(host);
        await CodesHost.AskAsync(browser, person);

        var (answer, page) = await browser.SubmitAsync("/account/code", "code", ("Code", app.CodeAt(host.Clock.GetUtcNow())));
        var (recovered, _) = await browser.SubmitAsync("/account/recovery-code", "code", ("Code", recovery[0]));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("Your app is fine", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(await EventsAsync(person), said => said.Kind == SecurityKinds.SignInFailed);
        Assert.Equal(HttpStatusCode.Found, recovered.StatusCode);
    }

    private Task<IReadOnlyList<(string Kind, string? Detail)>> EventsAsync(TestPerson person) =>
        TestPeople.EventsAsync(host.Folder, person.Id, TestContext.Current.CancellationToken);
}
