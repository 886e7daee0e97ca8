using System.Globalization;
using Microsoft.Extensions.Localization;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// The words of the pages. Those in English are their own keys and are looked up nowhere: the framework would search for each of a page's thousand
/// words in files that there are not.
/// </summary>
internal sealed class EnglishText(IStringLocalizerFactory translations) : IStringLocalizer<Text>
{
    private readonly IStringLocalizer _translated = translations.Create(typeof(Text));

    // No language at all is what the program speaks where nobody has asked.
    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en" or "iv";

    /// <inheritdoc />
    public LocalizedString this[string name] => IsEnglish ? new(name, name) : _translated[name];

    /// <inheritdoc />
    public LocalizedString this[string name, params object[] arguments] =>
        IsEnglish ? new(name, string.Format(CultureInfo.CurrentCulture, name, arguments)) : _translated[name, arguments];

    /// <inheritdoc />
    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => _translated.GetAllStrings(includeParentCultures);
}
