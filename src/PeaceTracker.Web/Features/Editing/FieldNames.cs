using System.Globalization;
using Microsoft.Extensions.Localization;

namespace PeaceTracker.Web.Features.Editing;

/// <summary>The fields of the record in words.</summary>
public static class FieldNames
{
    /// <summary>A field's name in the negotiation file as words: "dateAsPrinted" is "Date as printed".</summary>
    public static string Field(this IStringLocalizer<Text> l, string name)
    {
        var words = string.Concat(name.Select(sign => char.IsUpper(sign) ? $" {char.ToLower(sign, CultureInfo.InvariantCulture)}" : $"{sign}"))
            .Replace("dyad", "pair", StringComparison.Ordinal);
        return l[char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..]];
    }
}
