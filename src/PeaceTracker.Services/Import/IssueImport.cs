using System.Globalization;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Issues;

namespace PeaceTracker.Services.Import;

/// <summary>Issues of a table. One without a category has that of the row above it; one without pairs is between all pairs on the board.</summary>
public sealed class IssueImport : DescriptiveImport<Issue>
{
    private static readonly Dictionary<string, string> Weights = new(StringComparer.Ordinal)
    {
        ["core"] = "5", ["critical"] = "5", ["very high"] = "5", ["high"] = "4", ["medium"] = "3", ["low"] = "2", ["very low"] = "1",
    };

    /// <inheritdoc />
    public override string Name => "issues";

    /// <inheritdoc />
    public override string Label => "Issues";

    /// <inheritdoc />
    protected override IReadOnlyList<ImportField> MakeFields() =>
    [
        ImportFields.Key("issue"),
        ImportFields.Text("issue", "Title", "title", "issue", "issues", "name", "point", "topic", "matter", "item", "title of the issue", "питання",
            "вопрос", "sujet", "thema", "titel", "titre", "asunto") with { Needed = true },
        ImportFields.Text("category", "Category", "category", "group", "chapter", "basket", "theme", "area", "cluster", "категорія", "категория",
            "kategorie", "catégorie", "categoría") with { Needed = true },
        ImportFields.Number("salience", "Weight, 1 to 5", "salience", "weight", "importance", "priority", "weight 1 to 5", "вага", "вес", "gewicht",
            "poids", "peso") with { Needed = true },
        ImportFields.Text("description", "What is at stake", "description", "note", "notes", "comment", "comments", "details", "summary", "опис",
            "описание", "beschreibung"),
        ImportFields.OnBoard("pairs", "Pairs", "dyads", names => names.Pairs, (names, cell) => names.Pair(cell), "pair", "dyads", "dyad", "between",
            "applies to"),
        .. ImportFields.Cited(needed: false).Where(field => field.Name != "source_keys")
            .Select(field => field.Name == "sources" ? field with { Name = "named_in" } : field),
    ];

    /// <inheritdoc />
    protected override string Identity(Issue row) => Heading.Fold(row.Title);

    internal override Issue Make(RowValues values, FormCheck check, PlanState state, Issue? existing)
    {
        var form = existing is null
            ? new IssueForm
            {
                DyadKeys = [.. values.Names.Pairs.Select(pair => pair.Value)], Category = state.Above.GetValueOrDefault("category", ""),
            }
            : IssueForm.Of(existing);
        form.Title = values.Has("issue") ? values.Line("issue") : form.Title;
        form.Category = values.Has("category") ? values.Line("category") : form.Category;
        form.Salience = values.Has("salience") ? Weight(values) : form.Salience;
        form.Description = values.Has("description") ? values.Line("description") : form.Description;
        form.DyadKeys = values.Has("pairs") ? values.KeysOf("pairs") : form.DyadKeys;
        form.Citations = CitedCells.Read(values, existing?.Citations ?? [], "named_in");
        state.Above["category"] = form.Category;
        return form.ToRow(check, existing);
    }

    private static int? Weight(RowValues values)
    {
        var text = values.Line("salience");
        if (text.Length == 0)
        {
            return null;
        }

        if (values.IsMeant("salience", text) || Weights.ContainsKey(Heading.Fold(text)))
        {
            text = Weights.GetValueOrDefault(Heading.Fold(text)) ?? values.Meaning("salience", text)!;
        }

        if (decimal.TryParse(TypedNumber.Read(text), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
            && weight == decimal.Truncate(weight) && weight is >= 1 and <= Issue.CoreSalience)
        {
            return (int)weight;
        }

        values.Fault(
            "salience", $"{RowValues.Quoted(text)} is not a weight. Give a number from 1 to {Issue.CoreSalience}, or one of high, medium and low.");
        return null;
    }
}
