using System.Reflection;

namespace PeaceTracker.Web.Hosting;

/// <summary>Which program runs, and since when.</summary>
public sealed class RunningProgram(TimeProvider clock)
{
    private static readonly string[] Parts =
        (typeof(RunningProgram).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "").Split('+');

    private const int Long = 12;

    /// <summary>Its version.</summary>
    public string Version { get; } = Parts[0];

    /// <summary>The revision of the source that it was built from, as far as it takes to find it; null where the build knew none.</summary>
    public string? Revision { get; } = Parts.Length > 1 ? Parts[1][..Math.Min(Long, Parts[1].Length)] : null;

    /// <summary>When it started.</summary>
    public DateTimeOffset StartedAt { get; } = clock.GetUtcNow();
}
