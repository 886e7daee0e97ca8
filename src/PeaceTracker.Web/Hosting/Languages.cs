using System.Globalization;

namespace PeaceTracker.Web.Hosting;

/// <summary>The languages of the pages.</summary>
public static class Languages
{
    /// <summary>Those on offer, the first by default.</summary>
    public static CultureInfo[] Offered => [CultureInfo.GetCultureInfo("en")];

    /// <summary>Why there are none here, in a sentence; null where there are.</summary>
    public static string? Fault()
    {
        try
        {
            return Offered.Length > 0 && TimeZoneInfo.TryConvertIanaIdToWindowsId("Europe/Kyiv", out _) ? null
                : "Names of time zones are missing here: install the ICU library (Debian: libicu).";
        }
        catch (CultureNotFoundException)
        {
            return "Languages are switched off for this program: remove DOTNET_SYSTEM_GLOBALIZATION_INVARIANT, "
                + "and install the ICU library where it is missing (Debian: libicu).";
        }
    }
}
