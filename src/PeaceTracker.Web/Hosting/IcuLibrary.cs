using System.Runtime.InteropServices;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// The library that knows languages and time zones. Where it is missing, the runtime ends the process before a sentence can be said.
/// </summary>
internal static class IcuLibrary
{
    // As the runtime looks for it; written out, because no number can be written before it is there.
    private static readonly string[] Names =
    [
        "libicuuc.so", "libicuuc.so.50", "libicuuc.so.52", "libicuuc.so.55", "libicuuc.so.57", "libicuuc.so.60", "libicuuc.so.63",
        "libicuuc.so.65", "libicuuc.so.66", "libicuuc.so.67", "libicuuc.so.68", "libicuuc.so.69", "libicuuc.so.70", "libicuuc.so.71",
        "libicuuc.so.72", "libicuuc.so.73", "libicuuc.so.74", "libicuuc.so.75", "libicuuc.so.76", "libicuuc.so.77", "libicuuc.so.78",
        "libicuuc.so.79", "libicuuc.so.80", "libicuuc.so.81", "libicuuc.so.82", "libicuuc.so.83", "libicuuc.so.84", "libicuuc.so.85",
    ];

    /// <summary>Goes on without it where it is missing, so that <see cref="Languages.Fault"/> can be said. Comes before everything else.</summary>
    public static void DoWithoutWhereMissing()
    {
        if (OperatingSystem.IsLinux() && !Array.Exists(Names, name => NativeLibrary.TryLoad(name, out _)))
        {
            AppContext.SetSwitch("System.Globalization.Invariant", true);
        }
    }
}
