using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Claims;

/// <summary>Claims, each beside the board of its own day, and where they appeared, as tables for files.</summary>
public static class ClaimExport
{
    /// <summary>The claims of a list, in its order.</summary>
    public static ExportTable Of(ClaimTable list, IEnumerable<(string Name, string? Value)> filters, string seenAt)
    {
        var board = list.At.Board;
        return ExportTable.Of<LedgerEntry>(
            $"{list.At.Negotiation.Title}: claims",
            ExportTable.AboutOf(
                list.At,
                "What was claimed, beside the share computed for the same scope and threshold on the day of the claim. A gap is claimed − computed, "
                    + "and empty if the two can’t be compared.",
                seenAt,
                filters),
            [
                Claim("key", ColumnType.Text, "Key of the claim.", c => c.Key),
                Claim("date", ColumnType.Day, "The day on which it was made.", c => new DateAsKnown(c.OccurredOn, c.Precision)),
                Claim("date_precision", ColumnType.Text, "How exactly the day is known: day, week or month.", c => ScaleWord.Of(c.Precision)),
                Claim("claimants", ColumnType.Text, "Who made it.", c => c.ClaimantNames),
                Claim("occasion", ColumnType.Text, "On what occasion.", c => c.Occasion),
                Claim("figure", ColumnType.Number, "The claimed share; of a range its lower end.", c => c.Figure, "percent"),
                Claim("figure_to", ColumnType.Number, "The upper end of a range.", c => c.FigureTo, "percent"),
                Claim("agreed_points", ColumnType.Whole, "Points said to be done, of the claimant’s own number.", c => c.AgreedPoints, "points"),
                Claim("points", ColumnType.Whole, "The claimant’s own number of points.", c => c.Points, "points"),
                Claim("of_what", ColumnType.Text, "Of what.", c => c.OfWhat),
                Claim("scope", ColumnType.Text, "What it is about.", c => ScaleWord.Of(c.Scope)),
                Claim("dyad", ColumnType.Text, "Key of the pair it is about.", c => c.DyadKey),
                Claim("issue_keys", ColumnType.Text, "Keys of the issues it is about.", c => RowTexts.Joined(c.IssueKeys)),
                Claim("draft", ColumnType.Text, "Key of the draft it is about.", c => c.DraftKey),
                Claim("scope_note", ColumnType.Text, "What it is about, where the board does not track that.", c => c.ScopeNote),
                Claim("threshold_word", ColumnType.Text, "Its wording for how far it is agreed.", c => c.ThresholdWord),
                Claim("threshold", ColumnType.Text, "How far that is, on the board’s scale.", c => ScaleWord.Of(c.Threshold)),
                Claim("hedge", ColumnType.Text, "What qualifies it.", c => c.Hedge),
                Claim("list_published", ColumnType.Truth, "Whether the list that it counts was published.", c => c.ListPublished),
                Claim("named_open_issue_keys", ColumnType.Text, "Keys of the issues that it names as open.",
                    c => RowTexts.Joined(c.NamedOpenIssueKeys)),
                new("contradicts", ColumnType.Text, "Keys of the claims that contradict it.", e => RowTexts.Joined(e.Contradicts.Select(c => c.Key))),
                new("comparability", ColumnType.Text, "How well it can be compared.", e => ScaleWord.Of(e.OnItsDay.Comparability)),
                new("computed_met", ColumnType.Whole, "Issues that meet the threshold, on the day.", e => e.OnItsDay.Computed?.Met, "issues"),
                new("computed_total", ColumnType.Whole, "Issues counted, on the day.", e => e.OnItsDay.Computed?.Total, "issues"),
                new("computed_percent", ColumnType.Number, "The computed share; empty under five issues.",
                    e => e.OnItsDay.Computed is { } share ? ExportTable.Percent(share, share.Value) : null, "percent"),
                new("gap", ColumnType.Number, "Claimed − computed; of a range its lower end.",
                    e => e.OnItsDay.Gap is { } gap ? ExportTable.Percent(gap) : null, "percentage points"),
                Claim("appearances", ColumnType.Text, "Where it appeared.", c => RowTexts.Cited(board, c.Appearances.Select(a => a.Citation))),
                Claim("source_keys", ColumnType.Text, "Keys of the sources.", c => RowTexts.SourceKeys(c.Appearances.Select(a => a.Citation))),
                Claim("recorded_at", ColumnType.Moment, "When it was entered, in UTC.", c => c.RecordedAt),
                Claim("recorded_by", ColumnType.Text, "Who entered it; empty if that is not kept.", c => c.RecordedBy),
            ],
            list.Matching);
    }

    /// <summary>Where the claims of a list appeared, in its order.</summary>
    public static ExportTable Appearances(ClaimTable list, IEnumerable<(string Name, string? Value)> filters, string seenAt)
    {
        var board = list.At.Board;
        return ExportTable.Of<(Claim Claim, Appearance At)>(
            $"{list.At.Negotiation.Title}: appearances of claims",
            ExportTable.AboutOf(list.At, "Where each claim was printed or said, and in which words.", seenAt, filters),
            [
                new("claim", ColumnType.Text, "Key of the claim.", x => x.Claim.Key),
                new("source_key", ColumnType.Text, "Key of the source.", x => x.At.Citation.SourceKey),
                new("publisher", ColumnType.Text, "Who published it.", x => board.Sources[x.At.Citation.SourceKey].Publisher),
                new("published_on", ColumnType.Day, "When.", x => board.Sources[x.At.Citation.SourceKey].Published),
                new("place", ColumnType.Text, "The place in the source.", x => x.At.Citation.Locator),
                new("wording", ColumnType.Text, "How it was worded there.", x => x.At.Wording),
                new("paraphrase", ColumnType.Text, "What it says there, in our own words.", x => x.At.Citation.Paraphrase),
                new("credibility", ColumnType.Whole, "Credibility of the information, 1 (confirmed) to 6 (can’t be judged).",
                    x => x.At.Citation.Credibility),
            ],
            list.Matching.SelectMany(e => e.OnItsDay.Claim.Appearances.Select(a => (e.OnItsDay.Claim, a))));
    }

    private static ExportColumn<LedgerEntry> Claim(
        string name, ColumnType type, string definition, Func<Claim, object?> value, string? unit = null) =>
        new(name, type, definition, entry => value(entry.OnItsDay.Claim), unit);
}
