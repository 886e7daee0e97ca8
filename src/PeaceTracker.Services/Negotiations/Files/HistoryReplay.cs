using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Negotiations.Files;

/// <summary>
/// Carries the changes of a history out once more, from what the first brought: each has to find what it says stood there, leave a record that
/// keeps the rules, and all of them together the record as it is.
/// </summary>
internal sealed class HistoryReplay(NegotiationRecord present, IReadOnlyList<PastChange> changes, IReadOnlyList<IReadOnlyList<HistoryRow>> rows)
{
    private readonly Dictionary<string, List<IRow>> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Section, string Key), (int Index, long? Change)> _places = [];
    private NegotiationRecord? _record;

    /// <summary>What the first change brought, where it brought a whole negotiation; known after a run.</summary>
    public NegotiationRecord? Brought { get; private set; }

    /// <summary>The first thing that does not fit, at its place in the file; null where all does.</summary>
    public RuleViolation? Run()
    {
        if (Begin() is { } wrong)
        {
            return wrong;
        }

        for (var i = 0; i < changes.Count; i++)
        {
            foreach (var row in rows[i])
            {
                if (Write(row, changes[i].Change.Number) is { } misfit)
                {
                    return misfit;
                }
            }

            foreach (var section in rows[i].Select(row => row.Section).Distinct())
            {
                _record = section.With(_record!, _lists[section.Name]);
            }

            if (NegotiationRules.Check(_record!) is [var broken, ..])
            {
                return new RuleViolation(
                    NegotiationFileFormat.History + $"[{i}]", $"As change {changes[i].Change.Number} left it, the record breaks a rule. "
                        + $"{broken.Path}: {broken.Message}");
            }
        }

        return RecordSections.All.Select(End).FirstOrDefault(violation => violation is not null);
    }

    // The record before the first change that has rows.
    private RuleViolation? Begin()
    {
        var begunEmpty = rows[0].Count > 0;
        var own = RecordSections.Negotiation;
        if (begunEmpty && !rows[0].Any(row => row.Section == own && row.Before is null))
        {
            return new RuleViolation(
                rows[0][0].Path, "The first change of a history brings the whole negotiation, and has no rows, or begins it: then the negotiation is "
                    + "among them, with nothing before it.");
        }

        foreach (var row in rows.Skip(1).SelectMany(r => r).Where(row => row.Section == own && row.Before is null))
        {
            return ThereAlready(row);
        }

        var initial = PastRecord.Without(present, changes.SelectMany(c => c.Rows).Where(row => !begunEmpty || row.Section != own.Name));
        foreach (var section in RecordSections.All)
        {
            var list = section == own && begunEmpty ? [] : section.In(initial).ToList();
            if (begunEmpty && list.Count > 0)
            {
                return new RuleViolation(
                    PathOf(section, section.In(present).ToList().FindIndex(row => row.Key == list[0].Key)),
                    "The negotiation began empty, and no change of the history wrote this row.");
            }

            _lists[section.Name] = list;
            for (var i = 0; i < list.Count; i++)
            {
                _places[(section.Name, list[i].Key)] = (i, null);
            }
        }

        (_record, Brought) = (initial, begunEmpty ? null : initial);
        return null;
    }

    private RuleViolation? Write(HistoryRow row, long number)
    {
        var (list, place) = (_lists[row.Section.Name], (row.Section.Name, row.Key));
        var key = RuleCheck.Quote(row.Key);
        if (row.Before is null)
        {
            if (_places.ContainsKey(place))
            {
                return ThereAlready(row);
            }

            if (row.Section.Find(present, row.Key) is null)
            {
                return new RuleViolation(
                    row.Path, $"The file has no {row.Section.Noun} {key}, and a row never goes. Add it, or take the history out.");
            }

            _places[place] = (list.Count, number);
            list.Add(row.After!);
            return null;
        }

        if (!_places.TryGetValue(place, out var found))
        {
            return new RuleViolation($"{row.Path}.before", $"There was no {row.Section.Noun} {key} before change {number}.");
        }

        if (row.Section.HoldsEntries)
        {
            return new RuleViolation($"{row.Path}.before", $"A {row.Section.Noun} is never written over: a further one corrects or retracts it.");
        }

        if (RowJson.Write(list[found.Index]) != RowJson.Write(row.Before))
        {
            return new RuleViolation(
                $"{row.Path}.before", $"This is not what stood there before change {number}: "
                    + (found.Change is { } last ? $"change {last} left it otherwise." : "the negotiation was brought with another."));
        }

        list[found.Index] = row.After!;
        _places[place] = (found.Index, number);
        return null;
    }

    // What the last change left has to be what the file has.
    private RuleViolation? End(RecordSection section)
    {
        var (list, now) = (_lists[section.Name], section.In(present));
        for (var i = 0; i < now.Count; i++)
        {
            if (list[i].Key != now[i].Key)
            {
                return new RuleViolation(
                    PathOf(section, i), $"By the history, {RuleCheck.Quote(list[i].Key)} was entered before this row. Put the rows in that order.");
            }

            if (!ReferenceEquals(list[i], now[i]) && RowJson.Write(list[i]) != RowJson.Write(now[i]))
            {
                return new RuleViolation(
                    PathOf(section, i),
                    $"This is not what change {_places[(section.Name, now[i].Key)].Change}, the last of this row in the history, left.");
            }
        }

        return null;
    }

    private static RuleViolation ThereAlready(HistoryRow row) => new(
        row.Path, $"The {row.Section.Noun} {RuleCheck.Quote(row.Key)} was there already. Say what stood there before.");

    private static string PathOf(RecordSection section, int index) =>
        section == RecordSections.Negotiation ? section.Name : $"{section.Name}[{index}]";
}
