using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Pages;

/// <summary>What holds for every page that can be reached, found by its route; a page added later is tested from its first day.</summary>
public partial class EveryPageTests(BothBoards host)
{
    // The contract of the addresses; the generated tests follow the components, this one sees to it that they are there.
    private static readonly string[] Contract =
    [
        "", "/issues", "/issues/*", "/agendas", "/parties", "/parties/*", "/matrix", "/pairs", "/pairs/*", "/working-groups", "/working-groups/*",
        "/rounds",
        "/rounds/*", "/drafts", "/drafts/*", "/claims", "/sources", "/sources/*", "/changes", "/method", "/proof",
    ];

    public static TheoryData<string> Addresses => [.. ReadingRoutes.Addresses];

    [Fact]
    public void Routes_ContractOfAddresses_IsKept()
    {
        var templates = ReadingRoutes.Templates.Select(template => Parameter().Replace(template, "*")).ToList();

        Assert.All(Contract.Select(page => "/negotiations/*" + page).Append("/"), page => Assert.Contains(page, templates));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Get_EveryPage_IsASoundDocument(string address)
    {
        var (answer, document) = await host.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(Assert.Single(document.QuerySelectorAll("h1")).TextContent.Trim());
        Assert.NotEmpty(document.Title?.Trim() ?? "");
        Assert.NotEmpty(document.DocumentElement.GetAttribute("lang") ?? "");
        Assert.Single(document.QuerySelectorAll("main"));
        Assert.DoesNotMatch(Placeholder(), document.Body!.TextContent);
        Assert.All(document.QuerySelectorAll("img, svg[role=img]"), image => Assert.True(IsNamed(image), image.OuterHtml));
        AssertIds(document);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Head_EveryPage_AnswersLikeGetWithoutABody(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Get_EveryPageOfTheExample_SaysThatItIsFictional()
    {
        foreach (var address in ReadingRoutes.Addresses.Where(a => a.StartsWith("/negotiations/example", StringComparison.Ordinal)))
        {
            var document = await host.DocumentAsync(address);

            Assert.True(document.QuerySelector(".banner-fictional") is not null, address);
        }
    }

    // A word of the domain that was printed as C# writes it (AgreedInPrinciple) was never meant for a reader.
    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Get_EveryPage_PrintsNoNamesOfCode(string address)
    {
        var document = await host.DocumentAsync(address);

        Assert.DoesNotMatch(CodeName(), document.Body!.TextContent);
    }

    private static void AssertIds(IHtmlDocument document)
    {
        var ids = document.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => Assert.DoesNotMatch(@"^$|\s", id));
        string[] references = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget"];
        var named = references.SelectMany(name => document.QuerySelectorAll($"[{name}]").SelectMany(e => e.GetAttribute(name)!.Split(' ')));
        Assert.Empty(named.Except(ids));
    }

    private static bool IsNamed(IElement image) =>
        image.HasAttribute("alt") || image.HasAttribute("aria-label") || image.HasAttribute("aria-labelledby")
        || image.QuerySelector("title") is not null;

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\{\d+(:[^}]*)?\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(
        @"\b(NotDiscussed|AgreedInPrinciple|TextAgreed|NotApplicable|OnRecord|SelfStated|AttributedBy\w+"
        + @"|MediatorReadOut|MediaReported|AnalystInferred|RedLine|AcceptsWithConditions|CalledOff|NotForEver|UntilDate|OpenEnded"
        + @"|System\.\w+|PeaceTracker\.\w+)\b")]
    private static partial Regex CodeName();
}
