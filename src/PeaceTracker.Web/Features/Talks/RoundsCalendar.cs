using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Talks;

/// <summary>The rounds of a board as a calendar that can be subscribed to.</summary>
public static class RoundsCalendar
{
    /// <summary>The ending of the file.</summary>
    public const string Ending = "ics";

    /// <summary>Maps the calendar.</summary>
    public static void MapRoundsCalendar(this IEndpointRouteBuilder app) => app.MapBoardFile("rounds", Ending, file =>
    {
        var calendar = new Calendar { ProductId = "-//PeaceTracker//Rounds//EN" };
        calendar.AddProperty("X-WR-CALNAME", file.At.Negotiation.Title);
        calendar.Events.AddRange(file.At.Rounds.Select(round => Event(round, file)));
        var bytes = Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);
        return Task.FromResult(KeptElsewhere.File(
            file.Http.HttpContext, bytes, "text/calendar; charset=utf-8", BoardFiles.Name(file.At, "rounds", Ending)));
    });

    private static CalendarEvent Event(Round round, BoardFile file)
    {
        var l = file.Values.L;
        var page = file.Absolute(file.Dated.Round(round.Key));
        var open = round.Precision != DatePrecision.Day || round.DateTentative;
        return new CalendarEvent
        {
            Uid = $"{round.Key}@{file.At.Negotiation.Slug}",
            Summary = round.Title,
            Start = new CalDateTime(round.StartsOn),
            End = new CalDateTime(round.LastPossibleDay.AddDays(1)), // the first day after it
            DtStamp = new CalDateTime(DateTime.SpecifyKind(round.RecordedAt, DateTimeKind.Utc)),
            Status = round.PhaseOn(file.At.Date) switch
            {
                RoundPhase.CalledOff => EventStatus.Cancelled,
                RoundPhase.Held => EventStatus.Confirmed,
                RoundPhase.Upcoming or RoundPhase.NotReported => open ? EventStatus.Tentative : EventStatus.Confirmed,
            },
            Transparency = TransparencyType.Transparent, // whoever subscribes is not busy
            Location = RoundWords.Place(l, round) is { } place ? Isolation.Without(place) : null,
            Description = string.Join("\n", Words(round, file, l).Append(page)),
            Url = new Uri(page),
        };
    }

    private static IEnumerable<string> Words(Round round, BoardFile file, IStringLocalizer<Text> l)
    {
        yield return $"{l.Period(round.StartsOn, round.LastDay, round.Precision)}: {RoundWords.Phase(l, round, file.At.Date)}.";
        if (round.DateTentative && round.PhaseOn(file.At.Date) is RoundPhase.Upcoming or RoundPhase.NotReported)
        {
            yield return l["The date was announced as tentative."];
        }

        if (round.Outcome is { } outcome)
        {
            yield return outcome;
        }
    }
}
