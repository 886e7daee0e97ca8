using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Export;
using PeaceTracker.Services.Parties;
using PeaceTracker.Services.Sources;

namespace PeaceTracker.Services.Import;

/// <summary>Parties of a table. One without a day takes part from the negotiation's first day on.</summary>
public sealed class PartyImport : DescriptiveImport<Party>
{
    /// <inheritdoc />
    public override string Name => "parties";

    /// <inheritdoc />
    public override string Label => "Parties";

    /// <inheritdoc />
    protected override IReadOnlyList<ImportField> MakeFields() =>
    [
        ImportFields.Key("party"),
        ImportFields.Text("name", "Name", "name", "party", "parties", "actor", "country", "state", "organisation", "organization", "сторона",
            "partei", "partie", "parte") with { Needed = true },
        ImportFields.Text("short_name", "Short name", "shortName", "short", "abbreviation", "acronym", "label"),
        ImportFields.Word("roles", "Roles", Scales.Roles, "roles", "role", "function", "роль", "rolle", "rôle") with
        {
            Needed = true, Paths = ["roles", "roles.role"],
        },
        .. ImportFields.Day("since", "Takes part since", "since", "from", "since when", "joined").Select(field => field with { Needed = false })
            .Where(field => field.Name != "date_precision"),
        ImportFields.Text("description", "Description", "description", "note", "notes", "comment", "comments", "who it is"),
        .. ImportFields.Cited(needed: false, "roles.citations"),
    ];

    /// <inheritdoc />
    protected override string Identity(Party row) => Heading.Fold(row.Name);

    internal override Party Make(RowValues values, FormCheck check, PlanState state, Party? existing)
    {
        var form = existing is null ? new PartyForm { Since = values.Names.Record.Negotiation.StartedOn } : PartyForm.Of(existing);
        form.Name = values.Has("name") ? values.Line("name") : form.Name;
        form.ShortName = values.Has("short_name") ? values.Line("short_name") : form.ShortName;
        form.Description = values.Has("description") ? values.Line("description") : form.Description;
        form.Since = values.Has("since") || values.Has("year") ? values.Day("since")?.On : form.Since;
        var citations = CitedCells.Read(values, existing?.Roles.SelectMany(role => role.Citations).Distinct().ToList() ?? []);
        if (values.Has("roles"))
        {
            var roles = RowValues.Parts(values.Text("roles").Replace('/', ';').Replace('+', ';')).Select(part => values.Meaning("roles", part))
                .OfType<string>().Select(word => Scales.Roles.Read(word)).OfType<Role>().Distinct().ToList();
            form.Roles = roles.SequenceEqual(form.Roles.Select(role => role.Role).OfType<Role>()) ? form.Roles
                : [.. roles.Select(role => form.Roles.Find(known => known.Role == role) ?? new PartyRoleForm { Role = role })];
        }
        else if (existing is null)
        {
            check.Add("roles", $"Say what it does at the table, such as {ScaleWord.Of(Role.Principal)} or {ScaleWord.Of(Role.Mediator)}.");
        }

        if (values.Has("sources") || values.Has("source_keys"))
        {
            foreach (var role in form.Roles.Where(role => existing is null || role.Citations.Count == 0))
            {
                role.Citations = [.. citations.Select(c => new CitationForm
                {
                    SourceKey = c.SourceKey, Locator = c.Locator, Paraphrase = c.Paraphrase, Credibility = c.Credibility,
                })];
            }
        }

        return form.ToRow(check, existing);
    }
}
