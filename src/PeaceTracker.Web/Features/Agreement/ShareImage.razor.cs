using Microsoft.AspNetCore.Components;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Agreement;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;
using PeaceTracker.Web.Shared.Charts;

namespace PeaceTracker.Web.Features.Agreement;

/// <summary>Where the words of the image stand. SVG breaks no lines, so they are broken here, by a generous width of a letter.</summary>
public sealed partial class ShareImage
{
    private const int Width = 1200, Margin = 40, Side = 44, Ends = 170, PlotWidth = Width - (2 * Margin) - Side - Ends;
    private const double LetterOfLegend = 7;

    private readonly List<SheetLine> _above = [], _below = [], _link = [];
    private readonly List<LegendItem> _legend = [];
    private ShareTimeline _timeline = null!;
    private int _y, _plotTop;

    /// <summary>The board on the image's date.</summary>
    [Parameter, EditorRequired] public required BoardSnapshot At { get; set; }

    /// <summary>Its address with nothing of the moment left open.</summary>
    [Parameter, EditorRequired] public required BoardAddress Dated { get; set; }

    /// <summary>A path of this server as whoever has the file can follow it.</summary>
    [Parameter, EditorRequired] public required Func<string, string> Absolute { get; set; }

    private sealed record SheetLine(string Class, int Y, string Words);

    private sealed record LegendItem(string Class, int X, int Y, string Name);

    private int Height => _y + 24;

    private string Title => L["{0}: shares over time", At.Negotiation.Title];

    private string Dates => L["The board as of {0}, by change {1} of the record.", L.Date(At.Date), At.Board.ChangeNumber];

    private string Link => Absolute(Dated.Summary);

    private ShareChartLinks Links => new(
        key => Absolute(Dated.Claim(key)), (from, to) => Absolute(Dated.Compared(from, to)), key => Absolute(Dated.Round(key)));

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _timeline = ShareTimeline.Of(At, At.History);
        _y = 24;
        Write(_above, "title", Title, lineHeight: 32, mostLetters: 80);
        Write(_above, "", At.Negotiation.Fictional ? $"{Dates} {L["Fictional example"]}: {L["invented countries and events"]}." : Dates, 24, 140);
        Write(_above, "small", L[ShareExport.Definition], 19, 160);
        PlaceLegend();
        _plotTop = _y + 24;
        _y = _plotTop + (_timeline.History.Periods.Count > 0 ? ShareChartGeometry.Height : 60);
        foreach (var note in Notes)
        {
            Write(_below, "", note, 20, 150);
        }

        Write(_below, "small", L["Source: PeaceTracker, “{0}”, as of {1}, change {2}.", Title, L.Date(At.Date), At.Board.ChangeNumber], 19, 160);
        Write(_link, "small link", Link, 19, 150);
    }

    // What a file can't lead to, in words: the biggest steps, and what other agendas did.
    private IEnumerable<string> Notes =>
    [
        .. _timeline.Biggest.Select(step => L["{0}: {1} ({2}), {3}", L.Date(step.When.On, step.When.Precision),
            L.SignedPoints(step.Comparison.Change!.Value), L.Move(step.Comparison.From, step.Comparison.To), L.Cause(step, _timeline)].Value),
        .. _timeline.Agendas.Select(step => $"{L.Date(step.Date)}: {L.Changed(step)}"),
    ];

    private void Write(List<SheetLine> lines, string type, string words, int lineHeight, int mostLetters)
    {
        foreach (var line in LineBreaks.Of(words, mostLetters))
        {
            lines.Add(new(type, _y += lineHeight, line));
        }
    }

    private void PlaceLegend()
    {
        IEnumerable<(string Class, string Name)> items =
        [
            ("chart-band", L["possible, if unknowns were agreed"]),
            .. _timeline.History.Periods.Any(p => p.AgreedWithClaimed.Value != p.Agreed.Value)
                ? [(ShareChartLine.OneSided(L).Class, L["agreed, counting one-sided, where it differs"].Value)]
                : Array.Empty<(string, string)>(),
            .. _timeline.OnBoard.Count > 0
                ? [("chart-claim", L["claimed of the whole board, joined to what was computed"].Value)]
                : Array.Empty<(string, string)>(),
            .. _timeline.LastEvidence is { } last && last.Last < At.Date
                ? [("chart-after", L["no evidence after {0}", L.Date(last.On, last.Precision)].Value)]
                : Array.Empty<(string, string)>(),
        ];
        var x = Margin;
        _y += 32;
        foreach (var (type, name) in items)
        {
            var width = 60 + (int)(name.Length * LetterOfLegend);
            if (x > Margin && x + width > Width - Margin)
            {
                (x, _y) = (Margin, _y + 22);
            }

            _legend.Add(new(type, x, _y, name));
            x += width;
        }
    }
}
