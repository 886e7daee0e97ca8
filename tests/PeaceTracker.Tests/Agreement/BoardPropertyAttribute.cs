using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FsCheck.Xunit;

namespace PeaceTracker.Tests.Agreement;

/// <summary>
/// A property over 400 generated boards. Every run draws a seed of its own; the message of a failure shows it. To run the same
/// boards again, set PEACETRACKER_SEED to it: a number, as tests/run.sh prints it, or what the message has in brackets: "(123,457)".
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[SuppressMessage("Usage", "xUnit3003", Justification = "FsCheck's attribute does not take the place in the source.")]
public sealed class BoardPropertyAttribute : PropertyAttribute
{
    // FsCheck replays a pair. This is the second half of each pair that it makes from one number.
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private static readonly string Seed = Environment.GetEnvironmentVariable("PEACETRACKER_SEED") switch
    {
        null or "" => Pair((uint)Random.Shared.NextInt64(uint.MaxValue)),
        ['(', ..] pair => pair,
        var number => Pair(ulong.Parse(number, CultureInfo.InvariantCulture)),
    };

    public BoardPropertyAttribute()
    {
        MaxTest = 400;
        QuietOnSuccess = true;
        Arbitrary = [typeof(GeneratedBoards)];
        Replay = Seed;
    }

    private static string Pair(ulong number) => string.Create(CultureInfo.InvariantCulture, $"({number},{GoldenGamma})");
}
