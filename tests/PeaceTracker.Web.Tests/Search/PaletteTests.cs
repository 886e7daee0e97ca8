using System.Net;
using System.Net.Http.Json;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Search;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Search;

/// <summary>What the palette offers to whom.</summary>
public sealed class PaletteTests(SignedInHost host) : IClassFixture<SignedInHost>
{
    private const string Board = "/negotiations/" + SeedFile.RussiaUkraine;

    [Fact]
    public async Task Get_WordsOfATitle_LeadToWhatIsCalledSo()
    {
        var ways = await WaysAsync(null, "?q=TERR");

        Assert.Equal(
            [("Issues", "Territory"), ("Working groups", "Territory"), ("Drafts", "Text on territory")], ways.Select(way => (way.Kind, way.Name)));
        Assert.Equal($"{Board}/issues/territory", ways[0].Href);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("Viewer", false)]
    [InlineData("Editor", true)]
    public async Task Get_FormsByRole_AreForThoseWhoEdit(string? role, bool forms)
    {
        var ways = await WaysAsync(role, "?q=claim");

        Assert.Equal(forms, ways.Any(way => way.Href == $"{Board}/edit/claims/new"));
        Assert.Equal(forms, ways.Any(way => way.Kind == "Edit"));
    }

    [Fact]
    public async Task Get_PastDate_LeadsToThatDate() =>
        Assert.Equal($"{Board}/issues/territory?asOf=2025-12-20", (await WaysAsync(null, "?q=terr&asOf=2025-12-20"))[0].Href);

    [Theory]
    [InlineData(Board + "/palette?asOf=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/negotiations/none/palette", HttpStatusCode.NotFound)]
    public async Task Get_WhatIsNotThere_IsRefused(string address, HttpStatusCode expected)
    {
        using var answer = await host.AsAsync(null, address);

        Assert.Equal(expected, answer.StatusCode);
    }

    private async Task<IReadOnlyList<PaletteWay>> WaysAsync(string? role, string query)
    {
        using var answer = await host.AsAsync(role, Board + "/palette" + query);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        return (await answer.Content.ReadFromJsonAsync<IReadOnlyList<PaletteWay>>(TestContext.Current.CancellationToken))!;
    }
}
