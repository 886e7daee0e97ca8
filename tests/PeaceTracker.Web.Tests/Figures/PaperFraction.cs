using System.Globalization;

namespace PeaceTracker.Web.Tests.Figures;

/// <summary>A fraction as one computes with it on paper, and how the method prints it.</summary>
internal readonly record struct PaperFraction(long Over, long Under)
{
    public static PaperFraction operator -(PaperFraction a, PaperFraction b) => new((a.Over * b.Under) - (b.Over * a.Under), a.Under * b.Under);

    /// <summary>Percent with one decimal, dropped when it is zero, halves away from zero: "89.5".</summary>
    public string Points => Print(Math.Abs(Tenths));

    /// <summary>The same with its sign, as a difference is printed: "+25.7 points".</summary>
    public string SignedPoints => (Tenths > 0 ? "+" : Tenths < 0 ? "−" : "") + Points + " points";

    private long Tenths
    {
        get
        {
            var (over, under) = (Math.Abs(Over) * 1000, Math.Abs(Under));
            return Math.Sign(Over) * Math.Sign(Under) * ((2 * over) + under) / (2 * under);
        }
    }

    private static string Print(long tenths) => (tenths / 10m).ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>Counts of a share as one tallies them on paper.</summary>
internal readonly record struct PaperShare(int Met, int Unknown, int Total)
{
    public PaperFraction Value => new(Met, Total);

    public PaperFraction High => new(Met + Unknown, Total);

    /// <summary>"18 of 20".</summary>
    public string Counts => Total == 0 ? "nothing to count" : $"{Met} of {Total}";

    /// <summary>"18 of 20 (90%)", counts only under five. The example's boards are too small for a share that would round to all or none.</summary>
    public string Printed => Total < 5 ? Counts : $"{Counts} ({Value.Points}%)";

    /// <summary>"50–62.5%" where something is unknown; in counts under five.</summary>
    public string Band => Unknown == 0 ? "" : Total < 5 ? $"{Met} to {Met + Unknown} of {Total}" : $"{Value.Points}–{High.Points}%";
}
