using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Services.Export;

/// <summary>The days between which a reader looks, both among them; an end that is not given is open.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public readonly record struct DayRange(DateOnly? From, DateOnly? To)
{
    /// <summary>Whether what lasts from a first to a last day, or can have been on any of them, has a day in between.</summary>
    public bool Passes(DateOnly first, DateOnly last) => (From is not { } from || last >= from) && (To is not { } to || first <= to);

    /// <summary>Whether something can have been in between: what is known to the week or month alone can be of any of its days.</summary>
    public bool Passes(DateAsKnown day) => Passes(day.On, day.Last);
}
