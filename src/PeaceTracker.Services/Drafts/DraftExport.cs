using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Drafts;

/// <summary>The versions of drafts, and offers, as tables for files.</summary>
public static class DraftExport
{
    /// <summary>
    /// The versions of the drafts that a query asks for in the order of their page, or of one, by number; <paramref name="filters"/> is the query as
    /// the address says it.
    /// </summary>
    public static ExportTable Of(
        BoardSnapshot at, string? draftKey, DraftQuery query, IEnumerable<(string Name, string? Value)> filters, string seenAt) =>
        ExportTable.Of<(Draft Draft, DraftVersion Version)>(
            $"{at.Negotiation.Title}: drafts",
            ExportTable.AboutOf(
                at, "Versions of texts under negotiation. For a party in none of the three lists it is not known whether it has seen one.", seenAt,
                filters),
            [
                new("draft_key", ColumnType.Text, "Key of the draft.", x => x.Draft.Key),
                new("draft", ColumnType.Text, "Title of the draft.", x => x.Draft.Title),
                new("working_group", ColumnType.Text, "Key of the working group that writes it.", x => x.Draft.WorkingGroupKey),
                new("issue_keys", ColumnType.Text, "Keys of the issues that it covers.", x => RowTexts.Joined(x.Draft.IssueKeys)),
                new("version", ColumnType.Whole, "Number of the version.", x => x.Version.Number),
                new("date", ColumnType.Day, "The day of the version.", x => x.Version.Date),
                new("pages", ColumnType.Whole, "Pages, where known.", x => x.Version.Pages, "pages"),
                new("points", ColumnType.Whole, "Points, where known.", x => x.Version.Points, "points"),
                new("bracketed_passages", ColumnType.Whole, "Passages still in brackets, where known.", x => x.Version.BracketedPassages, "passages"),
                new("held_by", ColumnType.Text, "Parties that hold it.", x => RowTexts.Parties(at.Board, x.Version.HeldByKeys)),
                new("seen_by", ColumnType.Text, "Parties that have seen it.",
                    x => RowTexts.Parties(at.Board, x.Version.SeenBy.Select(s => s.PartyKey))),
                new("not_seen_by", ColumnType.Text, "Parties that have not.", x => RowTexts.Parties(at.Board, x.Version.NotSeenByKeys)),
                new("round", ColumnType.Text, "Key of the round that it came out of.", x => x.Version.RoundKey),
                new("note", ColumnType.Text, "What is new or notable in it.", x => x.Version.Note),
                new("sources", ColumnType.Text, "Where it is reported: publisher and place.", x => RowTexts.Cited(at.Board, x.Version.Citations)),
                new("recorded_at", ColumnType.Moment, "When it was entered, in UTC.", x => x.Version.RecordedAt),
                new("recorded_by", ColumnType.Text, "Who entered it; empty if that is not kept.", x => x.Version.RecordedBy),
            ],
            DraftView.Of(at, query).Select(view => view.Draft).Where(d => (draftKey ?? d.Key) == d.Key)
                .SelectMany(d => d.Versions.Select(v => (d, v))));

    /// <summary>The offers that a query asks for, in the order of their page.</summary>
    public static ExportTable Offers(
        BoardSnapshot at, OfferQuery query, IEnumerable<(string Name, string? Value)> filters, string seenAt) => ExportTable.Of<Offer>(
        $"{at.Negotiation.Title}: offers",
        ExportTable.AboutOf(at, "What parties put on the table, also what has ended.", seenAt, filters),
        [
            new("key", ColumnType.Text, "Key of the offer.", o => o.Key),
            new("offered_on", ColumnType.Day, "The day on which it was put on the table.", o => o.OfferedOn),
            new("title", ColumnType.Text, "What is offered, in a few words.", o => o.Title),
            new("text", ColumnType.Text, "What is offered.", o => o.Text),
            new("by_party", ColumnType.Text, "The party that offers.", o => at.Board.Parties[o.ByPartyKey].Name),
            new("to_parties", ColumnType.Text, "The parties to which it is offered.", o => RowTexts.Parties(at.Board, o.ToPartyKeys)),
            new("issue_keys", ColumnType.Text, "Keys of the issues it concerns.", o => RowTexts.Joined(o.IssueKeys)),
            new("conditions", ColumnType.Text, "Its conditions.", o => RowTexts.Joined(o.Conditions)),
            new("validity", ColumnType.Text, "How long it is valid.", o => ScaleWord.Of(o.Validity)),
            new("valid_until", ColumnType.Day, "Its last day.", o => o.ValidUntil),
            new("state", ColumnType.Text, "As seen from the date: open, lapsed, accepted, withdrawn or refused.",
                o => ScaleWord.Of(o.StateOn(at.Date))),
            new("ended_on", ColumnType.Day, "The day on which it ended.", o => o.EndedOn <= at.Date ? o.EndedOn : null),
            new("round", ColumnType.Text, "Key of the round that it came out of.", o => o.RoundKey),
            .. RowTexts.Entered<Offer>(at.Board, o => o.Citations),
        ],
        OfferView.Of(at, query).Select(view => view.Offer));
}
