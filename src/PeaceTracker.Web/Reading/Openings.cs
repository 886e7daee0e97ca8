using System.Security.Claims;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Reading;

/// <summary>
/// Opens boards at the moment of an address: the date in the world, and the state of the record at a change number or at the end of a day.
/// What can't be shown is refused in a sentence.
/// </summary>
public sealed class Openings(BoardReader boards, ChangeReader changes, NewestChange newest, TimeProvider clock)
{
    // No place on earth is further ahead of UTC: whoever is already there asks for a day that has not begun here.
    private static readonly TimeSpan FurthestAhead = TimeSpan.FromHours(14);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Opens the board of a negotiation; null where there is none of this slug, or none that <paramref name="reader"/> sees.</summary>
    public async Task<Opening?> OpenAsync(string slug, AddressValues values, ClaimsPrincipal? reader, CancellationToken cancellationToken)
    {
        // An address is written in one way, so that what is cited can be found again. Who sees a board is asked of the present one: what was
        // taken off is gone at every past moment, too.
        if (await boards.FindAsync(slug, cancellationToken) is not { } board || board.Negotiation.Slug != slug
            || !reader.MaySee(board.Negotiation.IsPublished))
        {
            return null;
        }

        var today = board.Negotiation.DayOf(Now);
        var (moment, note) = OfToday(BoardMoment.Read(values), board.Negotiation, today, values);
        var address = new BoardAddress(slug, moment) { Note = note };
        moment.Check(values, today, board.Negotiation.StartedOn);
        var date = moment.AsOf ?? today;
        if (moment.Change is { } number)
        {
            (board, date) = await AtChangeAsync(board, moment, number, today, values, cancellationToken);
        }
        else if (moment.KnownAt < today)
        {
            board = await KnownAtAsync(board, moment.KnownAt.Value, cancellationToken);
        }

        return new Opening(values.Refusal is null ? board.AsOf(date, moment.KnownAt) : null, address, values, today);
    }

    /// <summary>
    /// Opens the boards of all negotiations that <paramref name="reader"/> sees at the moment of an address, by title, the fictional ones
    /// last; none where the address is refused. One that was published later is left out at a change before: what was cited stays as it was.
    /// </summary>
    public async Task<(BoardMoment Moment, IReadOnlyList<PortfolioEntry> Entries)> OpenAllAsync(
        AddressValues values, ClaimsPrincipal? reader, CancellationToken cancellationToken)
    {
        var moment = BoardMoment.Read(values);
        moment.Check(values, DateOnly.FromDateTime(Now + FurthestAhead));
        if (moment.Change is { } number)
        {
            await RefuseToComeAsync(number, values, cancellationToken);
        }

        var entries = new List<PortfolioEntry>();
        foreach (var negotiation in values.Refusal is null ? await boards.ListAsync(cancellationToken) : [])
        {
            if (reader.MaySee(negotiation.IsPublished) && await AtAsync(negotiation.Slug, moment, cancellationToken) is { } board
                && reader.MaySee(board.Negotiation.IsPublished))
            {
                var last = await LastDayAsync(board, moment, cancellationToken);
                entries.Add(PortfolioEntry.Of(board, moment.AsOf is { } date && date < last ? date : last, moment.KnownAt));
            }
        }

        return (moment, [.. entries.OrderBy(e => e.At.Negotiation.Fictional).ThenBy(e => e.At.Negotiation.Title, StringComparer.CurrentCulture)]);
    }

    /// <summary>The number of the newest change of the store: what a citation of all boards says.</summary>
    public Task<long> NewestAsync(CancellationToken cancellationToken) => newest.AskAsync(cancellationToken);

    private async Task<Board?> AtAsync(string slug, BoardMoment moment, CancellationToken cancellationToken)
    {
        if (moment.Change is { } number)
        {
            return await boards.FindAsync(slug, number, cancellationToken);
        }

        var board = await boards.FindAsync(slug, cancellationToken);
        return board is not null && moment.KnownAt is { } known && known < board.Negotiation.DayOf(Now)
            ? await KnownAtAsync(board, known, cancellationToken)
            : board;
    }

    // A reader further east may have a day that has not begun in the negotiation's time zone: the newest there is, is shown, and said.
    private (BoardMoment Moment, string? Note) OfToday(BoardMoment moment, Negotiation negotiation, DateOnly today, AddressValues values)
    {
        var ahead = DateOnly.FromDateTime(Now + FurthestAhead);
        bool Begun(DateOnly? day) => day > today && day <= ahead;
        if (!Begun(moment.AsOf) && !Begun(moment.KnownAt))
        {
            return (moment, null);
        }

        var l = values.L;
        var within = moment with { AsOf = Begun(moment.AsOf) ? null : moment.AsOf, KnownAt = Begun(moment.KnownAt) ? null : moment.KnownAt };
        return (within, l["It is still {0} in this board’s time zone ({1}), so that day is shown.", l.Date(today), negotiation.TimeZone]);
    }

    private async Task<(Board Board, DateOnly Date)> AtChangeAsync(
        Board present, BoardMoment moment, long number, DateOnly today, AddressValues values, CancellationToken cancellationToken)
    {
        var (l, negotiation) = (values.L, present.Negotiation);
        await RefuseToComeAsync(number, values, cancellationToken);
        var span = (await changes.SpanAsync(negotiation.Slug, number, cancellationToken))!;
        if (await boards.FindAsync(negotiation.Slug, number, cancellationToken) is not { } board)
        {
            values.Refuse(l["This negotiation was added by change {0}. There is nothing to show before that: choose a later change.", span.First]);
            return (present, today);
        }

        var last = span.Until is { } until ? negotiation.DayOf(until) : today;
        if (moment.AsOf > last)
        {
            values.Refuse(
                l["The change after {0} was made on {1}, so change {0} can’t show the board of {2}. Choose a day up to then, or omit the change.",
                    number, l.Date(last), l.Date(moment.AsOf.Value)]);
        }

        if (moment.KnownAt is { } known && (await KnownAtAsync(present, known, cancellationToken)).ChangeNumber != board.ChangeNumber)
        {
            values.Refuse(l["change={0} and knownAt={1} ask for two different states of the record. Leave one of them out.",
                number, BoardAddress.Format(known)!]);
        }

        var first = negotiation.DayOf(span.From);
        return (board, moment.AsOf ?? (first < negotiation.StartedOn ? negotiation.StartedOn : first));
    }

    // Without a date a board is shown on its newest day; at a change, on the day of that change, so that it is the same for ever.
    private async Task<DateOnly> LastDayAsync(Board board, BoardMoment moment, CancellationToken cancellationToken) =>
        moment is { Change: { } number, AsOf: null }
            ? board.Negotiation.DayOf((await changes.SpanAsync(board.Negotiation.Slug, number, cancellationToken))!.From)
            : board.Negotiation.DayOf(Now);

    private async Task RefuseToComeAsync(long number, AddressValues values, CancellationToken cancellationToken)
    {
        if (await newest.AskAsync(cancellationToken) is var last && number > last)
        {
            values.Refuse(values.L["There is no change {0} yet: the newest is {1}.", number, last]);
        }
    }

    // What came from elsewhere was entered with the negotiation, and is read by its own moments of recording.
    private async Task<Board> KnownAtAsync(Board present, DateOnly known, CancellationToken cancellationToken)
    {
        var slug = present.Negotiation.Slug;
        var last = await changes.LastBeforeAsync(present.Negotiation.EndOf(known), cancellationToken);
        return await boards.FindAsync(slug, last, cancellationToken)
            ?? await boards.FindAsync(slug, (await changes.SpanAsync(slug, last, cancellationToken))!.First, cancellationToken)
            ?? present;
    }
}
