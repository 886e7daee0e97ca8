using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Testing;

public sealed partial class RecordBuilder
{
    /// <summary>The record.</summary>
    public NegotiationRecord Build()
    {
        if (_dyads.Count == 0)
        {
            Dyad(DefaultDyad);
        }

        string[] all = [.. _dyads.Select(d => d.Key)];
        string[] parties =
        [
            .. _dyads.SelectMany(d => new[] { d.FirstPartyKey, d.SecondPartyKey }).Concat(_positions.Select(p => p.PartyKey)).Distinct(),
        ];
        if (_agendas.Count == 0)
        {
            Agenda(1, [.. _issues.Select(i => i.Key)]);
        }

        return new NegotiationRecord
        {
            Negotiation = new Negotiation
            {
                Slug = Slug, Title = "Talks", Description = "Talks about a few matters.", StartedOn = Day(1), StalenessDays = _stalenessDays,
            },
            Sources =
            [
                new Source
                {
                    Key = "report",
                    Publisher = "An agency",
                    Headline = "On the talks",
                    DateAsPrinted = "Jan. 1, 2026",
                    PublishedOn = Day(1),
                    Reliability = Reliability.B,
                    RecordedAt = At(1),
                },
            ],
            Parties = [.. parties.Select(key => new Party
            {
                Key = key, Name = key, Roles = [new PartyRole { Role = Role.Principal }], Since = Day(1), RecordedAt = At(1),
            })],
            Dyads = [.. _dyads],
            Issues = [.. _issues.Select(i => _issuesOfAllDyads.Contains(i.Key) ? i with { DyadKeys = all } : i)],
            AgendaVersions = [.. _agendas.Select((version, i) =>
                i == 0 ? version : version with { ScopeChanges = Differences(_agendas[i - 1], version) })],
            StatusEvents = [.. _events],
            Positions = [.. _positions],
            Claims = [.. _claims],
        };
    }

    /// <summary>The record's board.</summary>
    public Board Board() => new(Build(), 1);

    /// <summary>The record's board as of a day.</summary>
    public BoardSnapshot AsOf(int day, int? knownAt = null) => Board().AsOf(Day(day), knownAt is { } known ? Day(known) : null);

    /// <summary>What came and what went between two versions.</summary>
    private static List<ScopeChange> Differences(AgendaVersion before, AgendaVersion after)
    {
        string[] came = [.. after.IssueKeys.Except(before.IssueKeys)];
        string[] went = [.. before.IssueKeys.Except(after.IssueKeys)];
        var changes = new List<ScopeChange>();
        if (came.Length > 0)
        {
            changes.Add(new ScopeChange { Kind = ScopeChangeKind.Added, ToIssueKeys = came });
        }

        if (went.Length > 0)
        {
            changes.Add(new ScopeChange { Kind = ScopeChangeKind.Dropped, FromIssueKeys = went });
        }

        return changes;
    }
}
