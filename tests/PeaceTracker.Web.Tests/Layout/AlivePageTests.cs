using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Layout;

/// <summary>Which pages bring the framework along, and which fetch it when it is needed.</summary>
public sealed class AlivePageTests : IAsyncDisposable
{
    private const string Board = $"/negotiations/{SeedFile.RussiaUkraine}";
    private readonly SignedInHost host = new();

    public async ValueTask DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData(Board, false)]
    [InlineData(Board + "/no-such-page", false)]
    [InlineData("/", false)]
    [InlineData(Board + "/edit", true)]
    public async Task Get_Page_BringsTheFrameworkOnlyWhereItIsAlive(string address, bool alive)
    {
        var page = await TrackerHost.ReadAsync(await host.AsAsync("Editor", address));

        var place = page.QuerySelector("script[data-framework]")!.GetAttribute("data-framework");
        Assert.Contains("blazor.web", place, StringComparison.Ordinal);
        Assert.Equal(alive ? [place] : [], page.QuerySelectorAll("script[src*='_framework/']").Select(script => script.GetAttribute("src")));
    }
}
