using System.Net;
using System.Text.Json;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.SigningIn;

/// <summary>Passkeys as far as no device is needed: what is asked, what is refused, and the list. With a device: the browser tests.</summary>
public sealed class PasskeysTests(PasskeysTests.Host host) : IClassFixture<PasskeysTests.Host>
{
    private const string Nonsense = """{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{}}""";

    [Fact]
    public async Task Options_FromTheSignInPage_AskForTheServerAndForTheUserToBeVerified()
    {
        using var browser = new FormClient(host);

        var (question, state) = await AskAsync(browser);

        Assert.Equal("board.example.org", question.GetProperty("rpId").GetString()); // the setting of this host
        Assert.Equal("required", question.GetProperty("userVerification").GetString());
        Assert.Equal(0, question.GetProperty("allowCredentials").GetArrayLength()); // tells nobody who has an account
        Assert.NotEmpty(state);
    }

    [Fact]
    public async Task Options_EachTime_AreAnotherQuestion()
    {
        using var browser = new FormClient(host);

        var (first, second) = (await AskAsync(browser), await AskAsync(browser));

        Assert.NotEqual(first.Question.GetProperty("challenge").GetString(), second.Question.GetProperty("challenge").GetString());
    }

    [Fact]
    public async Task Options_WithoutTheTokenOfThePage_AreRefused()
    {
        using var browser = new FormClient(host);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/passkey-options") { Content = new FormUrlEncodedContent([]) };

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(request)).Answer.StatusCode);
    }

    [Theory]
    [InlineData("", "none")]
    [InlineData("not JSON", "asked")]
    [InlineData(Nonsense, "asked")]
    [InlineData(Nonsense, "none")]
    [InlineData(Nonsense, "changed")]
    public async Task SignIn_AnswerThatIsNone_IsRefusedWithASentence(string answer, string which)
    {
        using var browser = new FormClient(host, "192.0.2.30");
        var (_, asked) = await AskAsync(browser);
        var state = which switch { "asked" => asked, "changed" => asked[..^4] + "AAAA", _ => "" };

        var (refused, document) = await browser.SubmitAsync("/account/sign-in", "passkey", ("State", state), ("Answer", answer));

        Assert.Equal((HttpStatusCode)422, refused.StatusCode);
        Assert.Contains("not known here", document.QuerySelector(".form-refused")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(browser.Cookies, cookie => cookie.Name == "peacetracker");
    }

    [Fact]
    public async Task SignIn_AnswerAsLongAsABook_IsRefused()
    {
        using var browser = new FormClient(host, "192.0.2.31");
        var (_, state) = await AskAsync(browser);

        var (refused, _) = await browser.SubmitAsync("/account/sign-in", "passkey", ("State", state), ("Answer", new string('x', 100_000)));

        Assert.Equal((HttpStatusCode)422, refused.StatusCode);
    }

    [Fact]
    public async Task SignIn_ManyAnswersThatAreNone_AreHeld()
    {
        using var browser = new FormClient(host, "192.0.2.32");
        for (var i = 0; i < SignInThrottle.MostOfPair; i++)
        {
            await browser.SubmitAsync("/account/sign-in", "passkey", ("State", "none"), ("Answer", Nonsense));
        }

        Assert.Equal(
            HttpStatusCode.TooManyRequests,
            (await browser.SubmitAsync("/account/sign-in", "passkey", ("State", "none"), ("Answer", Nonsense))).Answer.StatusCode);
    }

    [Fact]
    public async Task SignInPage_WithoutAScript_HidesTheButtonAndKeepsThePassword()
    {
        using var browser = new FormClient(host);
        var page = (await browser.GetAsync("/account/sign-in")).Document;

        Assert.True(page.QuerySelector("form[data-passkey]")!.HasAttribute("hidden"));
        Assert.Equal("current-password", page.QuerySelector("input[name=Password]")!.GetAttribute("autocomplete"));
    }

    [Fact]
    public async Task New_WrongPassword_AsksNoDevice()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);

        var (refused, document) = await browser.SubmitAsync("/account/passkeys/new", "begin", ("Name", "Laptop"), ("Password", "not it"));

        Assert.Equal((HttpStatusCode)422, refused.StatusCode);
        Assert.NotEmpty(document.QuerySelector("#field-password-error")!.TextContent);
        Assert.Null(document.QuerySelector("[data-options]"));
        Assert.Equal("Laptop", document.QuerySelector("input[name=Name]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task New_NameAndPassword_AsksForAKeyThatTheDeviceKeepsForThisPerson()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor, "Ada Testing");

        var (_, document) = await browser.SubmitAsync("/account/passkeys/new", "begin", ("Name", "Laptop"), ("Password", TestPerson.Password));

        var question = JsonDocument.Parse(document.QuerySelector("[data-options]")!.GetAttribute("data-options")!).RootElement;
        Assert.Equal("Ada Testing", question.GetProperty("user").GetProperty("displayName").GetString());
        Assert.Equal("required", question.GetProperty("authenticatorSelection").GetProperty("residentKey").GetString());
        Assert.Equal("required", question.GetProperty("authenticatorSelection").GetProperty("userVerification").GetString());
    }

    [Fact]
    public async Task New_AnswerThatIsNone_AddsNothing()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);
        var (_, document) = await browser.SubmitAsync("/account/passkeys/new", "begin", ("Name", "Laptop"), ("Password", TestPerson.Password));

        var (refused, said) = await browser.SubmitAsync(document, "/account/passkeys/new", "answer", ("Answer", Nonsense));

        Assert.Equal((HttpStatusCode)422, refused.StatusCode);
        Assert.Contains("could not be added", said.QuerySelector(".form-refused")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Laptop", said.QuerySelector("input[name=Name]")!.GetAttribute("value"));
        Assert.Empty((await browser.GetAsync("/account/passkeys")).Document.QuerySelectorAll(".row-title"));
    }

    [Fact]
    public async Task New_AsManyAsThereMayBe_IsRefused()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);
        for (var i = 0; i < OwnPasskeys.Most; i++)
        {
            await TestPeople.AddPasskeyAsync(host.Folder, browser.Person.Id, $"Key {i}", TestContext.Current.CancellationToken);
        }

        var (refused, _) = await browser.SubmitAsync("/account/passkeys/new", "begin", ("Name", "One more"), ("Password", TestPerson.Password));

        Assert.Equal((HttpStatusCode)422, refused.StatusCode);
        Assert.Null((await browser.GetAsync("/account/passkeys")).Document.QuerySelector("a[href='/account/passkeys/new']"));
    }

    [Fact]
    public async Task One_RenamedAndRemoved_ThroughItsForms()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);
        await TestPeople.AddPasskeyAsync(host.Folder, browser.Person.Id, "Laptop", TestContext.Current.CancellationToken);
        var address = (await browser.GetAsync("/account/passkeys")).Document.QuerySelector("a.row-title")!.GetAttribute("href")!;

        var (unnamed, said) = await browser.SubmitAsync(address, "rename", ("Name", "a\u202Eb"));
        var (renamed, _) = await browser.SubmitAsync(address, "rename", ("Name", " Laptop <b>at home</b> "));
        var (refused, _) = await browser.SubmitAsync(address, "remove", ("Password", "not it"));
        var list = (await browser.GetAsync("/account/passkeys")).Document;

        Assert.Equal((HttpStatusCode)422, unnamed.StatusCode);
        Assert.NotNull(said.QuerySelector("#field-name-error"));
        Assert.Equal("/account/passkeys?done=renamed", renamed.Headers.Location!.PathAndQuery);
        Assert.Equal((HttpStatusCode)422, refused.StatusCode);
        Assert.Equal(["Laptop <b>at home</b>"], list.QuerySelectorAll("a.row-title").Select(link => link.TextContent));

        var (removed, _) = await browser.SubmitAsync(address, "remove", ("Password", TestPerson.Password));
        Assert.Equal("/account/passkeys?done=removed", removed.Headers.Location!.PathAndQuery);
        Assert.Empty((await browser.GetAsync("/account/passkeys")).Document.QuerySelectorAll("a.row-title"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).Answer.StatusCode);
        var events = await TestPeople.EventsAsync(host.Folder, browser.Person.Id, TestContext.Current.CancellationToken);
        Assert.Equal((SecurityKinds.PasskeyRemoved, "Laptop <b>at home</b>"), events[^1]);
    }

    [Fact]
    public async Task One_OfSomebodyElse_IsNotThere()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);
        await TestPeople.AddPasskeyAsync(host.Folder, browser.Person.Id, "Mine", TestContext.Current.CancellationToken);
        var page = (await browser.GetAsync("/account/passkeys")).Document;
        var address = page.QuerySelector("a.row-title")!.GetAttribute("href")!;
        using var other = await SignedInClient.StartAsync(host, AccountRole.Administrator);

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).Answer.StatusCode);
        var theirs = (await other.GetAsync("/account/passkeys/new")).Document; // a token of theirs
        foreach (var (name, field, value) in new[] { ("rename", "Name", "Theirs"), ("remove", "Password", TestPerson.Password) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new FormUrlEncodedContent(
                [
                    KeyValuePair.Create("_handler", name), KeyValuePair.Create(field, value),
                    KeyValuePair.Create(
                        "__RequestVerificationToken", theirs.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
                ]),
            };
            Assert.Equal(HttpStatusCode.NotFound, (await other.SendAsync(request)).Answer.StatusCode);
        }

        Assert.Equal(
            ["Mine"], (await browser.GetAsync("/account/passkeys")).Document.QuerySelectorAll("a.row-title").Select(link => link.TextContent));
    }

    [Fact]
    public async Task OwnAccount_ByRole_OffersASecondFactor()
    {
        using var editor = await SignedInClient.StartAsync(host, AccountRole.Editor);
        using var viewer = await SignedInClient.StartAsync(host, AccountRole.Viewer);
        await TestPeople.AddPasskeyAsync(host.Folder, viewer.Person.Id, "Phone", TestContext.Current.CancellationToken);

        var (theirs, mine) = (
            (await editor.GetAsync("/account")).Document.QuerySelector("main")!.TextContent,
            (await viewer.GetAsync("/account")).Document.QuerySelector("main")!.TextContent);

        Assert.Contains("You can change what readers rely on.", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("You can change what readers rely on.", mine, StringComparison.Ordinal);
        Assert.Matches(@"Passkeys\s+none", theirs);
        Assert.Matches(@"Passkeys\s+1", mine);
    }

    // What the script of the sign-in page does: sends the form's token, gets the question.
    private static async Task<(JsonElement Question, string State)> AskAsync(FormClient browser)
    {
        var page = (await browser.GetAsync("/account/sign-in")).Document;
        var token = page.QuerySelector("form[data-passkey] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/passkey-options")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]),
        };
        var answer = await browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        return (JsonDocument.Parse(body.GetProperty("options").GetString()!).RootElement, body.GetProperty("state").GetString()!);
    }

    /// <summary>A host that knows the name it is called by.</summary>
    public sealed class Host : TrackerHost
    {
        public Host() => Settings = new() { ["PeaceTracker:Passkeys:ServerDomain"] = "board.example.org" };
    }
}
