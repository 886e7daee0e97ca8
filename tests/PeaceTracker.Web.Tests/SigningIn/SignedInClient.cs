using System.Net;
using AngleSharp.Html.Dom;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.SigningIn;

/// <summary>A browser without JavaScript at a running host: keeps its cookies, sends forms as they stand on the page, follows no redirect.</summary>
public class FormClient : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly string? address;

    /// <summary>A browser at <paramref name="host"/>, at the network address <paramref name="address"/> where one is given.</summary>
    public FormClient(TrackerHost host, string? address = null)
    {
        this.address = address;
        Http = host.CreateDefaultClient(new KeepCookies(cookies));
        Http.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    /// <summary>Sends requests with this browser's cookies.</summary>
    public HttpClient Http { get; }

    /// <summary>The cookies that it has.</summary>
    public IReadOnlyList<Cookie> Cookies => [.. cookies.GetAllCookies().Cast<Cookie>()];

    /// <summary>The answer at an address, and its document.</summary>
    public Task<(HttpResponseMessage Answer, IHtmlDocument Document)> GetAsync(string path) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Fills in the form of that name on the page at an address, and sends it with all that is hidden in it.</summary>
    public async Task<(HttpResponseMessage Answer, IHtmlDocument Document)> SubmitAsync(
        string path, string form, params (string Name, string Value)[] fields)
    {
        var (_, document) = await GetAsync(path);
        return await SubmitAsync(document, path, form, fields);
    }

    /// <summary>Sends a form of a document that was got before.</summary>
    public Task<(HttpResponseMessage Answer, IHtmlDocument Document)> SubmitAsync(
        IHtmlDocument document, string path, string form, params (string Name, string Value)[] fields)
    {
        var element = document.QuerySelectorAll("form").Single(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form
            && (f.GetAttribute("action") is null || path == f.GetAttribute("action")));
        var values = element.QuerySelectorAll("input[type=hidden]")
            .Where(input => fields.All(field => field.Name != input.GetAttribute("name")))
            .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))
            .Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(values) });
    }

    /// <summary>Sends a request and reads what comes back.</summary>
    public async Task<(HttpResponseMessage Answer, IHtmlDocument Document)> SendAsync(HttpRequestMessage request)
    {
        if (address is not null)
        {
            request.Headers.Add(TrackerHost.AddressHeader, address);
        }

        var answer = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer, await TrackerHost.ReadAsync(answer));
    }

    /// <summary>Signs in through the form; returns the answer.</summary>
    public Task<(HttpResponseMessage Answer, IHtmlDocument Document)> SignInAsync(
        string email, string password = TestPerson.Password, string? returnUrl = null) =>
        SubmitAsync(
            "/account/sign-in" + (returnUrl is null ? "" : $"?returnUrl={Uri.EscapeDataString(returnUrl)}"),
            "sign-in",
            ("Email", email),
            ("Password", password));

    /// <inheritdoc />
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Http.Dispose();
    }

    private sealed class KeepCookies(CookieContainer cookies) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } header)
            {
                request.Headers.Add("Cookie", header);
            }

            var answer = await base.SendAsync(request, cancellationToken);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                cookies.SetCookies(request.RequestUri!, cookie);
            }

            return answer;
        }
    }
}

/// <summary>Somebody of a role who has signed in to a host through its form.</summary>
public sealed class SignedInClient : FormClient
{
    private SignedInClient(TrackerHost host, TestPerson person)
        : base(host) => Person = person;

    /// <summary>Who is signed in.</summary>
    public TestPerson Person { get; }

    /// <summary>Makes somebody of that role and signs them in.</summary>
    public static async Task<SignedInClient> StartAsync(TrackerHost host, AccountRole role, string? name = null)
    {
        _ = host.Client; // the store is there once the host runs
        var client = new SignedInClient(host, await TestPeople.AddAsync(host.Folder, role, name, TestContext.Current.CancellationToken));
        var (answer, document) = await client.SignInAsync(client.Person.Email);
        Assert.True(
            answer.StatusCode == HttpStatusCode.Found,
            $"Signing in was answered with {answer.StatusCode}: {document.QuerySelector("main")?.TextContent}");
        return client;
    }
}
