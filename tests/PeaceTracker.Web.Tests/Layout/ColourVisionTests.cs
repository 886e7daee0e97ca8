namespace PeaceTracker.Web.Tests.Layout;

/// <summary>The measures that the colours are held to, against what is published of them.</summary>
public class ColourVisionTests
{
    // Sharma, Wu, Dalal: The CIEDE2000 color-difference formula, Color Research and Application 30 (2005), table 1.
    [Theory]
    [InlineData(50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425)]
    [InlineData(50, 3.1571, -77.2803, 50, 0, -82.7485, 2.8615)]
    [InlineData(50, -1.3802, -84.2814, 50, 0, -82.7485, 1)]
    [InlineData(50, 0, 0, 50, -1, 2, 2.3669)]
    [InlineData(50, 2.49, -0.001, 50, -2.49, 0.0009, 7.1792)]
    [InlineData(50, 2.49, -0.001, 50, -2.49, 0.0011, 7.2195)]
    [InlineData(50, -0.001, 2.49, 50, 0.0009, -2.49, 4.8045)]
    [InlineData(50, -0.001, 2.49, 50, 0.0011, -2.49, 4.7461)]
    [InlineData(50, 2.5, 0, 50, 0, -2.5, 4.3065)]
    [InlineData(50, 2.5, 0, 73, 25, -18, 27.1492)]
    [InlineData(50, 2.5, 0, 56, -27, -3, 31.9030)]
    [InlineData(50, 2.5, 0, 58, 24, 15, 19.4535)]
    [InlineData(60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644)]
    [InlineData(61.2901, 3.7196, -5.3901, 61.4292, 2.2480, -4.9620, 1.8731)]
    [InlineData(22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373)]
    [InlineData(90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441)]
    [InlineData(6.7747, -0.2908, -2.4247, 5.8714, -0.0985, -2.2286, 0.6377)]
    [InlineData(2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082)]
    public void Ciede2000_PublishedPairs_AsPublished(double l1, double a1, double b1, double l2, double a2, double b2, double expected)
    {
        Assert.Equal(expected, ColourVision.Ciede2000((l1, a1, b1), (l2, a2, b2)), 4);
        Assert.Equal(expected, ColourVision.Ciede2000((l2, a2, b2), (l1, a1, b1)), 4);
    }

    // What Chromium's emulation of vision deficiencies, which uses the same model, makes of colours: as published in the tests of the
    // library Unicolour (VisionDeficiencyTests), to one of 255.
    [Theory]
    [InlineData("protan", "#ff0000", 109, 95, 0)]
    [InlineData("protan", "#ffff00", 255, 244, 0)]
    [InlineData("protan", "#00ff00", 255, 229, 0)]
    [InlineData("protan", "#0000ff", 0, 88, 255)]
    [InlineData("protan", "#ff00ff", 0, 128, 255)]
    [InlineData("protan", "#ffffff", 255, 255, 255)]
    [InlineData("deutan", "#ff0000", 163, 144, 0)]
    [InlineData("deutan", "#ffff00", 255, 250, 50)]
    [InlineData("deutan", "#00ff00", 239, 214, 59)]
    [InlineData("deutan", "#00ffff", 208, 221, 255)]
    public void Seen_PublishedColours_AsPublished(string kind, string colour, int red, int green, int blue)
    {
        var seen = ColourVision.Seen(colour, kind).Select(v => 255 * (v <= 0.0031308 ? v * 12.92 : (1.055 * Math.Pow(v, 1 / 2.4)) - 0.055));

        Assert.All(seen.Zip([red, green, blue]), pair => Assert.InRange(pair.First, pair.Second - 1.0, pair.Second + 1.0));
    }

    // Without the cones for blue, greys stay grey and red keeps its light: the rows of the published matrix sum to one.
    [Theory]
    [InlineData("#000000")]
    [InlineData("#808080")]
    [InlineData("#ffffff")]
    public void Seen_Grey_StaysThatGrey(string grey) => Assert.All(
        ColourVision.Kinds, kind => Assert.All(ColourVision.Seen(grey, kind), v => Assert.Equal(ColourVision.Seen(grey, "normal")[0], v, 5)));

    [Fact]
    public void Contrast_BlackOnWhite_21() => Assert.Equal(21, ColourVision.Contrast("#000000", "#ffffff"), 5);
}
