using System.Globalization;

namespace PeaceTracker.Web.Features.Sources;

/// <summary>The languages of sources in words.</summary>
public static class LanguageWords
{
    /// <summary>The name of a language in itself: "français"; its tag where it is not known.</summary>
    public static string Own(string tag) => Culture(tag)?.NativeName ?? tag;

    /// <summary>The name of a language in that of the reader: "French"; its tag where it is not known.</summary>
    public static string Name(string tag) => Culture(tag)?.DisplayName ?? tag;

    private static CultureInfo? Culture(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
