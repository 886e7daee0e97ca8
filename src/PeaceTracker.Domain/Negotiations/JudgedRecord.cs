using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Domain.Negotiations;

/// <summary>A record as it was judged on a date: salience, pairs, links, what is required, who is a principal, and what a party was called.</summary>
public static class JudgedRecord
{
    /// <summary>The days on which a judgement changed, as the record was known before a moment (UTC; null: now), in order, each once.</summary>
    public static IReadOnlyList<DateOnly> JudgementDays(this NegotiationRecord record, DateTime? before) =>
    [
        .. record.Issues.SelectMany(i => i.Earlier.AsEnumerable<IEarlier>())
            .Concat(record.Dyads.SelectMany(d => d.Earlier))
            .Concat(record.Parties.SelectMany(p => p.Earlier))
            .Concat(record.Negotiation.Earlier)
            .Where(e => LiveEntries.IsKnown(e.RecordedAt, before)).Select(e => e.Until).Distinct().Order(),
    ];

    /// <summary>The record as it was judged on a date, as it was known before a moment (UTC; null: now); the same one where nothing was judged
    /// otherwise.</summary>
    public static NegotiationRecord JudgedOn(this NegotiationRecord record, DateOnly date, DateTime? before)
    {
        var negotiation = record.Negotiation.On(date, before);
        var issues = Mapped(record.Issues, i => i.On(date, before));
        var dyads = Mapped(record.Dyads, d => d.On(date, before));
        var parties = Mapped(record.Parties, p => p.On(date, before));
        return (negotiation, issues, dyads, parties) == (record.Negotiation, record.Issues, record.Dyads, record.Parties)
            ? record
            : record with { Negotiation = negotiation, Issues = issues, Dyads = dyads, Parties = parties };
    }

    // Most rows were never judged otherwise: a list that stays as it is is not copied.
    private static IReadOnlyList<T> Mapped<T>(IReadOnlyList<T> rows, Func<T, T> on) where T : class
    {
        List<T>? mapped = null;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = on(rows[i]);
            if (!ReferenceEquals(row, rows[i]))
            {
                (mapped ??= [.. rows])[i] = row;
            }
        }

        return mapped ?? rows;
    }
}
