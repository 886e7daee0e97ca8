using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using AngleSharp;
using AngleSharp.Html.Parser;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>
/// The site behind nginx as docs/operations.md sets it up: it speaks https with the browser, and passes on neither scheme nor host nor port.
/// </summary>
public class NginxTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Site_BehindNginxUnderAPath_WorksWithItsPublicAddress()
    {
        Assert.SkipUnless(Nginx.IsThere, Nginx.Why);
        using var folder = SeededStore.Copy();
        var editor = await TestPeople.AddAsync(folder.Path, AccountRole.Editor, cancellationToken: Cancellation);
        using var held = new HeldPort();
        var port = held.Number;
        await using var program = await ServerProcess.StartAsync(folder.Path, start =>
        {
            start.Environment["PeaceTracker__DataDirectory"] = folder.Path;
            start.Environment["PeaceTracker__PublicAddress"] = $"https://localhost:{port}/tracker";
            start.Environment["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true";
        });
        await using var nginx = await Nginx.StartAsync(
            "operations.md", port, ("location / {", "location /tracker/ {"), ("http://127.0.0.1:5080", program.Address.TrimEnd('/')));
        var cookies = new CookieContainer();
        using var client = nginx.NewClient(cookies);

        Assert.Empty(await SiteVisit.FaultsAsync(client, "/tracker", Cancellation));

        var stream = await client.GetStreamAsync(new Uri("/tracker/live/example", UriKind.Relative), Cancellation);
        using (var lines = new StreamReader(stream))
        {
            Assert.NotNull(await lines.ReadLineAsync(Cancellation)); // comes at once, and not when the line ends
        }

        var page = await client.GetStringAsync(new Uri("/tracker/negotiations/example", UriKind.Relative), Cancellation);
        Assert.Contains($"https://localhost:{port}/tracker/negotiations/example?", page, StringComparison.Ordinal); // as it is cited
        await SignInAsync(client, editor);
        Assert.All(cookies.GetAllCookies(), cookie => Assert.True(cookie.Secure, cookie.Name));
        Assert.Contains(cookies.GetAllCookies(), cookie => cookie.Name == "__Host-peacetracker");
        Assert.Equal(HttpStatusCode.OK, await ConnectAsync(nginx, client, cookies, $"https://localhost:{port}"));
        Assert.Equal(HttpStatusCode.Forbidden, await ConnectAsync(nginx, client, cookies, "https://elsewhere.example.org"));
        await program.PrintedAsync(log => log.Contains(" of https://elsewhere.example.org was refused", StringComparison.Ordinal));
    }

    private static async Task SignInAsync(HttpClient client, TestPerson person)
    {
        using var asked = await client.GetAsync(new Uri("/tracker/negotiations/example/edit", UriKind.Relative), Cancellation);
        var address = asked.Headers.Location!;
        var page = new HtmlParser(new(), BrowsingContext.New()).ParseDocument(await client.GetStringAsync(address, Cancellation));
        var fields = page.QuerySelectorAll("form").Single(form => form.QuerySelector("input[value=sign-in]") is not null)
            .QuerySelectorAll("input[type=hidden]")
            .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))
            .Append(new("Email", person.Email)).Append(new("Password", TestPerson.Password));
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(address, form, Cancellation);

        Assert.True(answer.StatusCode == HttpStatusCode.Found, await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("/tracker/negotiations/example/edit", new Uri(client.BaseAddress!, answer.Headers.Location!).AbsolutePath);
        Assert.Equal(client.BaseAddress!.Authority, new Uri(client.BaseAddress, answer.Headers.Location!).Authority);
        using var edit = await client.GetAsync(answer.Headers.Location, Cancellation);
        Assert.Equal(HttpStatusCode.OK, edit.StatusCode);
    }

    // As the script of a page for editing does: it asks for a line, and opens it.
    private static async Task<HttpStatusCode> ConnectAsync(Nginx nginx, HttpClient client, CookieContainer cookies, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/tracker/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", origin);
        using var answer = await client.SendAsync(request, Cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            return answer.StatusCode;
        }

        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        using var line = new ClientWebSocket();
        line.Options.Cookies = cookies;
        line.Options.SetRequestHeader("Origin", origin);
        line.Options.RemoteCertificateValidationCallback = (_, shown, _, _) => nginx.IsItsOwn(shown);
        var token = Uri.EscapeDataString(json.RootElement.GetProperty("connectionToken").GetString()!);
        await line.ConnectAsync(new Uri($"wss://{client.BaseAddress!.Authority}/tracker/_blazor?id={token}"), Cancellation);
        return line.State == WebSocketState.Open ? answer.StatusCode : HttpStatusCode.BadGateway;
    }
}
