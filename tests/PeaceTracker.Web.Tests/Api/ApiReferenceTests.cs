using System.Net;
using System.Text.RegularExpressions;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Api;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Api;

/// <summary>
/// Every address that docs/api.md gives as an example answers, what it sends is taken, and the page for people has all that there is.
/// </summary>
public sealed partial class ApiReferenceTests(BothBoards host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Examples_Each_Answers()
    {
        var addresses = (await TextAsync()).Split('\n').Where(line => line.StartsWith("GET /", StringComparison.Ordinal))
            .Select(line => line[4..].Trim()).ToList();

        Assert.True(addresses.Count > 10);
        foreach (var address in addresses)
        {
            using var answer = await host.Client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);

            Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        }
    }

    // One after another, as a reader would try them on the fictional board.
    [Fact]
    public async Task Examples_OfRecording_AreTaken()
    {
        await using var own = new TrackerHost { WithExample = true };
        var ada = await ApiClient.OfAsync(own, AccountRole.Manager);
        var examples = Posted().Matches(await TextAsync());

        Assert.Equal(8, examples.Count);
        foreach (Match example in examples)
        {
            var path = example.Groups["path"].Value;
            var (status, answer, _) = await ada.PostAsync(path, example.Groups["body"].Value);

            Assert.True(status == (path.Contains("dryRun", StringComparison.Ordinal) ? 200 : 201), $"{path}: {answer}");
        }

        Assert.Equal(5, await ApiClient.NewestAsync(own)); // two boards, a source, an outcome, a correction
    }

    [Fact]
    public async Task Page_HasEveryOperationAndLeadsOnlyToShapesThatAreThere()
    {
        var page = await host.DocumentAsync(ReferenceView.Address);
        var description = System.Text.Json.JsonElement.Parse(
            await host.Client.GetStringAsync(new Uri(ApiDescription.Address, UriKind.Relative), Cancellation));
        var operations = description.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
            .Select(operation => operation.Value.GetProperty("operationId").GetString()!).ToList();

        Assert.True(operations.Count > 60);
        Assert.All(operations, operation => Assert.NotNull(page.GetElementById(operation)));
        var leads = page.QuerySelectorAll(".reference a[href*='#shape-']").Select(link => link.GetAttribute("href")!.Split('#')[1])
            .Distinct().ToList();
        Assert.True(leads.Count > 40);
        Assert.All(leads, lead => Assert.NotNull(page.GetElementById(lead)));
        // Nothing of it comes from elsewhere, and nothing of it is a script or a style that the policy would refuse.
        Assert.Empty(page.QuerySelectorAll(".reference script, .reference style, .reference [src], .reference [style]"));
    }

    private static Task<string> TextAsync() => File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "api.md"), Cancellation);

    [GeneratedRegex(@"```\nPOST /api/v1/negotiations/example/(?<path>\S+)\n(?:[\w-]+: [^\n]*\n)+\n(?<body>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Posted();
}
