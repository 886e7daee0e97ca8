using System.Globalization;

namespace PeaceTracker.Web.Features.Editing.Fields;

/// <summary>Ids that tie a field to its label, help and errors.</summary>
internal static class FieldIds
{
    private static long last;

    /// <summary>An id that no other field has.</summary>
    public static string Next() => "f" + Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture);
}
