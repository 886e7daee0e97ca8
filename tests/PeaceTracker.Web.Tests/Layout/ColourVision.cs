using System.Globalization;

namespace PeaceTracker.Web.Tests.Layout;

/// <summary>
/// How colours are seen: their contrast (WCAG 2.2), their difference (CIEDE2000), and what is left of them where a kind of cone is missing.
/// </summary>
internal static class ColourVision
{
    // Machado, Oliveira, Fernandes: A physiologically-based model for simulation of color vision deficiency, IEEE TVCG 15 (2009),
    // severity 1.0, for linear RGB.
    private static readonly Dictionary<string, double[]> Deficiencies = new()
    {
        ["normal"] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        ["protan"] = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        ["deutan"] = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        ["tritan"] = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    };

    /// <summary>Normal vision and the three deficiencies.</summary>
    public static IEnumerable<string> Kinds => Deficiencies.Keys;

    /// <summary>WCAG 2.2: (lighter + 0.05) / (darker + 0.05), 1 to 21.</summary>
    public static double Contrast(string a, string b)
    {
        var (x, y) = (Luminance(Linear(a)), Luminance(Linear(b)));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    /// <summary>The linear RGB of a colour as somebody with this vision sees it.</summary>
    public static double[] Seen(string colour, string kind)
    {
        var (m, rgb) = (Deficiencies[kind], Linear(colour));
        return [.. Enumerable.Range(0, 3).Select(i => Math.Clamp((m[3 * i] * rgb[0]) + (m[3 * i + 1] * rgb[1]) + (m[3 * i + 2] * rgb[2]), 0, 1))];
    }

    /// <summary>The difference of two colours as the vision that tells them apart least sees it, and that vision.</summary>
    public static (double Difference, string Kind) Least(string a, string b) =>
        Kinds.Select(kind => (Ciede2000(Lab(Seen(a, kind)), Lab(Seen(b, kind))), kind)).MinBy(seen => seen.Item1);

    /// <summary>CIE Lab of linear sRGB under D65.</summary>
    public static (double L, double A, double B) Lab(double[] rgb)
    {
        var x = F(((0.4124564 * rgb[0]) + (0.3575761 * rgb[1]) + (0.1804375 * rgb[2])) / 0.95047);
        var y = F((0.2126729 * rgb[0]) + (0.7151522 * rgb[1]) + (0.0721750 * rgb[2]));
        var z = F(((0.0193339 * rgb[0]) + (0.1191920 * rgb[1]) + (0.9503041 * rgb[2])) / 1.08883);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));

        static double F(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : ((24389.0 / 27 * t) + 16) / 116;
    }

    /// <summary>The colour difference CIEDE2000 with all weights 1, as Sharma, Wu and Dalal write it down (Color Res. Appl. 30, 2005).</summary>
    public static double Ciede2000((double L, double A, double B) one, (double L, double A, double B) two)
    {
        var meanChroma7 = Math.Pow((Math.Sqrt(Square(one.A) + Square(one.B)) + Math.Sqrt(Square(two.A) + Square(two.B))) / 2, 7);
        var g = 0.5 * (1 - Math.Sqrt(meanChroma7 / (meanChroma7 + Math.Pow(25, 7))));
        var (chroma1, hue1) = Polar((1 + g) * one.A, one.B);
        var (chroma2, hue2) = Polar((1 + g) * two.A, two.B);
        var turn = hue2 - hue1;
        var grey = chroma1 * chroma2 == 0;
        var hueStep = grey ? 0 : Math.Abs(turn) <= 180 ? turn : turn > 180 ? turn - 360 : turn + 360;
        var hue = grey ? hue1 + hue2
            : Math.Abs(turn) <= 180 ? (hue1 + hue2) / 2
            : hue1 + hue2 < 360 ? (hue1 + hue2 + 360) / 2 : (hue1 + hue2 - 360) / 2;
        var (light, chroma) = ((one.L + two.L) / 2, (chroma1 + chroma2) / 2);
        var t = 1 - (0.17 * Cos(hue - 30)) + (0.24 * Cos(2 * hue)) + (0.32 * Cos((3 * hue) + 6)) - (0.20 * Cos((4 * hue) - 63));
        var lightWeight = 1 + (0.015 * Square(light - 50) / Math.Sqrt(20 + Square(light - 50)));
        var (chromaWeight, hueWeight) = (1 + (0.045 * chroma), 1 + (0.015 * chroma * t));
        var rotation = -Math.Sin(2 * 30 * Math.Exp(-Square((hue - 275) / 25)) * Math.PI / 180)
            * 2 * Math.Sqrt(Math.Pow(chroma, 7) / (Math.Pow(chroma, 7) + Math.Pow(25, 7)));
        var (l, c) = ((two.L - one.L) / lightWeight, (chroma2 - chroma1) / chromaWeight);
        var h = 2 * Math.Sqrt(chroma1 * chroma2) * Math.Sin(hueStep / 2 * Math.PI / 180) / hueWeight;
        return Math.Sqrt(Square(l) + Square(c) + Square(h) + (rotation * c * h));
    }

    private static double Luminance(double[] rgb) => (0.2126 * rgb[0]) + (0.7152 * rgb[1]) + (0.0722 * rgb[2]);

    private static double[] Linear(string colour) =>
    [
        .. new[] { 1, 3, 5 }
            .Select(at => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4)),
    ];

    private static (double Chroma, double Hue) Polar(double a, double b) =>
        (Math.Sqrt(Square(a) + Square(b)), a == 0 && b == 0 ? 0 : ((Math.Atan2(b, a) * 180 / Math.PI) + 360) % 360);

    private static double Cos(double degrees) => Math.Cos(degrees * Math.PI / 180);

    private static double Square(double value) => value * value;
}
