using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

namespace PeaceTracker.Web.Shared;

/// <summary>
/// A name that is written in the other direction stands apart in its sentence, as &lt;bdi&gt; sets it apart on a page: otherwise the comma or the
/// number after it is drawn on its wrong side. Two characters that nobody sees do it, in attributes, mails and feeds too.
/// </summary>
public static class Isolation
{
    private const char First = '\u2068';
    private const char Last = '\u2069';

    /// <summary>The localizer of all visible words, which sets apart what is put into a sentence.</summary>
    public static IServiceCollection AddWords(this IServiceCollection services)
    {
        services.AddLocalization();
        services.TryAddSingleton<IStringLocalizer<Text>, IsolatingLocalizer>();
        return services;
    }

    /// <summary>The text, set apart where it is written in another direction than the page.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Nearly all texts have no character of these scripts, nor of any after them.
        var otherWay = CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft
            ? text.EnumerateRunes().Any(rune => Rune.IsLetter(rune) && !IsFromTheRight(rune))
            : text.AsSpan().ContainsAnyInRange('\u0590', char.MaxValue) && text.EnumerateRunes().Any(IsFromTheRight);
        return otherWay ? First + text + Last : text;
    }

    /// <summary>The text as it is for programs and drawings, which order it themselves.</summary>
    public static string Without(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace(First.ToString(), "", StringComparison.Ordinal).Replace(Last.ToString(), "", StringComparison.Ordinal);
    }

    // Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours, their presentation forms, and the scripts of the right in the further planes.
    private static bool IsFromTheRight(Rune rune) => rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF)
        or (>= 0xFE70 and <= 0xFEFE) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);

    // English words are their own keys and are looked up nowhere: the framework would search for each of a page's thousand words in files that there
    // are not.
    private sealed class IsolatingLocalizer(IStringLocalizerFactory factory) : IStringLocalizer<Text>
    {
        private readonly IStringLocalizer _translated = factory.Create(typeof(Text));

        // No language at all is what the program speaks where nobody has asked.
        private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en" or "iv";

        public LocalizedString this[string name] => IsEnglish ? new(name, name) : _translated[name];

        public LocalizedString this[string name, params object[] arguments]
        {
            get
            {
                var apart = Array.ConvertAll(arguments, Apart);
                return IsEnglish ? new(name, string.Format(CultureInfo.CurrentCulture, name, apart)) : _translated[name, apart];
            }
        }

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => _translated.GetAllStrings(includeParentCultures);

        private static object Apart(object argument) => argument switch
        {
            string text => Of(text),
            LocalizedString words => Of(words.Value),
            _ => argument,
        };
    }
}
