using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Sources;
using PeaceTracker.Web.Features.Rows;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Sources;

/// <summary>What rests on a source, in words and links.</summary>
public static class UseWords
{
    /// <summary>The word for one fact of a kind.</summary>
    public static string Word(IStringLocalizer<Text> l, UseKind kind) => l[kind switch
    {
        UseKind.Status => "Status",
        UseKind.Position => "Position",
        UseKind.Claim => "Claim",
        UseKind.Issue => "Issue named",
        UseKind.Agenda => "Agenda",
        UseKind.Role => "Role",
        UseKind.Delegate => "Delegate",
        UseKind.WorkingGroup => "Working group",
        UseKind.Output => "Output",
        UseKind.Round => "Round",
        UseKind.Draft => "Draft version",
        UseKind.Offer => "Offer",
        UseKind.Other => "Other",
    }];

    /// <summary>How many facts of a kind: "13 status events".</summary>
    public static string Count(IStringLocalizer<Text> l, UseKind kind, int count) => (kind, count) switch
    {
        (UseKind.Status, 1) => l["1 status event"],
        (UseKind.Status, _) => l["{0} status events", count],
        (UseKind.Position, 1) => l["1 position"],
        (UseKind.Position, _) => l["{0} positions", count],
        (UseKind.Claim, 1) => l["1 claim"],
        (UseKind.Claim, _) => l["{0} claims", count],
        (UseKind.Issue, 1) => l["1 issue named"],
        (UseKind.Issue, _) => l["{0} issues named", count],
        (UseKind.Agenda, 1) => l["1 agenda"],
        (UseKind.Agenda, _) => l["{0} agendas", count],
        (UseKind.Role, 1) => l["1 role"],
        (UseKind.Role, _) => l["{0} roles", count],
        (UseKind.Delegate, 1) => l["1 delegate"],
        (UseKind.Delegate, _) => l["{0} delegates", count],
        (UseKind.WorkingGroup, 1) => l["1 working group"],
        (UseKind.WorkingGroup, _) => l["{0} working groups", count],
        (UseKind.Output, 1) => l["1 output"],
        (UseKind.Output, _) => l["{0} outputs", count],
        (UseKind.Round, 1) => l["1 round"],
        (UseKind.Round, _) => l["{0} rounds", count],
        (UseKind.Draft, 1) => l["1 draft version"],
        (UseKind.Draft, _) => l["{0} draft versions", count],
        (UseKind.Offer, 1) => l["1 offer"],
        (UseKind.Offer, _) => l["{0} offers", count],
        (UseKind.Other, 1) => l["1 other row"],
        (UseKind.Other, _) => l["{0} other rows", count],
    };

    /// <summary>What it is about.</summary>
    public static string Title(IStringLocalizer<Text> l, SourceUse use, Board board) => use.Kind switch
    {
        UseKind.Status => use.DyadKey is { } dyad ? l.StatusTitle(board, use.Title, dyad) : use.Title,
        UseKind.Position => l.PositionTitle(board, use.Title, use.PartyKey!),
        UseKind.Claim => use.Claim is { } claim ? l.ClaimTitle(claim) : use.Title,
        UseKind.Role => $"{use.Title}: {l.Word(use.Role!.Value)}",
        UseKind.Delegate => $"{use.Title}, {board.Parties[use.PartyKey!].Label}",
        UseKind.Issue or UseKind.Agenda or UseKind.WorkingGroup or UseKind.Output or UseKind.Round or UseKind.Draft or UseKind.Offer
            or UseKind.Other => use.Title,
    };

    /// <summary>The same of a line: of several pairs all are named.</summary>
    public static string Title(IStringLocalizer<Text> l, UseLine line, Board board) => line.Uses.Count == 1
        ? Title(l, line.First, board)
        : $"{line.First.Title}, {l.Pairs(board, line.First.IssueKey!, line.DyadKeys)}";

    /// <summary>How far something can be relied on: "High confidence. Credibility 1 of 6: confirmed by other sources".</summary>
    public static string Reliance(this IStringLocalizer<Text> l, Source source, int credibility) => l["{0}. Credibility {1} of 6: {2}",
        l.Word(ConfidenceScale.Of(source.Reliability, credibility)), credibility, l.Credibility(credibility)];

    /// <summary>The page on which it is shown; null where there is none.</summary>
    public static string? Link(SourceUse use, BoardAddress address, BoardSnapshot at) => use.Kind switch
    {
        UseKind.Status => $"{address.Issue(use.IssueKey!)}#event-{use.Key}",
        UseKind.Position => $"{address.Issue(use.IssueKey!)}#position-{use.Key}",
        UseKind.Issue => address.Issue(use.Key),
        // The ledger holds the claims that stand.
        UseKind.Claim => use.TakenBack ? null : address.Claim(use.Key),
        UseKind.Role or UseKind.Delegate => at.Has<Party>(use.PartyKey!) ? address.Party(use.PartyKey!) : null,
        UseKind.WorkingGroup or UseKind.Output => address.WorkingGroup(use.Key),
        UseKind.Round => address.Round(use.Key),
        UseKind.Draft => address.Draft(use.Key),
        UseKind.Offer => $"{address.Drafts}#offer-{use.Key}",
        UseKind.Other => RowKinds.Of(use.In!.Name).Readers(address),
        UseKind.Agenda => address.Agenda(use.Key),
    };

    /// <summary>The id by which the fact can be linked to; null for what has a page of its own.</summary>
    public static string? Anchor(SourceUse use) => use.Kind switch
    {
        UseKind.Status => $"event-{use.Key}",
        UseKind.Position => $"position-{use.Key}",
        UseKind.Claim => $"claim-{use.Key}",
        UseKind.Issue or UseKind.Agenda or UseKind.Role or UseKind.Delegate or UseKind.WorkingGroup
            or UseKind.Output or UseKind.Round or UseKind.Draft or UseKind.Offer or UseKind.Other => null,
    };
}
