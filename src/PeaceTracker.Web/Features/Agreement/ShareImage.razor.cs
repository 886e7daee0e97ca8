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
    private const int Width = 1200, Margin = 40;
    private const double LetterOfLegend = 7;

    private readonly List<SheetLine> _above = [], _below = [], _link = [];
    private readonly List<LegendItem> _legend = [];
    private ShareHistory _history = null!;
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

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _history = At.History;
        _y = 24;
        Write(_above, "title", Title, lineHeight: 32, mostLetters: 80);
        Write(_above, "", At.Negotiation.Fictional ? $"{Dates} {L["Fictional example"]}: {L["invented countries and events"]}." : Dates, 24, 140);
        Write(_above, "small", L[ShareExport.Definition], 19, 160);
        if (_history.Claims.Count > 0)
        {
            Write(_above, "small", L["Points are claims with a figure; each speaks of its own scope, which need not be the whole board."], 19, 160);
        }

        PlaceLegend();
        _plotTop = _y + 24;
        _y = _plotTop + (_history.Periods.Count > 0 ? ShareChartGeometry.Height : 60);
        Write(_below, "small", L["Source: PeaceTracker, “{0}”, as of {1}, change {2}.", Title, L.Date(At.Date), At.Board.ChangeNumber], 19, 160);
        Write(_link, "small link", Link, 19, 150);
    }

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
            .. ShareChartLine.Legend(L),
            ("chart-band", L["could be agreed: unknown"]),
            .. _history.Claims.Count > 0 ? [("chart-claim", L["claimed"].Value)] : Array.Empty<(string, string)>(),
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
