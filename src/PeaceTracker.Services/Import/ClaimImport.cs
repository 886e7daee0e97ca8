using System.Globalization;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Services.Claims;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Import;

/// <summary>Claims of a table. What is claimed stands in one column, as people write it, or in several, as our own files have it.</summary>
public sealed class ClaimImport : EntryImport<Claim>
{
    /// <inheritdoc />
    public override string Name => "claims";

    /// <inheritdoc />
    public override string Label => "Claims";

    /// <inheritdoc />
    protected override IReadOnlyList<ImportField> MakeFields() =>
    [
        ImportFields.Key("claim"),
        .. ImportFields.Day("date", "Day", "occurredOn", "said on", "claimed on"),
        ImportFields.Text("claimants", "Who said it", "claimants", "claimant", "who", "speaker", "said by", "by", "official") with { Needed = true },
        ImportFields.Text("occasion", "Occasion", "occasion", "where", "event"),
        ImportFields.Text("figure", "Figure", "figure", "percent", "percentage", "share", "claimed", "claimed share", "%"),
        ImportFields.Text("figure_to", "Upper end of a range", "figureTo", "to"),
        ImportFields.Number("agreed_points", "Points done", "agreedPoints"),
        ImportFields.Number("points", "Number of points", "points", "of how many", "number of points"),
        ImportFields.Text("of_what", "Of what", "ofWhat", "what", "of") with { Needed = true },
        ImportFields.Word("scope", "What it is about", Scales.Scopes, "scope", "about") with { Needed = true },
        ImportFields.OnBoard("dyad", "Pair", "dyad", names => names.Pairs, (names, cell) => names.Pair(cell), "pair", "between", "parties"),
        ImportFields.OnBoard("issue_keys", "Issues it is about", "issues", names => names.Issues, (names, cell) => names.Issue(cell),
            "issues", "issue"),
        ImportFields.OnBoard("draft", "Draft it is about", "draft", names => names.Drafts, (names, cell) => names.Draft(cell), "document"),
        ImportFields.Text("scope_note", "What it is about, in words", "scopeNote"),
        ImportFields.Text("threshold_word", "Its wording for how far it is agreed", "thresholdWord", "words",
            "words for how agreed", "wording of the claim") with { Needed = true },
        ImportFields.Word("threshold", "How far that is", Scales.Thresholds, "threshold") with { Needed = true },
        ImportFields.Text("hedge", "Caveat", "hedge", "reservation", "qualification"),
        ImportFields.Truth("list_published", "The list was published", "listPublished"),
        ImportFields.OnBoard("named_open_issue_keys", "Issues named as open", "namedOpenIssues", names => names.Issues,
            (names, cell) => names.Issue(cell), "open issues", "named open"),
        ImportFields.Text("contradicts", "Claims it contradicts", "contradicts"),
        ImportFields.Round,
        .. ImportFields.Cited(needed: true, "appearances"),
        ImportFields.Text("wording", "How it was worded there", "appearances.wording"),
    ];

    internal override Claim Make(RowValues values, FormCheck check, Claim? existing)
    {
        var form = existing is null ? new ClaimForm() : ClaimForm.Of(existing);
        form.Claimants = values.Has("claimants") ? Claimants(values, existing, form) : form.Claimants;
        form.Occasion = values.Has("occasion") ? values.Line("occasion") : form.Occasion;
        form.Figure = values.Has("figure") || values.Has("agreed_points") ? Figure(values) : form.Figure;
        form.Points = values.Has("points") && !values.Has("agreed_points") ? values.Whole("points") : form.Points;
        form.OfWhat = values.Has("of_what") ? values.Line("of_what") : form.OfWhat;
        form.Scope = values.Has("scope") ? values.Word("scope", Scales.Scopes) : form.Scope;
        form.DyadKey = values.Has("dyad") ? values.Key("dyad") : form.DyadKey;
        form.IssueKeys = values.Has("issue_keys") ? values.KeysOf("issue_keys") : form.IssueKeys;
        form.DraftKey = values.Has("draft") ? values.Key("draft") : form.DraftKey;
        form.ScopeNote = values.Has("scope_note") ? values.Line("scope_note") : form.ScopeNote;
        form.ThresholdWord = values.Has("threshold_word") ? values.Line("threshold_word") : form.ThresholdWord;
        form.Threshold = values.Has("threshold") ? values.Word("threshold", Scales.Thresholds) : form.Threshold;
        form.Hedge = values.Has("hedge") ? values.Line("hedge") : form.Hedge;
        form.ListPublished = values.Has("list_published") ? values.Truth("list_published") : form.ListPublished;
        form.NamedOpenIssueKeys = values.Has("named_open_issue_keys") ? values.KeysOf("named_open_issue_keys") : form.NamedOpenIssueKeys;
        // A key of another row of the table is known once all are on the board: the rules say whether it is.
        form.ContradictsKeys = values.Has("contradicts") ? [.. RowValues.Parts(values.Text("contradicts"))] : form.ContradictsKeys;
        form.RoundKey = values.Has("round") ? values.Key("round") : form.RoundKey;
        if (values.Has("date") || values.Has("year"))
        {
            var day = values.Day("date");
            (form.OccurredOn, form.Precision) = (day?.On, values.Precision(day));
        }

        var cited = CitedCells.Read(values, existing?.Appearances.Select(a => a.Citation).ToList() ?? []);
        if (existing is null || !cited.Select(c => (c.SourceKey, c.Locator)).SequenceEqual(
            form.Appearances.Select(a => (a.Citation.SourceKey, a.Citation.Locator))))
        {
            form.Appearances = [.. cited.Select(c => new AppearanceForm { Citation = c, Wording = values.Line("wording") })];
        }

        return form.ToRow(check);
    }

    private static List<ClaimantForm> Claimants(RowValues values, Claim? existing, ClaimForm form)
    {
        var text = values.Line("claimants");
        return text == existing?.ClaimantNames ? form.Claimants : [.. RowValues.Parts(text).Select(name =>
        {
            var person = values.Names.Person(name) is { } key ? values.Names.Board.Delegates[key] : null;
            return new ClaimantForm
            {
                Name = name, DelegateKey = person?.Key, PartyKey = person?.PartyKey ?? values.Names.Party(name),
                Anonymous = person?.Anonymous ?? false,
            };
        })];
    }

    // As it would be typed: "90–95%", "25 of 28".
    private static string Figure(RowValues values)
    {
        if (values.Whole("agreed_points") is { } agreed)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{agreed} of {values.Line("points")}");
        }

        var figure = values.Line("figure");
        return values.Has("figure_to") ? $"{figure.TrimEnd('%', ' ')}–{values.Line("figure_to").TrimEnd('%', ' ')}%" : figure;
    }
}
