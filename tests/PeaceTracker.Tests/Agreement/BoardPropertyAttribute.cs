using System.Diagnostics.CodeAnalysis;
using FsCheck.Xunit;

namespace PeaceTracker.Tests.Agreement;

/// <summary>
/// A property over generated boards: 400 cases from a fixed seed, so that a run on one commit always says the same. To look
/// further, set PROPERTY_SEED to "random" or, as the output of a failure gives it, to a seed: "(123,457)".
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[SuppressMessage("Usage", "xUnit3003", Justification = "FsCheck's attribute does not take the place in the source.")]
public sealed class BoardPropertyAttribute : PropertyAttribute
{
    public BoardPropertyAttribute()
    {
        MaxTest = 400;
        QuietOnSuccess = true;
        Arbitrary = [typeof(GeneratedBoards)];
        Replay = Environment.GetEnvironmentVariable("PROPERTY_SEED") switch
        {
            null or "" => "(20251215,90101)",
            "random" => null,
            var seed => seed,
        };
    }
}
