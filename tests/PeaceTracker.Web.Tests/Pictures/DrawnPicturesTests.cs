using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Tests.Pictures;

/// <summary>A picture is drawn once, however many ask for it, and where too many wait, the next is refused at once.</summary>
public class DrawnPicturesTests
{
    [Fact]
    public async Task Of_OneThatManyAskFor_IsDrawnOnce()
    {
        var drawn = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => DrawnPictures.OfAsync(Picture("asked for by many"))));

        Assert.NotNull(drawn[0]);
        Assert.All(drawn, one => Assert.Same(drawn[0], one));
    }

    // Twelve wait; of a hundred that are asked for in the time of a few, most are told so.
    [Fact]
    public async Task Of_MoreThanCanWait_AreRefusedAtOnceAndDrawnLater()
    {
        var asked = Enumerable.Range(0, 100).Select(i => DrawnPictures.OfAsync(Picture($"number {i}"))).ToList();
        var drawn = await Task.WhenAll(asked);

        Assert.Contains(null, drawn);
        Assert.NotNull(drawn[0]);
        Assert.NotNull(await DrawnPictures.OfAsync(Picture($"number {Array.IndexOf(drawn, null)}")));
    }

    private static string Picture(string title) =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"600\"><title>{title}</title><rect width=\"9\" height=\"9\"/></svg>";
}
