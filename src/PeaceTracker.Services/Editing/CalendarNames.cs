using System.Globalization;
using System.Text;

namespace PeaceTracker.Services.Editing;

/// <summary>
/// Names of months and weekdays in the languages in which sources print their dates. A name may be shortened to its first three letters and
/// written without its accents. One that several languages have for different months means each of them.
/// </summary>
public static class CalendarNames
{
    /// <summary>The months by language, each with the endings that it takes beside a day.</summary>
    public static IReadOnlyList<IReadOnlyList<string[]>> Months { get; } = Table(
    [
        "January February March April May June July August September October November December",
        "Januar/Jänner Februar/Feber März April Mai Juni Juli August September Oktober November Dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "styczeń/stycznia luty/lutego marzec/marca kwiecień/kwietnia maj/maja czerwiec/czerwca lipiec/lipca sierpień/sierpnia"
            + " wrzesień/września październik/października listopad/listopada grudzień/grudnia",
        "siječanj/siječnja veljača/veljače ožujak/ožujka travanj/travnja svibanj/svibnja lipanj/lipnja srpanj/srpnja kolovoz/kolovoza"
            + " rujan/rujna listopad/listopada studeni/studenog/studenoga prosinac/prosinca",
        "січень/січня лютий/лютого березень/березня квітень/квітня травень/травня червень/червня липень/липня серпень/серпня"
            + " вересень/вересня жовтень/жовтня листопад/листопада грудень/грудня",
        "январь/января февраль/февраля март/марта апрель/апреля май/мая июнь/июня июль/июля август/августа"
            + " сентябрь/сентября октябрь/октября ноябрь/ноября декабрь/декабря",
    ]);

    /// <summary>The weekdays by language, from Sunday, with what of one is shorter than three letters.</summary>
    public static IReadOnlyList<IReadOnlyList<string[]>> Weekdays { get; } = Table(
    [
        "Sunday Monday Tuesday Wednesday Thursday Friday Saturday",
        "Sonntag/So Montag/Mo Dienstag/Di Mittwoch/Mi Donnerstag/Do Freitag/Fr Samstag/Sonnabend/Sa",
        "dimanche lundi mardi mercredi jeudi vendredi samedi",
        "domingo lunes martes miércoles jueves viernes sábado",
        "domenica lunedì martedì mercoledì giovedì venerdì sabato",
        "domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado",
        "niedziela poniedziałek wtorek środa czwartek piątek sobota",
        "nedjelja ponedjeljak utorak srijeda četvrtak petak subota",
        "неділя/нд понеділок/пн вівторок/вт середа/ср четвер/чт п’ятниця/п'ятниця/пт субота/сб",
        "воскресенье/вс понедельник/пн вторник/вт среда/ср четверг/чт пятница/пт суббота/сб",
    ]);

    /// <summary>The months that a word can mean, as numbers from 1; none where it is no name of a month.</summary>
    public static IReadOnlyList<int> MonthsNamed(string word) => [.. Meant(Months, word).Select(month => month + 1)];

    /// <summary>The weekdays that a word can mean; none where it is no name of one.</summary>
    public static IReadOnlyList<DayOfWeek> WeekdaysNamed(string word) => [.. Meant(Weekdays, word).Select(day => (DayOfWeek)day)];

    // A name that is written out means what it says, whatever longer name of another language it begins.
    private static List<int> Meant(IReadOnlyList<IReadOnlyList<string[]>> languages, string word)
    {
        var plain = Plain(word);
        var written = Where(languages, name => Plain(name).Equals(plain, StringComparison.OrdinalIgnoreCase));
        return written.Count > 0 || plain.Length < 3 ? written
            : Where(languages, name => Plain(name).StartsWith(plain, StringComparison.OrdinalIgnoreCase));
    }

    private static List<int> Where(IReadOnlyList<IReadOnlyList<string[]>> languages, Func<string, bool> fits) =>
        [.. languages.SelectMany(names => names.Index().Where(named => named.Item.Any(fits)).Select(named => named.Index)).Distinct().Order()];

    // The callers' forms let only letters, their marks and apostrophes through, so that there is always something to compose.
    private static string Plain(string word) => string.Concat(
        word.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));

    private static IReadOnlyList<IReadOnlyList<string[]>> Table(string[] languages) =>
        [.. languages.Select(language => language.Split(' ').Select(name => name.Split('/')).ToList())];
}
