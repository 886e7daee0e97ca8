using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Agreement;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Export;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Agreement;

/// <summary>
/// The summary as a document for somebody who reads on paper: figures, what remains, what changed since a date, pairs, what is next. It says of each
/// fact where it stands, and has one to three pages on any board.
/// </summary>
public sealed class Briefing(BoardFile file, DateOnly since)
{
    private const int MostIssues = 12, MostMoves = 12, MostPairs = 8, MostNext = 3;

    private readonly IStringLocalizer<Text> _l = file.Values.L;
    private readonly SummaryView _view = SummaryView.Of(file.At);

    private BoardSnapshot At => file.At;

    /// <summary>The document.</summary>
    public async Task<byte[]> WriteAsync()
    {
        using var document = new WordDocument("en-GB");
        document.Add(At.Negotiation.Title, "Title");
        var invented = At.Negotiation.Fictional ? $" {_l["Fictional example"]}: {_l["invented countries and events"]}." : "";
        document.Add($"{_l["The board as of {0}, by change {1} of the record.", _l.Date(At.Date), At.Board.ChangeNumber]}{invented}", "Subtitle");
        AddFigures(document);
        AddRemaining(document);
        AddChanges(document);
        AddPairs(document);
        AddNext(document);
        document.Add(_l["How this is made"].Value, "Heading1");
        document.Add(_l[ShareExport.Definition].Value);
        document.Add(_l["Source: PeaceTracker, “{0}”, as of {1}, change {2}.", At.Negotiation.Title, _l.Date(At.Date), At.Board.ChangeNumber].Value
            + " " + file.Absolute(file.Dated.Summary));
        return await document.FinishAsync();
    }

    private void AddFigures(WordDocument document)
    {
        document.Add(_l["How much is agreed"].Value, "Heading1");
        List<IReadOnlyList<NotedText>> rows = [];
        if (_view.Claim is { Claim: var claim })
        {
            var (figure, beside) = _l.ClaimHeadline(claim);
            rows.Add(
            [
                _l["Claimed"].Value, $"{figure} {beside}",
                new($"“{claim.ThresholdWord}”: {_l.Claimants(claim)}, {_l.Date(claim.OccurredOn, claim.Precision)}; {_l.ClaimAbout(claim, At.Board)}",
                    Notes(claim.Appearances.Select(a => a.Citation).Take(3))),
            ]);
            rows.Add([_l["Computed, same scope"].Value, _l.Share(_view.Computed), $"{_l.Phrase(_view.Threshold)}, {_l["on record"]}"]);
        }

        rows.Add([_l["Whole board"].Value, _l.Share(At.Shares.Agreed), $"{_l.Phrase(Threshold.Agreed)}, {_l["on record"]}"]);
        document.AddTable([3, 3, 8], [_l["What"], _l["Share"], _l["Of what, by whom"]], rows);
        if (_view.LastEvidence is { } last)
        {
            document.Add(_l["Last evidence: {0}, {1}.", _l.Date(last.On, last.Precision), _l.DaysAgo(_view.EvidenceAge!.Value)].Value);
        }
    }

    private void AddRemaining(WordDocument document)
    {
        document.Add(_l["What remains"].Value, "Heading1");
        if (_view.Remaining.Count == 0)
        {
            document.Add(_l["Every issue in scope is agreed in principle or better"].Value + ".");
            return;
        }

        document.AddTable(
            [4, 3, 8], [_l["Issue"], _l["Level"], _l["Why"]],
            _view.Remaining.Take(MostIssues).Select(item => (IReadOnlyList<NotedText>)
                [item.Standing.Issue.Title, _l.Word(item.Standing.Level), Reason(item)]));
        if (_view.Remaining.Count > MostIssues)
        {
            document.Add(_l["These are the hardest {0} of {1}.", MostIssues, _view.Remaining.Count].Value);
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
            _l["Nothing is on record between {0}.", string.Join(", ", item.HeldUpBy.Select(d => At.Board.DyadName(d.Dyad)))], []),
    };

    private void AddChanges(WordDocument document)
    {
        var compared = DateComparison.Between(At.Board, since, At.Date, At.KnownAt);
        document.Add(_l["What changed since {0}", _l.Date(since)].Value, "Heading1");
        document.Add(_l["Agreed over the whole board: {0} → {1}.", _l.Share(compared.Agreed.From), _l.Share(compared.Agreed.To)].Value);
        var moves = compared.Rose.Concat(compared.Fell).Concat(compared.NowKnown).ToList();
        foreach (var move in moves.Take(MostMoves))
        {
            document.AddPoint(new(
                $"{move.To.Issue.Title}: {_l.Word(move.From.Level)} → {_l.Word(move.To.Level)}",
                Notes(At.Issue(move.To.Issue.Key)?.Judged.MaxBy(d => d.Step?.Date)?.Step?.Shown.Citations ?? [])));
        }

        if (moves.Count > MostMoves)
        {
            document.AddPoint(_l["and {0} more", moves.Count - MostMoves].Value);
        }
        else if (moves.Count == 0)
        {
            document.Add(_l["No issue has another level than then."].Value);
        }

        foreach (var round in compared.Rounds.Take(MostNext))
        {
            document.AddPoint(new(
                $"{_l.Date(round.StartsOn, round.Precision)}: {round.Title}{(round.Outcome is { } outcome ? $". {outcome}" : "")}",
                Notes(round.OutcomeCitations.Count > 0 ? round.OutcomeCitations : round.Citations)));
        }
    }

    private void AddPairs(WordDocument document)
    {
        if (_view.Pairs.Count > 0)
        {
            document.Add(_l["Pairs"].Value, "Heading1");
            document.AddTable([5, 4, 5], [_l["Pair"], _l["Agreed"], _l["Needed for a conclusion"]], _view.Pairs.Take(MostPairs).Select(pair =>
                (IReadOnlyList<NotedText>)[pair.Name, _l.Share(pair.Agreed), (pair.Dyad.Required ? _l["yes"] : _l["no"]).Value]));
        }
    }

    private void AddNext(WordDocument document)
    {
        var next = At.Rounds.Where(round => round.PhaseOn(At.Date) == RoundPhase.Upcoming).Take(MostNext).ToList();
        if (next.Count > 0)
        {
            document.Add(_l["Next"].Value, "Heading1");
            foreach (var round in next)
            {
                var place = round.Place is { } where ? $", {where}" : "";
                var tentative = round.DateTentative ? $" ({_l["date tentative"]})" : "";
                document.AddPoint(new($"{_l.Date(round.StartsOn, round.Precision)}: {round.Title}{place}{tentative}", Notes(round.Citations)));
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
