using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Services.Editing;

/// <summary>One list of a record, as commands see it: its name in a negotiation file, its rows, and how a row is known and stamped.</summary>
internal sealed record Section<T>(
    string Name,
    string Noun,
    Func<NegotiationRecord, IReadOnlyList<T>> Rows,
    Func<NegotiationRecord, IReadOnlyList<T>, NegotiationRecord> With,
    Func<T, string> KeyOf,
    Func<T, string, T> Keyed,
    Func<T, string> Words,
    Func<T, DateTime, string, T> Stamp) where T : class;

/// <summary>The sections of a record by the type of their rows.</summary>
internal static class Sections
{
    private static readonly Dictionary<Type, object> All = new object[]
    {
        new Section<Source>("sources", "source", r => r.Sources, (r, rows) => r with { Sources = rows },
            s => s.Key, (s, key) => s with { Key = key }, s => s.Headline, (s, now, _) => s with { RecordedAt = now }),
        new Section<Party>("parties", "party", r => r.Parties, (r, rows) => r with { Parties = rows },
            p => p.Key, (p, key) => p with { Key = key }, p => p.Name, (p, now, _) => p with { RecordedAt = now }),
        new Section<PartyDelegate>("delegates", "delegate", r => r.Delegates, (r, rows) => r with { Delegates = rows },
            d => d.Key, (d, key) => d with { Key = key }, d => d.Name, (d, now, _) => d with { RecordedAt = now }),
        new Section<Dyad>("dyads", "dyad", r => r.Dyads, (r, rows) => r with { Dyads = rows },
            d => d.Key, (d, key) => d with { Key = key }, d => $"{d.FirstPartyKey}-{d.SecondPartyKey}", (d, _, _) => d),
        new Section<Issue>("issues", "issue", r => r.Issues, (r, rows) => r with { Issues = rows },
            i => i.Key, (i, key) => i with { Key = key }, i => i.Title, (i, now, _) => i with { RecordedAt = now }),
        new Section<AgendaVersion>("agendaVersions", "agenda version", r => r.AgendaVersions, (r, rows) => r with { AgendaVersions = rows },
            a => a.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), (a, _) => a, a => a.Title, (a, now, by) => a with { RecordedAt = now, RecordedBy = by }),
        new Section<StatusEvent>("statusEvents", "status event", r => r.StatusEvents, (r, rows) => r with { StatusEvents = rows },
            e => e.Key, (e, key) => e with { Key = key }, e => $"{e.IssueKey}-{e.DyadKey}", (e, now, by) => e with { RecordedAt = now, RecordedBy = by }),
        new Section<Position>("positions", "position", r => r.Positions, (r, rows) => r with { Positions = rows },
            p => p.Key, (p, key) => p with { Key = key }, p => $"{p.IssueKey}-{p.PartyKey}", (p, now, by) => p with { RecordedAt = now, RecordedBy = by }),
        new Section<WorkingGroup>("workingGroups", "working group", r => r.WorkingGroups, (r, rows) => r with { WorkingGroups = rows },
            g => g.Key, (g, key) => g with { Key = key }, g => g.Name, (g, now, _) => g with { RecordedAt = now }),
        new Section<Round>("rounds", "round", r => r.Rounds, (r, rows) => r with { Rounds = rows },
            x => x.Key, (x, key) => x with { Key = key }, x => x.Title, (x, now, by) => x with { RecordedAt = now, RecordedBy = by }),
        new Section<Draft>("drafts", "draft", r => r.Drafts, (r, rows) => r with { Drafts = rows },
            d => d.Key, (d, key) => d with { Key = key }, d => d.Title, StampDraft),
        new Section<Offer>("offers", "offer", r => r.Offers, (r, rows) => r with { Offers = rows },
            o => o.Key, (o, key) => o with { Key = key }, o => o.Title, (o, now, by) => o with { RecordedAt = now, RecordedBy = by }),
        new Section<Claim>("claims", "claim", r => r.Claims, (r, rows) => r with { Claims = rows },
            c => c.Key, (c, key) => c with { Key = key }, c => $"{c.FirstClaimant?.Name ?? "claim"} {c.OccurredOn:yyyy-MM-dd}",
            (c, now, by) => c with { RecordedAt = now, RecordedBy = by }),
    }.ToDictionary(section => section.GetType().GetGenericArguments()[0]);

    /// <summary>The section whose rows are of this type.</summary>
    public static Section<T> Of<T>() where T : class => (Section<T>)All[typeof(T)];

    // A draft's new versions are entered when the draft is saved; those that were there keep their moment.
    private static Draft StampDraft(Draft draft, DateTime now, string by) => draft with
    {
        RecordedAt = draft.RecordedAt == default ? now : draft.RecordedAt,
        Versions = [.. draft.Versions.Select(v => v.RecordedAt == default ? v with { RecordedAt = now, RecordedBy = by } : v)],
    };
}
