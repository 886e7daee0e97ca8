using AngleSharp.Dom;
using Bunit;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Tests.Shared;

namespace PeaceTracker.Web.Tests.Reading;

public class AsOfFormTests : ComponentTests
{
    private static readonly DateOnly Present = new(2026, 11, 23);
    private static readonly DateOnly[] Changes = [new(2026, 1, 5), new(2026, 3, 1)];

    // Hidden, for only a script can make it go anywhere. The present is its end and where it stands.
    [Fact]
    public void Slider_Present_StandsAtTheEnd()
    {
        var slider = Slider(new("talks"), Changes)!;

        Assert.True(slider.HasAttribute("hidden"));
        Assert.Equal("2026-01-05 2026-03-01 2026-11-23", slider.GetAttribute("data-dates"));
        Assert.Equal("2", slider.QuerySelector("input")!.GetAttribute("value"));
        Assert.Equal("2", slider.QuerySelector("input")!.GetAttribute("max"));
    }

    [Fact]
    public void Slider_DateWithoutChange_IsAStopToo()
    {
        var slider = Slider(new("talks", new(new DateOnly(2026, 2, 1))), Changes)!;

        Assert.Equal("2026-01-05 2026-02-01 2026-03-01 2026-11-23", slider.GetAttribute("data-dates"));
        Assert.Equal("1", slider.QuerySelector("input")!.GetAttribute("value"));
        Assert.Equal("1 February 2026", slider.QuerySelector("output")!.TextContent);
    }

    [Fact]
    public void Slider_NowhereToGo_IsLeftOut() => Assert.Null(Slider(new("talks"), []));

    private IElement? Slider(BoardAddress address, DateOnly[] dates) =>
        Render<AsOfForm>(p => p.Add(x => x.Address, address).Add(x => x.Present, Present).Add(x => x.Dates, dates)).FindAll(".as-of-slider")
            .SingleOrDefault();
}
