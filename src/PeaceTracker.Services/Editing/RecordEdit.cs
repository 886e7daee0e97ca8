using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Editing;

/// <summary>
/// A record while a command changes it: rows are added or replace others, and each is remembered with the field of the
/// form it came from, so that a broken rule can be shown there. Nothing is written before all of it is whole.
/// </summary>
public sealed class RecordEdit(NegotiationRecord record, DateTime now, string by, string? savedBy = null)
{
    private readonly List<EditedRow> _rows = [];

    /// <summary>The record as it was.</summary>
    public NegotiationRecord Before { get; } = record;

    /// <summary>The record as it will be.</summary>
    public NegotiationRecord Record { get; private set; } = record;

    /// <summary>The moment of recording (UTC), the same for all rows of one command.</summary>
    public DateTime Now { get; } = now;

    /// <summary>The name of the person who records.</summary>
    public string By { get; } = by;

    /// <summary>The name of the person who saves: of who approves, where somebody else recorded it.</summary>
    public string SavedBy { get; } = savedBy ?? by;

    internal IReadOnlyList<EditedRow> Rows => _rows;

    /// <summary>What the command found missing in its form, to be said together with the rules that are broken.</summary>
    internal IReadOnlyList<FieldError> FormErrors { get; private set; } = [];

    internal void Missing(IReadOnlyList<FieldError> errors) => FormErrors = errors;

    /// <summary>
    /// Adds a row, stamped with moment and name, with a key of its own where it has none, and returns it; <paramref name="at"/> is its place
    /// in the form, and <paramref name="part"/> the part of the row that stands there where it is not the whole.
    /// </summary>
    public T Add<T>(T row, string at = "", string part = "") where T : class, IRow<T>
    {
        var section = RecordSections.Of<T>();
        var rows = section.Rows(Record);
        var stamped = row.Stamped(Now, By);
        if (stamped.Key.Length == 0)
        {
            stamped = stamped.WithKey(Keys.For(stamped.Words, section.Noun, rows.Select(r => r.Key)));
        }

        _rows.Add(new EditedRow(section, stamped.Key, rows.Count, null, stamped, [new(at, part)]));
        Record = Record.With<T>([.. rows, stamped]);
        return stamped;
    }

    /// <summary>Adds many rows of one kind as <see cref="Add"/> does each; <paramref name="rows"/> says where in the form it stands.</summary>
    internal void AddAll<T>(IReadOnlyList<(T Row, string At)> rows) where T : class, IRow<T>
    {
        if (rows.Count == 0)
        {
            return;
        }

        var section = RecordSections.Of<T>();
        var all = section.Rows(Record).ToList();
        var keys = new KeyMaker(section.Noun, all.Select(row => row.Key).Concat(rows.Select(row => row.Row.Key)));
        foreach (var (row, at) in rows)
        {
            var stamped = row.Stamped(Now, By);
            stamped = stamped.Key.Length == 0 ? stamped.WithKey(keys.For(stamped.Words)) : stamped;
            _rows.Add(new EditedRow(section, stamped.Key, all.Count, null, stamped, [new(at, "")]));
            all.Add(stamped);
        }

        Record = Record.With<T>(all);
    }

    /// <summary>Replaces many rows of one kind, none of which was touched before, each the one that has its key.</summary>
    internal void ReplaceAll<T>(IReadOnlyList<(T Row, string At)> rows) where T : class, IRow<T>
    {
        if (rows.Count == 0)
        {
            return;
        }

        var section = RecordSections.Of<T>();
        var all = section.Rows(Record).ToList();
        var places = all.Index().ToDictionary(row => row.Item.Key, row => row.Index, StringComparer.Ordinal);
        foreach (var (row, at) in rows)
        {
            var index = places[row.Key];
            _rows.Add(new EditedRow(section, row.Key, index, all[index], row, [new(at, "")]));
            all[index] = row;
        }

        Record = Record.With<T>(all);
    }

    /// <summary>Replaces the row that has its key.</summary>
    public void Replace<T>(T row, string at = "", string part = "") where T : class, IRow<T>
    {
        var section = RecordSections.Of<T>();
        var rows = section.Rows(Record).ToList();
        var index = rows.FindIndex(r => r.Key == row.Key);
        var earlier = _rows.FindIndex(r => r.In == section && r.Index == index);
        if (earlier < 0)
        {
            _rows.Add(new EditedRow(section, row.Key, index, rows[index], row, [new(at, part)]));
        }
        else
        {
            _rows[earlier] = _rows[earlier] with { After = row, Places = [.. _rows[earlier].Places, new(at, part)] };
        }

        rows[index] = row;
        Record = Record.With<T>(rows);
    }

    /// <summary>
    /// Brings into line what the other rows of a list say of one that was added, edited or retracted, <paramref name="key"/>; its own words are
    /// the editor's, and stay. Such rows are no part of the form.
    /// </summary>
    internal void Follow<T>(string key) where T : class, IRow<T>
    {
        foreach (var row in RecordSections.Of<T>().Follow(Record.Rows<T>()).Where(row => row.Key != key).ToList())
        {
            Replace(row, "following");
        }
    }

    /// <summary>Says that the negotiation itself is new.</summary>
    internal void Begin() => _rows.Add(OfNegotiation(null, Record.Negotiation));

    /// <summary>Replaces the negotiation's own description.</summary>
    public void Replace(Negotiation negotiation)
    {
        _rows.Add(OfNegotiation(Record.Negotiation, negotiation));
        Record = Record with { Negotiation = negotiation };
    }

    /// <summary>
    /// The rules that the record would break and did not break before, each at its place in the form; a rule broken elsewhere on the
    /// board stands for the whole form.
    /// </summary>
    internal IReadOnlyList<FieldError> Check()
    {
        var violations = NegotiationRules.Check(Record, Before);
        if (violations.Count == 0)
        {
            return [];
        }

        var old = NegotiationRules.Check(Before).ToHashSet();
        var rows = ByPath();
        return [.. violations.Where(v => !old.Contains(v)).Select(violation => InForm(violation, rows))];
    }

    /// <summary>All rules that the record would break: for one that was not there before.</summary>
    internal IReadOnlyList<FieldError> CheckAll()
    {
        var rows = ByPath();
        return [.. NegotiationRules.Check(Record).Select(violation => InForm(violation, rows))];
    }

    /// <summary>Days of the edited rows that have not come yet, where only what has happened can be recorded.</summary>
    internal IReadOnlyList<FieldError> NotYet()
    {
        // A time zone that is none is refused by the rules; it has no days to hold anything against.
        if (!BoardDays.Exists(Record.Negotiation.TimeZone))
        {
            return [];
        }

        var (today, rows) = (Record.Negotiation.DayOf(Now), new Lazy<Dictionary<string, EditedRow>>(ByPath));
        return
        [
            .. from row in _rows
               from day in row.After.Happened()
               where day.On > today && row.Before?.Happened().Contains(day) != true
               select InForm(new RuleViolation($"{row.Path}.{day.Field}", day.Words), rows.Value),
        ];
    }

    // The rows by their paths; where there are two of one, the first.
    private Dictionary<string, EditedRow> ByPath() =>
        _rows.DistinctBy(row => row.Path).ToDictionary(row => row.Path, StringComparer.Ordinal);

    private static FieldError InForm(RuleViolation violation, Dictionary<string, EditedRow> rows)
    {
        var (path, field) = violation.Path.Split('.', 2) is [var before, var after] ? (before, after) : (violation.Path, "");
        return !rows.TryGetValue(path, out var found) ? new FieldError("", $"{violation.Message} ({violation.Path})")
            : new FieldError(field.Length == 0 ? found.Places[^1].At : found.InForm(field), violation.Message);
    }

    private static EditedRow OfNegotiation(Negotiation? before, Negotiation after) =>
        new(RecordSections.Negotiation, after.Slug, -1, before, after, [RowPlace.Form]);
}

/// <summary>
/// One row that a command adds or replaces, and where in the form it, or parts of it, were typed; the index is -1 for the negotiation itself.
/// </summary>
internal sealed record EditedRow(RecordSection In, string Key, int Index, IRow? Before, IRow After, IReadOnlyList<RowPlace> Places)
{
    /// <summary>Its path in the record, as the rules name it: "parties[2]".</summary>
    public string Path => Index < 0 ? In.Name : $"{In.Name}[{Index}]";

    /// <summary>Where in the form a field of it was typed.</summary>
    public string InForm(string field)
    {
        var place = Places.FirstOrDefault(p => p.Part.Length > 0 && field.StartsWith(p.Part + ".", StringComparison.Ordinal));
        return FormCheck.At((place ?? Places[^1]).At, place is null ? field : field[(place.Part.Length + 1)..]);
    }
}

/// <summary>A place in a form, and the part of the row that stands there; empty where it is the whole.</summary>
internal sealed record RowPlace(string At, string Part)
{
    /// <summary>All of the row, in all of the form.</summary>
    public static RowPlace Form { get; } = new("", "");
}
