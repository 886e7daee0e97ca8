using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Agreement;

/// <summary>The proof as JSON, from which docs/recompute.md computes every headline again.</summary>
public static class ProofFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file, never put into a page
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>
    /// The file; <paramref name="formulas"/> says in words how each figure is computed, and <paramref name="seenAt"/> where the proof can
    /// be seen.
    /// </summary>
    public static byte[] Json(ProofView proof, IEnumerable<(string Name, string Text)> formulas, string seenAt)
    {
        var (at, shares) = (proof.At, proof.At.Shares);
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                Negotiation = new { at.Negotiation.Slug, at.Negotiation.Title },
                AsOf = at.Date,
                at.KnownAt,
                Change = at.Board.ChangeNumber,
                at.Negotiation.TimeZone,
                Source = $"PeaceTracker, {seenAt}",
                Formulas = formulas.ToDictionary(formula => formula.Name, formula => formula.Text),
                Agenda = at.Agenda is { } agenda ? new { agenda.Number, agenda.Title, agenda.InForceFrom, agenda.Published } : null,
                Pairs = proof.Pairs.Select(Pair),
                Issues = proof.Issues.Select(issue => Issue(issue, at.Board)),
                Shares = proof.Shares.Select(share => new { share.Threshold, share.Basis, Figure = Figure(share.Share) }),
                Core = Figure(shares.Core),
                Weighted = shares.Weighted is { } weighted
                    ? new { Numerator = shares.Salience.Agreed, Denominator = shares.Salience.All,
                        Percent = ExportTable.Percent(shares.Agreed, weighted) } : null,
                Coverage = new { shares.Known, shares.Total, Percent = ExportTable.Percent(shares.Coverage, shares.Coverage.Value) },
            },
            Options);
    }

    private static object Pair(Dyad pair) => new { pair.Key, Parties = new[] { pair.FirstPartyKey, pair.SecondPartyKey }, pair.Required };

    private static object Figure(Share share) => new
    {
        share.Met,
        share.Unknown,
        share.Total,
        Percent = ExportTable.Percent(share, share.Value),
        Band = new { Low = ExportTable.Percent(share, share.Value), High = ExportTable.Percent(share, share.High) },
    };

    private static object Issue(ProofIssue issue, Board board)
    {
        var standing = issue.Standing;
        return new
        {
            standing.Issue.Key,
            standing.Issue.Title,
            standing.Number,
            standing.Issue.Salience,
            Core = standing.Issue.IsCore,
            Counted = standing.Applies,
            JudgedOver = standing.Judged.Select(pair => pair.Dyad.Key),
            standing.JudgedOverRequired,
            standing.Level,
            standing.Basis,
            issue.Verdicts,
            Pairs = standing.Dyads.Select(pair => new
            {
                Pair = pair.Dyad.Key,
                pair.Level,
                pair.Basis,
                pair.Contested,
                Events = ProofView.EventsOf(pair).Select(entry => Event(entry, board)),
            }),
        };
    }

    private static object Event(StatusEvent entry, Board board) => new
    {
        entry.Key,
        Day = entry.OccurredOn,
        entry.Precision,
        entry.OrderInDay,
        entry.Level,
        entry.Basis,
        entry.Rationale,
        Sources = entry.Citations.Select(citation => new
        {
            Key = citation.SourceKey,
            board.Sources[citation.SourceKey].Publisher,
            board.Sources[citation.SourceKey].Headline,
            board.Sources[citation.SourceKey].Url,
            citation.Locator,
        }),
    };
}
