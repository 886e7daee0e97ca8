using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Issues;

namespace PeaceTracker.Services.Import;

/// <summary>Status events of a table. An issue of one pair names it by itself.</summary>
public sealed class StatusEventImport : EntryImport<StatusEvent>
{
    /// <inheritdoc />
    public override string Name => "status-events";

    /// <inheritdoc />
    public override string Label => "Status events";

    /// <inheritdoc />
    protected override IReadOnlyList<ImportField> MakeFields() =>
    [
        ImportFields.Key("status event"),
        .. ImportFields.Day("date", "Day", "occurredOn", "date of the event", "happened on", "since"),
        ImportFields.OrderInDay,
        .. ImportFields.Issue,
        ImportFields.OnBoard("pair", "Pair", "dyad", names => names.Pairs, (names, cell) => names.Pair(cell), "between", "parties",
            "pair of parties") with
        {
            Needed = true,
        },
        ImportFields.OnBoard("dyad", "Key of the pair", "dyad", names => names.Pairs, (names, cell) => names.Pair(cell)),
        ImportFields.Word("level", "Level", Scales.Levels, "level", "status", "state", "stage", "agreement", "traffic light", "colour", "color",
            "рівень", "статус", "уровень", "stand", "niveau", "estado") with { Needed = true },
        ImportFields.Word("basis", "On whose word", Scales.Bases, "basis", "on record", "confirmed by") with { Needed = true },
        ImportFields.Text("rationale", "Why this level", "rationale", "reason for the level", "why", "comment", "comments", "note", "notes",
            "explanation", "обґрунтування", "begründung") with { Needed = true },
        ImportFields.Round,
        .. ImportFields.Cited(needed: true),
    ];

    internal override StatusEvent Make(RowValues values, FormCheck check, StatusEvent? existing)
    {
        var form = existing is null ? new StatusEventForm() : StatusEventForm.Of(existing);
        form.IssueKey = values.Has("issue_key") ? values.Key("issue_key") : values.Has("issue") ? values.Key("issue") : form.IssueKey;
        form.DyadKey = values.Has("dyad") ? values.Key("dyad") : values.Has("pair") ? values.Key("pair")
            : form.DyadKey ?? StatusEventForm.About(values.Names.Record, form.IssueKey, null).DyadKey;
        form.Level = values.Has("level") ? values.Word("level", Scales.Levels) : form.Level;
        form.Basis = values.Has("basis") ? values.Word("basis", Scales.Bases) : form.Basis;
        form.Rationale = values.Has("rationale") ? values.Line("rationale") : form.Rationale;
        form.RoundKey = values.Has("round") ? values.Key("round") : form.RoundKey;
        form.OrderInDay = values.Has("order_in_day") ? values.Whole("order_in_day") ?? 0 : form.OrderInDay;
        if (values.Has("date") || values.Has("year"))
        {
            var day = values.Day("date");
            (form.OccurredOn, form.Precision) = (day?.On, values.Precision(day));
        }

        form.Citations = CitedCells.Read(values, existing?.Citations ?? []);
        return form.ToRow(check);
    }
}
