using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Serilog.Core;
using Serilog.Events;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// Shows control characters in whatever is logged, and never writes them: a path or a name must not begin a line of its own in the log, nor speak to
/// the terminal that shows it. The code of an invitation is left out, and what stands in a link that ends mails.
/// </summary>
public sealed partial class VisibleValues : ILogEventEnricher
{
    /// <inheritdoc />
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var (name, value) in logEvent.Properties.ToList())
        {
            if (Seen(value) is var seen && !ReferenceEquals(seen, value))
            {
                logEvent.AddOrUpdateProperty(new LogEventProperty(name, seen));
            }
        }
    }

    // The code of an invitation makes an account for whoever has it, a link of a mail ends somebody’s mails; the framework notes the path of a
    // request with whatever it logs.
    [GeneratedRegex("(?<=/account/(invitation|unsubscribe)/)[^/?#\\s\"]+", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    /// <summary>A text in which each character that can't be seen, or that changes what is seen, is written as its number.</summary>
    public static string Shown(string logged)
    {
        var text = logged.Contains("/account/", StringComparison.OrdinalIgnoreCase) ? Secret().Replace(logged, "…") : logged;
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~') || !text.EnumerateRunes().Any(IsHidden))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            shown.Append(IsHidden(rune) ? string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}") : rune.ToString());
        }

        return shown.ToString();
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;

    private static LogEventPropertyValue Seen(LogEventPropertyValue value) => value switch
    {
        ScalarValue { Value: string text } => Shown(text) is var shown && ReferenceEquals(shown, text) ? value : new ScalarValue(shown),
        ScalarValue { Value: null or IFormattable or bool } => value,
        ScalarValue { Value: { } other } => other.ToString() is { } text && Shown(text) is var shown && !ReferenceEquals(shown, text)
            ? new ScalarValue(shown) : value,
        SequenceValue list => new SequenceValue(list.Elements.Select(Seen)),
        StructureValue structure =>
            new StructureValue(structure.Properties.Select(p => new LogEventProperty(p.Name, Seen(p.Value))), structure.TypeTag),
        DictionaryValue map => new DictionaryValue(map.Elements.Select(e => KeyValuePair.Create((ScalarValue)Seen(e.Key), Seen(e.Value)))),
        _ => value,
    };
}
