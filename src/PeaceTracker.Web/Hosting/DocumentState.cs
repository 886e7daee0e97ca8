using System.Globalization;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Web.Layout;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Hosting;

/// <summary>A moment of the store, as documents see it.</summary>
/// <param name="Number">The number of the newest change.</param>
/// <param name="AwaySince">Since when the database can't be reached; null while it can.</param>
internal readonly record struct StoreMoment(long Number, DateTime? AwaySince);

/// <summary>
/// What a document is made from, beside its address: two that name the same are the same. The state of the store and the days of its boards; an
/// address that names a change does without both. The theme, the packing, the way of asking, and the role of who asks.
/// </summary>
public sealed class DocumentState(ChangeBus changes, NewestChange newest, StoreLine line, BoardReader boards, TimeProvider clock)
{
    private const string EnhancedNavigation = "blazor-enhanced-nav";
    private volatile Days? _days;
    private volatile Cited? _cited;

    /// <summary>The moment at which something is asked for now.</summary>
    internal async ValueTask<StoreMoment> NowAsync(CancellationToken cancellation) => new(await newest.NowAsync(cancellation), line.AwaySince);

    /// <summary>Whether the store still is where it was.</summary>
    internal bool Still(StoreMoment moment) => changes.Current == moment.Number && line.AwaySince == moment.AwaySince;

    /// <summary>The name of the document of a request, for somebody of a role; for a stranger where that is null.</summary>
    internal async ValueTask<string> NameAsync(HttpContext http, StoreMoment moment, Packing packing, string? role)
    {
        var request = http.Request;
        var state = request.QueryString.HasValue && KeptElsewhere.NamesChange(http)
            ? await CitedAsync(moment.Number, http.RequestAborted) : await PresentAsync(moment.Number, http.RequestAborted);
        // What is shown while the database can't be reached says so, and is another document.
        var away = moment.AwaySince?.ToString("O", CultureInfo.InvariantCulture);
        var theme = request.Headers.Cookie.Count > 0 ? Theme.Chosen(http) : null;
        var kind = packing switch { Packing.None => "", Packing.Gzip => "gzip", Packing.Brotli => "br" };
        var way = request.Headers.Accept.ToString().Contains(EnhancedNavigation, StringComparison.Ordinal) ? "enhanced" : "";
        return string.Join(
            '|', role, kind, theme, way, away, state, request.Scheme, request.Host.Value,
            // A question mark that is written as %3F belongs to the path and asks nothing; no path has a NUL.
            request.PathBase.Value + request.Path.Value + "\0" + request.QueryString.Value);
    }

    /// <summary>The strong tag of a document of that name, without its quotes.</summary>
    internal string Tag(string name) => KeptElsewhere.Tag(string.Join('|', KeptElsewhere.Program, changes.History, name)).Trim('"');

    // A board that was taken off is gone at every moment, also where its address names a change.
    private async ValueTask<string> CitedAsync(long number, CancellationToken cancellation)
    {
        if (_cited is not { } known || known.Number != number)
        {
            var hidden = await boards.NotPublishedAsync(number, cancellation);
            _cited = known = new Cited(number, $"cited {string.Join(' ', hidden)}");
        }

        return known.Text;
    }

    private async ValueTask<string> PresentAsync(long number, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (_days is not { } known || known.Number != number || now < known.From || now >= known.Until)
        {
            var (days, until) = await boards.TodayAsync(number, now, cancellation);
            var text = $"{number} {string.Join(' ', days.Select(day => day.ToString("O", CultureInfo.InvariantCulture)))}";
            _days = known = new Days(number, now, until, text);
        }

        return known.Text;
    }

    private sealed record Cited(long Number, string Text);

    private sealed record Days(long Number, DateTime From, DateTime Until, string Text);
}
