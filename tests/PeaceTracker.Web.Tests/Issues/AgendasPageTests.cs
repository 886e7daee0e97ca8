using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;
using PeaceTracker.Web.Shared;
using PeaceTracker.Web.Tests.Hosting;
using PeaceTracker.Web.Tests.Shared;

namespace PeaceTracker.Web.Tests.Issues;

/// <summary>The page of the agendas, by the example: 22 points from 11 March 2024, 24 from 27 January 2025.</summary>
public sealed class AgendasPageTests(BothBoards host)
{
    [Fact]
    public async Task Get_TwoVersions_SaysWhenEachWasInForceAndWhatChanged()
    {
        var (_, page) = await host.GetAsync("/negotiations/example/agendas");

        var sections = page.QuerySelectorAll("section.agenda-version");
        Assert.Equal(["agenda-2", "agenda-1"], sections.Select(section => section.Id));
        Assert.Contains("24 issues", sections[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("published by the negotiators", sections[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Split", sections[0].TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(sections[0].QuerySelectorAll(".cites a"));
        Assert.Contains("11 March 2024 – 26 January 2025", Normal(sections[1].TextContent), StringComparison.Ordinal);
        Assert.Contains("The first agenda on the board.", sections[1].TextContent, StringComparison.Ordinal);
    }

    // As readers saw it then: the second agenda was not yet known.
    [Fact]
    public async Task Get_BeforeTheSecondVersion_ShowsTheFirstAsInForce()
    {
        var (_, page) = await host.GetAsync("/negotiations/example/agendas?asOf=2024-06-01");

        var section = Assert.Single(page.QuerySelectorAll("section.agenda-version"));
        Assert.Contains("in force", section.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("from 11 March 2024", Normal(section.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issues_Lede_LeadsToTheAgendas()
    {
        var (_, page) = await host.PageAsync("issues");

        Assert.Contains(page.QuerySelectorAll("main a"), link => link.GetAttribute("href")!.EndsWith("/agendas", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Search_ByTheTitleOfAnAgenda_LeadsToItsPlace()
    {
        var (_, page) = await host.GetAsync("/negotiations/example/search?q=second+agenda");

        Assert.Contains(page.QuerySelectorAll("main a"), link => link.GetAttribute("href")!.EndsWith("/agendas#agenda-2", StringComparison.Ordinal));
    }

    private static string Normal(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>How long an agenda is, in words.</summary>
public sealed class AgendaWordsTests : ComponentTests
{
    [Theory]
    [InlineData(null, "2 issues", null)]
    [InlineData(2, "2 issues", null)]
    [InlineData(20, "2 named of 20 points", "The agenda has 20 points, of which 2 are named here: shares cover only these.")]
    public void Counted_PointsAndIssues_SaysWhichNumberIsUsed(int? points, string counted, string? over)
    {
        var l = Services.GetRequiredService<IStringLocalizer<Text>>();
        var agenda = new AgendaVersion
        {
            Number = 1, Title = "A list", Points = points, InForceFrom = RecordBuilder.Day(1), IssueKeys = ["a", "b"],
            RecordedAt = RecordBuilder.At(1),
        };

        Assert.Equal(counted, l.Counted(agenda));
        Assert.Equal(over, l.OverNamed(agenda));
    }
}
