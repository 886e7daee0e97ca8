using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Positions;

namespace PeaceTracker.Services.Import;

/// <summary>Positions of a table.</summary>
public sealed class PositionImport : EntryImport<Position>
{
    /// <inheritdoc />
    public override string Name => "positions";

    /// <inheritdoc />
    public override string Label => "Positions";

    /// <inheritdoc />
    protected override IReadOnlyList<ImportField> MakeFields() =>
    [
        ImportFields.Key("position"),
        .. ImportFields.Day("date", "Day", "occurredOn", "put on", "stated on"),
        ImportFields.OrderInDay,
        ImportFields.OnBoard("party", "Party", "party", names => names.Parties, (names, cell) => names.Party(cell), "actor", "who", "side", "country",
            "сторона") with { Needed = true },
        ImportFields.OnBoard("party_key", "Key of the party", "party", names => names.Parties, (names, cell) => names.Party(cell)),
        .. ImportFields.Issue,
        ImportFields.Word("stance", "Stance", Scales.Stances, "stance", "attitude"),
        ImportFields.Word("flexibility", "Flexibility", Scales.Flexibilities, "flexibility", "how far it can move"),
        ImportFields.Text("text", "Position", "text", "position", "demand", "what it wants", "wording", "statement", "позиція", "позиция") with
        {
            Needed = true,
        },
        ImportFields.Word("attribution", "Who says that it is the party’s", Scales.Attributions, "attribution", "said by", "attributed by") with
        {
            Needed = true,
        },
        ImportFields.Round,
        .. ImportFields.Cited(needed: true),
    ];

    internal override Position Make(RowValues values, FormCheck check, Position? existing)
    {
        var form = existing is null ? new PositionForm() : PositionForm.Of(existing);
        form.PartyKey = values.Has("party_key") ? values.Key("party_key") : values.Has("party") ? values.Key("party") : form.PartyKey;
        form.IssueKey = values.Has("issue_key") ? values.Key("issue_key") : values.Has("issue") ? values.Key("issue") : form.IssueKey;
        form.Stance = values.Has("stance") ? values.Word("stance", Scales.Stances) : form.Stance;
        form.Flexibility = values.Has("flexibility") ? values.Word("flexibility", Scales.Flexibilities) : form.Flexibility;
        form.Attribution = values.Has("attribution") ? values.Word("attribution", Scales.Attributions) : form.Attribution;
        form.Text = values.Has("text") ? values.Line("text") : form.Text;
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
