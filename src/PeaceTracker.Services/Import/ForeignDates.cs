using System.Globalization;
using System.Text.RegularExpressions;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Import;

/// <summary>Which of day and month stands first, where both could.</summary>
public enum DayOrder
{
    /// <summary>The day, as in most of the world.</summary>
    DayFirst,
    /// <summary>The month, as in the United States.</summary>
    MonthFirst,
}

/// <summary>Dates of tables: those that forms read, and months named in the languages of those who keep such tables.</summary>
internal static partial class ForeignDates
{
    // Twelve months a line: each in the forms that it has within a date, the shortest of three letters or more being enough.
    private static readonly string[] Languages =
    [
        "січень січня січ|лютий лютого лют|березень березня бер|квітень квітня квіт кві|травень травня трав тра|червень червня черв чер"
            + "|липень липня лип|серпень серпня серп сер|вересень вересня вер"
            + "|жовтень жовтня жовт жов|листопад листопада лист лис|грудень грудня груд гру",
        "январь января янв|февраль февраля фев февр|март марта мар|апрель апреля апр|май мая|июнь июня июн|июль июля июл|август августа авг"
            + "|сентябрь сентября сен сент|октябрь октября окт|ноябрь ноября ноя нояб|декабрь декабря дек",
        "janvier janv|février fevrier févr fevr fév fev|mars|avril avr|mai|juin|juillet juil|août aout"
            + "|septembre|octobre oct|novembre|décembre decembre déc",
        "januar jan jänner janner|februar feb feber|märz maerz marz mrz|april|mai|juni|juli|august|september|oktober okt|november|dezember dez",
        "enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto ago|septiembre setiembre|octubre|noviembre|diciembre dic",
    ];

    private static readonly Dictionary<string, string> Months = Make();

    /// <summary>What a text says, with months of other languages read as English ones.</summary>
    public static WrittenDate Read(string typed)
    {
        var english = WrittenDate.Read(typed);
        return english.Fault is null || !Word().IsMatch(typed) ? english
            : WrittenDate.Read(InEnglish(typed)) is { Fault: null } read ? read : english;
    }

    /// <summary>The date of a text by an order of day and month; more than one reading where it takes that and none is given.</summary>
    public static WrittenDate Read(string typed, DayOrder? order)
    {
        var read = Read(typed);
        return read.Readings is [var dayFirst, var monthFirst] && order is { } chosen
            ? new WrittenDate([chosen == DayOrder.DayFirst ? dayFirst : monthFirst])
            : read;
    }

    /// <summary>The date of three cells; without a day it is known to the month. Null where they are none.</summary>
    public static DateAsKnown? Read(string year, string month, string day)
    {
        var number = int.TryParse(TypedNumber.Read(month), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given
            : 1 + Array.FindIndex(English, name => name == Months.GetValueOrDefault(month.Trim().TrimEnd('.').ToLowerInvariant()));
        if (!int.TryParse(TypedNumber.Read(year), NumberStyles.None, CultureInfo.InvariantCulture, out var y) || y is < 1 or > 9999
            || number is < 1 or > 12)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(day))
        {
            return DateAsKnown.Of(new DateOnly(y, number, 1), DatePrecision.Month);
        }

        return int.TryParse(TypedNumber.Read(day), NumberStyles.None, CultureInfo.InvariantCulture, out var d) && d >= 1
            && d <= DateTime.DaysInMonth(y, number)
            ? new DateOnly(y, number, d)
            : null;
    }

    private static string[] English { get; } = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12)];

    private static string InEnglish(string typed)
    {
        var words = Word().Replace(typed, match => match.Value.ToLowerInvariant() switch
        {
            "de" or "del" or "р" or "року" or "рік" or "г" or "года" or "год" or "er" or "le" => "",
            var word => Months.GetValueOrDefault(word, match.Value),
        });
        return Blanks().Replace(words.Replace("º", "", StringComparison.Ordinal), " ").Trim().TrimEnd('.');
    }

    private static Dictionary<string, string> Make()
    {
        var months = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (month, name) in CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12).Index().Select(m => (m.Index, m.Item)))
        {
            months[name.ToLowerInvariant()] = name;
            months[name[..3].ToLowerInvariant()] = name;
            foreach (var word in Languages.SelectMany(language => language.Split('|')[month].Split(' ')))
            {
                months.TryAdd(word, name);
            }
        }

        return months;
    }

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+(?:\.|(?=\s))|\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
