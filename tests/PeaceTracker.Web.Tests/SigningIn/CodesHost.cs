using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.SigningIn;

/// <summary>A host on a clock of its own, and people in it who sign in with codes; the tests of a class run one after another.</summary>
public sealed class CodesHost : TrackerHost
{
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    /// <summary>The app that opens the link on a page.</summary>
    public static AuthenticatorApp App(IHtmlDocument page) => new(page.QuerySelector("a[href^='otpauth:']")!.GetAttribute("href")!);

    /// <summary>Signs in with the password; returns where the code is asked for.</summary>
    public static async Task<string> AskAsync(FormClient browser, TestPerson person, string? returnUrl = null)
    {
        var (answer, _) = await browser.SignInAsync(person.Email, returnUrl: returnUrl);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var asked = answer.Headers.Location!.PathAndQuery;
        Assert.StartsWith("/account/code?returnUrl=", asked, StringComparison.Ordinal);
        return asked;
    }

    /// <summary>Somebody who has switched codes on a minute ago, with their app and their recovery codes.</summary>
    public async Task<(TestPerson Person, AuthenticatorApp App, IReadOnlyList<string> Recovery)> AddPersonAsync()
    {
        using var browser = await SignedInClient.StartAsync(this, AccountRole.Editor);
        await browser.SubmitAsync("/account/codes", "begin", ("Password", TestPerson.Password));
        var page = (await browser.GetAsync("/account/codes")).Document;
        var app = App(page);
        Assert.Equal($"PeaceTracker localhost:{browser.Person.Email}", app.Account);
        var (_, codes) = await browser.SubmitAsync(page, "/account/codes", "on", ("Code", app.CodeAt(Clock.GetUtcNow())));
        string[] recovery = [.. codes.QuerySelectorAll(".recovery-codes code").Select(code => code.TextContent)];
        Assert.Equal(10, recovery.Length);
        Clock.Advance(TimeSpan.FromMinutes(1));
        return (browser.Person, app, recovery);
    }

    protected override bool BeginsWithNothing => true;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
    }
}
