using System.Text.Json.Nodes;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Changes;

/// <summary>
/// Commands of every kind, drawn at random over a record as it is now: rows of each list added, edited, retracted, corrected; agendas
/// changed, split and merged; judgements changed from a day on; what a negotiation says of itself. Some are refused by the rules.
/// </summary>
internal sealed class RandomCommands(Random random)
{
    private int _drawn;

    public BoardCommand Next(NegotiationRecord record)
    {
        _drawn++;
        return random.Next(10) switch
        {
            0 => Negotiation(record),
            1 or 2 => Agenda(record),
            3 => Judgement(record),
            _ => RecordSections.Lists[random.Next(RecordSections.Lists.Count)].Use(new OfList(this, record)),
        };
    }

    private string Words(string of) => $"{of} {_drawn}";

    private T Pick<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private EditNegotiation Negotiation(NegotiationRecord record)
    {
        var now = record.Negotiation;
        return new EditNegotiation(now, random.Next(4) switch
        {
            0 => now with { Title = Words("Talks") },
            1 => now with { StalenessDays = 1 + random.Next(60) },
            2 => now with { TimeZone = Pick(["UTC", "Europe/Kyiv", "Asia/Seoul", "America/Los_Angeles"]) },
            _ => now with { Description = Words("About a few matters.") },
        });
    }

    private AddRow<AgendaVersion> Agenda(NegotiationRecord record)
    {
        var before = record.AgendaVersions.LastOrDefault(a => a.Retracted is null) ?? record.AgendaVersions[^1];
        var off = record.Issues.Where(i => i.Retracted is null).Select(i => i.Key).Except(before.IssueKeys).ToList();
        var on = before.IssueKeys.ToList();
        var change = random.Next(4) switch
        {
            0 when on.Count > 1 => new ScopeChange { Kind = ScopeChangeKind.Dropped, FromIssueKeys = [Pick(on)] },
            1 when on.Count > 0 && off.Count > 1 =>
                new ScopeChange { Kind = ScopeChangeKind.Split, FromIssueKeys = [Pick(on)], ToIssueKeys = [.. off.Take(2)] },
            2 when on.Count > 1 && off.Count > 0 =>
                new ScopeChange { Kind = ScopeChangeKind.Merged, FromIssueKeys = [.. on.Take(2)], ToIssueKeys = [off[0]] },
            _ => new ScopeChange { Kind = ScopeChangeKind.Added, ToIssueKeys = [.. off.Take(1)] },
        };
        return new AddRow<AgendaVersion>(record.Negotiation.Slug, before with
        {
            Number = record.AgendaVersions.Count + 1,
            Title = Words("Agenda"),
            InForceFrom = before.InForceFrom.AddDays(1 + random.Next(3)),
            IssueKeys = [.. on.Except(change.FromIssueKeys), .. change.ToIssueKeys],
            ScopeChanges = [change],
            Retracted = null,
        });
    }

    private BoardCommand Judgement(NegotiationRecord record)
    {
        var slug = record.Negotiation.Slug;
        var from = RecordBuilder.Day(2 + random.Next(20));
        if (random.Next(3) == 0)
        {
            var dyad = Pick(record.Dyads);
            return new EditRow<Domain.Parties.Dyad>(slug, dyad, dyad with
            {
                Required = !dyad.Required,
                Earlier = [.. dyad.Earlier, new() { Until = from, Required = dyad.Required, RecordedAt = RecordBuilder.At(1) }],
            });
        }

        var issue = Pick(record.Issues);
        return new EditRow<Issue>(slug, issue, issue with
        {
            Salience = 1 + random.Next(5),
            DyadKeys = [.. issue.DyadKeys.Take(1 + random.Next(2))],
            Earlier =
            [
                .. issue.Earlier,
                new() { Until = from, Salience = issue.Salience, DyadKeys = issue.DyadKeys, DependsOn = issue.DependsOn,
                    RecordedAt = RecordBuilder.At(1) },
            ],
        });
    }

    /// <summary>The same row with one of its own texts rewritten.</summary>
    private T Reworded<T>(T row) where T : class, IRow<T>
    {
        var fields = JsonNode.Parse(RowJson.Write(row))!.AsObject();
        string[] words =
            ["title", "name", "headline", "description", "text", "mandate", "rationale", "office", "place", "hedge", "membersNote", "outcome"];
        var own = words.Where(name => fields[name] is JsonValue).ToList();
        if (own.Count > 0)
        {
            fields[Pick(own)] = Words("Otherwise");
        }

        return (T)RowJson.Read(RecordSections.Of<T>(), fields.ToJsonString());
    }

    private sealed class OfList(RandomCommands commands, NegotiationRecord record) : IRecordListUse<BoardCommand>
    {
        private readonly string _slug = record.Negotiation.Slug;

        public BoardCommand Descriptive<T>(DescriptiveList<T> list) where T : class, IDescriptive<T>
        {
            var row = commands.Pick(list.Rows(record));
            return (commands._drawn % 5) switch
            {
                0 => new AddRow<T>(_slug, commands.Reworded(row).WithKey("")),
                1 => new RetractRow<T>(_slug, row.Key, "It should not have been entered."),
                _ => new EditRow<T>(_slug, row, commands.Reworded(row)),
            };
        }

        public BoardCommand Entries<T>(EntryList<T> list) where T : class, IEntry<T>
        {
            var row = commands.Pick(list.Rows(record));
            return (commands._drawn % 4) switch
            {
                0 => new CorrectEntry<T>(_slug, commands.Reworded(row).WithKey(""), row.Key, "It was read wrongly."),
                1 => new RetractEntry<T>(_slug, row.Key, "It is of another matter."),
                _ => new AddEntry<T>(_slug, Fresh(commands.Reworded(row).WithKey(""))),
            };
        }

        // A new entry is a change, whatever the one was that it is made like.
        private static T Fresh<T>(T like) where T : class, IEntry<T>
        {
            var fields = JsonNode.Parse(RowJson.Write(like))!.AsObject();
            foreach (var name in new[] { "kind", "supersedes", "reason" })
            {
                fields.Remove(name);
            }

            return (T)RowJson.Read(RecordSections.Of<T>(), fields.ToJsonString());
        }
    }
}
