using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Editing;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Editing;

/// <summary>What an editor knows a row by.</summary>
public static class RowWords
{
    /// <summary>Its name, with what tells it from others of the same name.</summary>
    public static string Name(IStringLocalizer<Text> l, Board board, RecordRow row) => row.Row switch
    {
        Dyad dyad => board.DyadName(dyad),
        PartyDelegate person => l["{0} ({1})", person.Name, board.Parties[person.PartyKey].Label],
        Source source => l["{0}: {1}", source.Publisher, source.Headline],
        AgendaVersion agenda => l["{0}: {1}", agenda.Number, agenda.Title],
        StatusEvent step => l["{0}, {1}: {2}", board.Issues[step.IssueKey].Title, board.DyadName(board.Dyads[step.DyadKey]), l.Word(step.Level)],
        Position position => l["{0}, {1}: {2}", board.Parties[position.PartyKey].Label, board.Issues[position.IssueKey].Title, l.Word(position.Stance)],
        Offer offer => l["{0} ({1})", offer.Title, board.Parties[offer.ByPartyKey].Label],
        Claim claim => l["{0}: {1}", claim.ClaimantNames, claim.Figure is { } figure ? l["{0}% of {1}", figure, claim.OfWhat] : claim.OfWhat],
        _ => row.Words,
    };

    /// <summary>The day that it is about; null for what has none, or is known by its name alone.</summary>
    public static DateOnly? Date(RecordRow row) => row.Row switch
    {
        Source source => source.PublishedOn,
        AgendaVersion agenda => agenda.InForceFrom,
        StatusEvent step => step.OccurredOn,
        Position position => position.OccurredOn,
        Round round => round.StartsOn,
        Draft draft => draft.Versions is [.., var last] ? last.Date : null,
        Offer offer => offer.OfferedOn,
        Claim claim => claim.OccurredOn,
        _ => null,
    };
}
