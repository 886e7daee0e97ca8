using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Changes;
using PeaceTracker.Web.Features.Rows;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Changes;

/// <summary>Changes in words.</summary>
public static class ChangeWords
{
    /// <summary>The word of a kind of change, as the page and its filter name it.</summary>
    public static string Word(IStringLocalizer<Text> l, ChangeSubject subject) => l[subject switch
    {
        ChangeSubject.Status => "Status",
        ChangeSubject.Position => "Position",
        ChangeSubject.Claim => "Claim",
        ChangeSubject.Agenda => "Agenda",
        ChangeSubject.Draft => "Draft",
        ChangeSubject.Offer => "Offer",
        ChangeSubject.Round => "Round",
        ChangeSubject.Judgement => "Judgement",
        ChangeSubject.Other => "Other",
    }];

    /// <summary>What a fold says of itself on paper while it is closed.</summary>
    public static string NotPrinted(this IStringLocalizer<Text> l) => l["not printed; unfold it first to print it"];

    /// <summary>What it is about: the issue with its pair or party, the claimant, the title.</summary>
    public static string Title(IStringLocalizer<Text> l, ChangeItem item, Board board) => item.Subject switch
    {
        ChangeSubject.Status => item.DyadKey is { } dyad ? l.StatusTitle(board, item.Title, dyad) : item.Title,
        ChangeSubject.Position => item.PartyKey is { } party ? l.PositionTitle(board, item.Title, party) : item.Title,
        ChangeSubject.Claim when item.IsAppearance => l["{0}: also elsewhere", l.ClaimTitle(item.Claim!)],
        ChangeSubject.Claim => l.ClaimTitle(item.Claim!),
        ChangeSubject.Agenda => l["Agenda: {0}", item.Title],
        ChangeSubject.Draft when item.PartyKey is { } by =>
            l["Draft: {0}, version {1}, seen by {2}", item.Title, item.Version!, board.Parties[by].Label],
        ChangeSubject.Draft => l["Draft: {0}, version {1}", item.Title, item.Version!],
        ChangeSubject.Offer => item.PartyKey is { } by ? l["Offer by {0}: {1}", board.Parties[by].Label, item.Title] : item.Title,
        ChangeSubject.Judgement when item.IsHeadline => item.Claim is { } claim
            ? l["Headline claim chosen: {0}", l.ClaimTitle(claim)]
            : l["Headline claim: back to the newest about the whole or a required pair"],
        ChangeSubject.Judgement => item.DyadKey is { } pair ? board.DyadName(board.Dyads[pair]) : item.Title,
        ChangeSubject.Round or ChangeSubject.Other => item.Title,
    };

    /// <summary>The same of a line: of several pairs all are named.</summary>
    public static string Title(IStringLocalizer<Text> l, ChangeLine line, Board board) => line.Items.Count == 1
        ? Title(l, line.First, board)
        : $"{line.First.Title}, {l.Pairs(board, line.First.IssueKey!, line.DyadKeys)}";

    /// <summary>What is said about it: the reason, the position's text, the note; of a claim what it speaks of.</summary>
    public static string? Said(IStringLocalizer<Text> l, ChangeItem item, Board board) => item switch
    {
        { IsHeadline: true } => item.Text is { } why ? l["Why this one: {0}", why].Value : null,
        { IsAppearance: true } => item.Text is { } wording ? l["Put as: {0}", wording].Value : null,
        { Claim: { } claim } => l.ClaimAboutLine(claim, board),
        _ => item.Text,
    };

    /// <summary>The id by which the entry can be linked to; null for what has a page of its own.</summary>
    public static string? Anchor(ChangeItem item) => item.Subject switch
    {
        ChangeSubject.Status => $"event-{item.Key}",
        ChangeSubject.Position => $"position-{item.Key}",
        ChangeSubject.Claim => $"claim-{item.Key}",
        ChangeSubject.Agenda or ChangeSubject.Draft or ChangeSubject.Offer or ChangeSubject.Round
            or ChangeSubject.Judgement or ChangeSubject.Other => null,
    };

    /// <summary>The page on which it is shown in full; null where there is none.</summary>
    public static string? Link(ChangeItem item, BoardAddress address) => item.Subject switch
    {
        ChangeSubject.Status or ChangeSubject.Position => address.Issue(item.IssueKey!),
        // The ledger holds the claims that stand.
        ChangeSubject.Claim => item.Superseded || item.Entry == EntryKind.Retraction ? null : address.Claim(item.Claim!.Key),
        ChangeSubject.Draft => address.Draft(item.Key),
        ChangeSubject.Offer => $"{address.Drafts}#offer-{item.Key}",
        ChangeSubject.Round => address.Round(item.Key),
        ChangeSubject.Agenda => address.Agenda(item.Key),
        ChangeSubject.Judgement when item is { IsHeadline: true, Claim: { } claim } => address.Claim(claim.Key),
        ChangeSubject.Judgement when item.IssueKey is { } issue => address.Issue(issue),
        ChangeSubject.Judgement when item.PartyKey is { } party => address.Party(party),
        ChangeSubject.Judgement => null,
        ChangeSubject.Other => RowKinds.Of(item.In.Name).Readers(address),
    };
}
