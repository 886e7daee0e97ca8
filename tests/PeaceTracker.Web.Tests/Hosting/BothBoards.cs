using AngleSharp.Html.Dom;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

[assembly: AssemblyFixture(typeof(BothBoards))]

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>One host with both negotiations of the project, shared by the tests that only read.</summary>
public sealed class BothBoards : TrackerHost
{
    public BothBoards() => WithExample = true;

    /// <summary>Status and document of a page of the seeded negotiation: "issues?level=disputed".</summary>
    public async Task<(int Status, IHtmlDocument Page)> PageAsync(string page)
    {
        var (answer, document) = await GetAsync(Address(page));
        return ((int)answer.StatusCode, document);
    }

    /// <summary>Status and text of a page or file of the seeded negotiation.</summary>
    public async Task<(int Status, string Text)> TextAsync(string page)
    {
        var (answer, document) = await GetAsync(Address(page));
        return ((int)answer.StatusCode, document.Source.Text);
    }

    private static string Address(string page) => $"/negotiations/{SeedFile.RussiaUkraine}/{page}";
}
