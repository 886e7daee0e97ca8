using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Talks;

namespace PeaceTracker.Services.Import;

/// <summary>Rounds of a table. Where it is said what came of one, that stands where the round stands.</summary>
public sealed class RoundImport : DescriptiveImport<Round>
{
    /// <inheritdoc />
    public override string Name => "rounds";

    /// <inheritdoc />
    public override string Label => "Rounds";

    /// <inheritdoc />
    protected override IReadOnlyList<ImportField> MakeFields() =>
    [
        ImportFields.Key("round"),
        ImportFields.Text("title", "Title", "title", "round", "name", "talks", "meeting", "раунд", "runde", "titre", "titel") with { Needed = true },
        .. ImportFields.Day("starts_on", "First day", "startsOn", "date", "start", "starts", "begins", "start date", "held on"),
        new("ends_on", "Last day", FieldContent.Day, "end", "ends", "end date", "until") { Paths = ["endsOn"] },
        new("announced_on", "Announced on", FieldContent.Day, "announced") { Paths = ["announcedOn"] },
        ImportFields.Word("phase", "Planned, held or called off", Scales.RoundStates, "state", "status", "state", "phase") with { Needed = true },
        ImportFields.Truth("date_tentative", "The day is uncertain", "dateTentative", "tentative"),
        ImportFields.Text("place", "Place", "place", "venue", "city", "location", "where", "місце", "место", "ort", "lieu", "lugar"),
        ImportFields.Truth("place_tentative", "The place is uncertain", "placeTentative"),
        ImportFields.OnBoard("hosts", "Hosts", "hosts", names => names.Parties, (names, cell) => names.Party(cell), "host", "hosted by"),
        ImportFields.OnBoard("parties", "Who takes part", "delegations", names => names.Parties, (names, cell) => names.Party(cell), "participants",
            "delegations", "party", "учасники", "участники"),
        ImportFields.OnBoard("issue_keys", "Issues discussed", "issues", names => names.Issues, (names, cell) => names.Issue(cell), "issues",
            "agenda"),
        ImportFields.OnBoard("working_group_keys", "Working groups that meet", "workingGroups", _ => [], (names, cell) => names.Group(cell),
            "working groups"),
        ImportFields.Text("outcome", "What came of it", "outcome", "result", "results", "outcomes", "підсумок", "итог", "ergebnis", "résultat"),
        .. ImportFields.Cited(needed: false).Select(field => field.Name == "place"
            ? field with { Name = "place_in_source" }
            : field with { Paths = [.. field.Paths, .. field.Paths.Select(OfOutcome)] }),
    ];

    private static string OfOutcome(string path) => path.Replace("citations", "outcomeCitations", StringComparison.Ordinal);

    /// <inheritdoc />
    protected override string Identity(Round row) => row.Title.Length == 0 ? "" : $"{Heading.Fold(row.Title)} {row.StartsOn:O}";

    internal override Round Make(RowValues values, FormCheck check, PlanState state, Round? existing)
    {
        var form = existing is null ? new RoundForm() : RoundForm.Of(existing);
        form.Title = values.Has("title") ? values.Line("title") : form.Title;
        if (values.Has("starts_on") || values.Has("year"))
        {
            var day = values.Day("starts_on");
            (form.StartsOn, form.Precision) = (day?.On, values.Precision(day));
        }

        form.EndsOn = values.Has("ends_on") ? values.Day("ends_on", inParts: false)?.On : form.EndsOn;
        form.AnnouncedOn = values.Has("announced_on") ? values.Day("announced_on", inParts: false)?.On : form.AnnouncedOn;
        form.State = values.Has("phase") && !(existing is not null && values.Line("phase") == "not-reported")
            ? values.Word("phase", Scales.RoundStates) : form.State;
        form.DateTentative = values.Has("date_tentative") ? values.Truth("date_tentative") : form.DateTentative;
        form.Place = values.Has("place") ? values.Line("place") : form.Place;
        form.PlaceTentative = values.Has("place_tentative") ? values.Truth("place_tentative") : form.PlaceTentative;
        form.HostKeys = values.Has("hosts") ? values.KeysOf("hosts") : form.HostKeys;
        form.IssueKeys = values.Has("issue_keys") ? values.KeysOf("issue_keys") : form.IssueKeys;
        form.WorkingGroupKeys = values.Has("working_group_keys") ? values.KeysOf("working_group_keys") : form.WorkingGroupKeys;
        form.Outcome = values.Has("outcome") ? values.Line("outcome") : form.Outcome;
        if (values.Has("parties") && values.KeysOf("parties") is var parties && !parties.SequenceEqual(form.Delegations.Select(d => d.PartyKey)))
        {
            form.Delegations = [.. parties.Select(key => form.Delegations.Find(d => d.PartyKey == key) ?? new DelegationForm { PartyKey = key })];
        }

        Cite(values, form, existing);
        return form.ToRow(check, state.Today, existing);
    }

    private static void Cite(RowValues values, RoundForm form, Round? existing)
    {
        if (!values.Has("sources") && !values.Has("source_keys"))
        {
            return;
        }

        var cited = CitedCells.Read(values, existing is null ? [] : [.. existing.Citations, .. existing.OutcomeCitations], placed: "place_in_source");
        if (existing is null || cited.Count != existing.Citations.Count + existing.OutcomeCitations.Count)
        {
            form.Citations = cited;
            form.OutcomeCitations = FormCheck.Optional(form.Outcome) is null ? form.OutcomeCitations : cited;
        }
    }
}
