using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Api;

/// <summary>A client of the Model Context Protocol asks the running program.</summary>
public sealed class BoardToolsTests(BothBoards host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tools_AsListed_OnlyRead()
    {
        await using var client = await ClientAsync();

        var tools = await client.ListToolsAsync(cancellationToken: Cancellation);

        Assert.Equal(
            ["cite", "compare_dates", "get_summary", "list_negotiations", "search", "what_remains"], tools.Select(t => t.Name).Order());
        Assert.All(tools, tool => Assert.True(tool.ProtocolTool.Annotations!.ReadOnlyHint));
    }

    // Between Ukraine and Russia seven issues are open, and all that is known of them is in one article.
    [Fact]
    public async Task Remains_BetweenTwoParties_WithSourcesAndACitation()
    {
        var (answer, failed) = await CallAsync("what_remains", ("negotiation", SeedFile.RussiaUkraine), ("party", "ukraine"), ("other", "russia"));

        Assert.False(failed);
        var json = JsonElement.Parse(answer);
        Assert.Equal(7, json.GetProperty("answer").GetProperty("issues").GetArrayLength());
        Assert.Equal("Reuters", Assert.Single(json.GetProperty("sources").EnumerateArray()).GetProperty("publisher").GetString());
        Assert.Contains("change=", json.GetProperty("citation").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("russia", "nobody", "No pair “russia” and “nobody” is tracked. The parties are: ukraine, russia,")]
    [InlineData("russia", "russia", "No pair “russia” and “russia” is tracked.")]
    public async Task Remains_NoSuchPair_SaysWhichThereAre(string party, string other, string sentence)
    {
        var (answer, failed) = await CallAsync("what_remains", ("negotiation", SeedFile.RussiaUkraine), ("party", party), ("other", other));

        Assert.True(failed);
        Assert.Contains(sentence, answer, StringComparison.Ordinal);
    }

    // 31 December 2024 to 30 April 2025 of the example, as the page of changes compares them.
    [Fact]
    public async Task Compare_TwoDates_EffectsAddUpToTheChange()
    {
        var (answer, failed) = await CallAsync(
            "compare_dates", ("negotiation", SeedFile.Example), ("from", "2024-12-31"), ("to", "2025-04-30"));

        Assert.False(failed, answer);
        var agreed = JsonElement.Parse(answer).GetProperty("answer").GetProperty("agreed");
        decimal Points(string name) => agreed.GetProperty(name).GetDecimal();
        Assert.Equal(Points("changePoints"), Points("statusPoints") + Points("scopePoints") + Points("weightPoints"), 3);
    }

    [Theory]
    [InlineData("get_summary", "1999-01-01", "is before this negotiation")]
    [InlineData("cite", "soon", "“soon” is not a date")]
    public async Task Date_ThatCannotBeShown_IsRefusedInASentence(string tool, string asOf, string sentence)
    {
        var (answer, failed) = await CallAsync(tool, ("negotiation", SeedFile.RussiaUkraine), ("asOf", asOf));

        Assert.True(failed);
        Assert.Contains(sentence, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("get_weather", null, null, "There is no tool “get_weather”. The tools are: cite, compare_dates, get_summary,")]
    [InlineData("get_summary", null, null, "The argument “negotiation” is missing. The negotiation, as list_negotiations names it.")]
    [InlineData("get_summary", "negotiation", 5, "“5” can’t be used as the argument “negotiation”.")]
    [InlineData("get_summary", "negotiation", new[] { "example" }, "can’t be used as the argument “negotiation”.")]
    [InlineData("get_summary", "as_of", "2024-01-01", "There is no argument “as_of”. This tool takes: negotiation, asOf,")]
    [InlineData("list_negotiations", "limit", 5, "There is no argument “negotiation”. This tool takes none.")]
    [InlineData("cite", "change", "newest", "“newest” can’t be used as the argument “change”. The number of a change")]
    [InlineData("cite", "change", 1.5, "“1.5” can’t be used as the argument “change”.")]
    public async Task Call_ThatNoToolTakes_IsRefusedInASentenceAndIsNoFault(string tool, string? name, object? value, string sentence)
    {
        await using var client = await ClientAsync();
        var arguments = new Dictionary<string, object?>();
        if (name is not null)
        {
            arguments["negotiation"] = SeedFile.Example;
            arguments[name] = value;
        }

        var result = await client.CallToolAsync(tool, arguments, cancellationToken: Cancellation);

        Assert.True(result.IsError);
        Assert.Contains(sentence, Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ModelContextProtocol", await host.LogSoFarAsync(), StringComparison.Ordinal);
    }

    private async Task<(string Answer, bool Failed)> CallAsync(string tool, params (string Name, string Value)[] values)
    {
        await using var client = await ClientAsync();
        var result = await client.CallToolAsync(
            tool, values.ToDictionary(v => v.Name, v => (object?)v.Value), cancellationToken: Cancellation);
        return (string.Concat(result.Content.OfType<TextContentBlock>().Select(block => block.Text)), result.IsError == true);
    }

    private Task<McpClient> ClientAsync() => McpClient.CreateAsync(
        new HttpClientTransport(new() { Endpoint = new Uri(host.Client.BaseAddress!, "mcp") }, host.Client), cancellationToken: Cancellation);
}
