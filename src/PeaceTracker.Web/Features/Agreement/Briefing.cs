using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Agreement;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Export;
using PeaceTracker.Web.Features.Pairs;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Agreement;

/// <summary>
/// The summary for somebody who reads on paper: figures, their course, what remains, what changed since a date, pairs, what is next. It says of each
/// fact where it stands, and has one to three pages on any board.
/// </summary>
public sealed class Briefing
{
    private const int MostIssues = 12, MostMoves = 12, MostPairs = 8, MostNext = 3;

    private readonly IStringLocalizer<Text> _l;
    private readonly SummaryView _view;
    private readonly BriefingRequest _asked;
    private readonly List<BriefingPart> _parts = [];

    private Briefing(BoardSnapshot at, BriefingRequest asked, IStringLocalizer<Text> l) => (_l, _view, _asked) = (l, SummaryView.Of(at), asked);

    private BoardSnapshot At => _view.At;

    /// <summary>Its parts, under the title and the line of the date; <paramref name="link"/> is where the board can be seen.</summary>
    public static IReadOnlyList<BriefingPart> Of(BoardSnapshot at, BriefingRequest asked, string link, IStringLocalizer<Text> l)
    {
        var briefing = new Briefing(at, asked, l);
        foreach (var section in asked.Sections)
        {
            briefing.Add(section);
        }

        briefing._parts.Add(new BriefingHeading(l["How this is made"]));
        briefing.Add(l[ShareExport.Definition].Value);
        briefing.Add(l["Source: PeaceTracker, “{0}”, as of {1}, change {2}.", at.Negotiation.Title, l.Date(at.Date), at.Board.ChangeNumber].Value
            + " " + link);
        return briefing._parts;
    }

    /// <summary>The line of the date.</summary>
    public static string Dated(BoardSnapshot at, IStringLocalizer<Text> l)
    {
        var invented = at.Negotiation.Fictional ? $" {l["Fictional example"]}: {l["invented countries and events"]}." : "";
        return $"{l["The board as of {0}, at change {1} of the record.", l.Date(at.Date), at.Board.ChangeNumber]}{invented}";
    }

    /// <summary>What the chart shows, for whoever can't see it.</summary>
    public static string ChartInWords(BoardSnapshot at, IStringLocalizer<Text> l) => at.History.Periods is not [var first, ..]
        ? l["There was nothing to count up to this date, so there is no share to draw."]
        : l["Chart of the agreed share of the whole board over time: {0} on {1}, {2} on {3}.", l.Share(first.Agreed), l.Date(first.Date),
            l.Share(at.Shares.Agreed), l.Date(at.Date)];

    /// <summary>What the chart of the pairs shows, for whoever can't see it.</summary>
    public static string PairsInWords(BoardSnapshot at, IStringLocalizer<Text> l) => PairLines.Of(at).Pairs is not { Count: > 0 } pairs
        ? l["No pair has a share to draw up to this date."]
        : l["Chart of the agreed share of each pair over time. On {0}: {1}.", l.Date(at.Date),
            string.Join("; ", pairs.Select(pair => $"{pair.Name} {l.Share(pair.Agreed)}"))];

    private void Add(NotedText words) => _parts.Add(new BriefingText(words));

    private void AddPoint(NotedText words) => _parts.Add(new BriefingText(words, IsPoint: true));

    private void AddTable(IReadOnlyList<int> widths, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<NotedText>> rows) =>
        _parts.Add(new BriefingTable(widths, head, [.. rows]));

    private void Add(BriefingSection section)
    {
        switch (section)
        {
            case BriefingSection.Figures:
                AddFigures();
                break;
            case BriefingSection.Chart:
                _parts.Add(new BriefingHeading(_l.Word(section)));
                _parts.Add(new BriefingChart(ChartInWords(At, _l)));
                break;
            case BriefingSection.Remaining:
                AddRemaining();
                break;
            case BriefingSection.Changes:
                AddChanges();
                break;
            case BriefingSection.Pairs:
                AddPairs();
                break;
            case BriefingSection.PairsOverTime:
                _parts.Add(new BriefingHeading(_l.Word(section)));
                _parts.Add(new BriefingChart(PairsInWords(At, _l), OfPairs: true));
                break;
            case BriefingSection.Next:
                AddNext();
                break;
        }
    }

    private void AddFigures()
    {
        _parts.Add(new BriefingHeading(_l["How much is agreed"]));
        List<IReadOnlyList<NotedText>> rows = [];
        if (_view.Claim is { Claim: var claim })
        {
            rows.Add(
            [
                _l["Claimed"].Value, _l.ClaimFigure(claim)!,
                new($"“{claim.ThresholdWord}”: {_l.Claimants(claim)}, {_l.Date(claim.OccurredOn, claim.Precision)}; {_l.ClaimAbout(claim, At.Board)}",
                    Notes(claim.Appearances.Select(a => a.Citation).Take(3))),
            ]);
            rows.Add([_l["Computed, same scope"].Value, _l.Share(_view.Computed), $"{_l.Phrase(_view.Threshold)}, {_l["on record"]}"]);
        }

        rows.Add([_l["Whole board"].Value, _l.Share(At.Shares.Agreed), $"{_l.Phrase(Threshold.Agreed)}, {_l["on record"]}"]);
        AddTable([3, 3, 8], [_l["What"], _l["Share"], _l["Of what, by whom"]], rows);
        if (_view.LastEvidence is { } last)
        {
            Add(_l["Last evidence: {0}, {1}.", _l.Date(last.On, last.Precision), _l.DaysAgo(_view.EvidenceAge!.Value)].Value);
        }
    }

    private void AddRemaining()
    {
        _parts.Add(new BriefingHeading(_l["What remains"]));
        if (_view.Remaining.Count == 0)
        {
            Add(_l["Every issue in scope is agreed in principle or better"].Value + ".");
            return;
        }

        AddTable(
            [4, 3, 8], [_l["Issue"], _l["Level"], _l["Why"]],
            _view.Remaining.Take(MostIssues).Select(item => (IReadOnlyList<NotedText>)
                [item.Standing.Issue.Title, _l.Word(item.Standing.Level), Reason(item)]));
        if (_view.Remaining.Count > MostIssues)
        {
            Add(_l["These are the hardest {0} of {1}.", MostIssues, _view.Remaining.Count].Value);
        }
    }

    private NotedText Reason(Remaining item) => OpenReason.Of(item) switch
    {
        { Position: { } position } => new NotedText(
            (position.Flexibility == Flexibility.RedLine
                ? _l["Red line, {0}:", At.Board.Parties[position.PartyKey].Label]
                : _l["{0} objects:", At.Board.Parties[position.PartyKey].Label]) + " " + position.Text,
            Notes(position.Citations)),
        { Step: { Step: { } step, Dyad: var dyad } } => new NotedText(
            $"{At.Board.DyadName(dyad)}: {step.Shown.Rationale}", Notes(step.Shown.Citations)),
        _ => new NotedText(
            _l["Nothing is on record for {0}.", string.Join(", ", item.HeldUpBy.Select(d => At.Board.DyadName(d.Dyad)))], []),
    };

    private void AddChanges()
    {
        var compared = DateComparison.Between(At.Board, _asked.Since, At.Date, At.KnownAt);
        _parts.Add(new BriefingHeading(_l["What changed since {0}", _l.Date(_asked.Since)]));
        Add(_l["Agreed over the whole board: {0} → {1}.", _l.Share(compared.Agreed.From), _l.Share(compared.Agreed.To)].Value);
        var moves = compared.Rose.Concat(compared.Fell).Concat(compared.NowKnown).ToList();
        foreach (var move in moves.Take(MostMoves))
        {
            AddPoint(new(
                $"{move.To.Issue.Title}: {_l.Word(move.From.Level)} → {_l.Word(move.To.Level)}",
                Notes(At.Issue(move.To.Issue.Key)?.Judged.MaxBy(d => d.Step?.Date)?.Step?.Shown.Citations ?? [])));
        }

        if (moves.Count > MostMoves)
        {
            AddPoint(_l["and {0} more", moves.Count - MostMoves].Value);
        }
        else if (moves.Count == 0)
        {
            Add(_l["No issue’s level has changed since then."].Value);
        }

        foreach (var round in compared.Rounds.Take(MostNext))
        {
            AddPoint(new(
                $"{_l.Date(round.StartsOn, round.Precision)}: {round.Title}{(round.Outcome is { } outcome ? $". {outcome}" : "")}",
                Notes(round.OutcomeCitations.Count > 0 ? round.OutcomeCitations : round.Citations)));
        }
    }

    private void AddPairs()
    {
        if (_view.Pairs.Count > 0)
        {
            _parts.Add(new BriefingHeading(_l["Pairs"]));
            AddTable([5, 4, 5], [_l["Pair"], _l["Agreed"], _l["Needed for a conclusion"]], _view.Pairs.Take(MostPairs).Select(pair =>
                (IReadOnlyList<NotedText>)[pair.Name, _l.Share(pair.Agreed), (pair.Dyad.Required ? _l["yes"] : _l["no"]).Value]));
        }
    }

    private void AddNext()
    {
        var next = At.Rounds.Where(round => round.PhaseOn(At.Date) == RoundPhase.Upcoming).Take(MostNext).ToList();
        if (next.Count > 0)
        {
            _parts.Add(new BriefingHeading(_l["Next"]));
            foreach (var round in next)
            {
                var place = round.Place is { } where ? $", {where}" : "";
                var tentative = round.DateTentative ? $" ({_l["date tentative"]})" : "";
                AddPoint(new($"{_l.Date(round.StartsOn, round.Precision)}: {round.Title}{place}{tentative}", Notes(round.Citations)));
            }
        }
    }

    private List<string> Notes(IEnumerable<Citation> citations) =>
    [
        .. citations.Where(c => At.KnownSources.ContainsKey(c.SourceKey)).Select(c => (At.KnownSources[c.SourceKey], c.Locator)).Distinct()
            .Select(x => $"{x.Item1.Publisher}, “{x.Item1.Headline}”, {_l.Date(x.Item1.PublishedOn, x.Item1.Precision)}, {x.Locator}. {x.Item1.Url}"
                .TrimEnd()),
    ];
}
