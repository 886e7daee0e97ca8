using System.Globalization;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Import;

/// <summary>Brings the rows of a table to the board: all of them or none, as one change.</summary>
/// <param name="Slug">The negotiation.</param>
/// <param name="Kind">What the rows are.</param>
/// <param name="From">What the file is called.</param>
/// <param name="Rows">The rows that are new or change one on the board.</param>
public sealed record ImportRows(string Slug, ImportKind Kind, string From, IReadOnlyList<PlannedRow> Rows) : BoardCommand(Slug)
{
    /// <summary>The kind of change that this is.</summary>
    public const string ChangeKind = "rows-imported";

    /// <inheritdoc />
    public override string What => ChangeKind;

    internal override bool SkipsApproval =>
        Kind.Section.HoldsEntries && RowRights.ToChange(Kind.Section, requiresApproval: true) > AccountRole.Editor;

    /// <summary>The place in the form of a row of the sheet.</summary>
    public static string At(int number) => string.Create(CultureInfo.InvariantCulture, $"rows[{number}]");

    /// <summary>The number of the row of such a place; null of another.</summary>
    internal static int? NumberAt(string place) =>
        place.StartsWith("rows[", StringComparison.Ordinal) && place.EndsWith(']')
            && int.TryParse(place.AsSpan(5, place.Length - 6), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Nobody asks which they were: they stand in the table.
    internal override bool SaysRows => false;

    internal override SaveResult? Apply(RecordEdit edit) =>
        Rows.Count == 0 ? SaveResult.Refuse("Nothing of the table is new, so there is nothing to import.") : Kind.Apply(edit, Rows);

    internal override string Summary(RecordEdit edit)
    {
        var added = Rows.Count(row => row.Before is null);
        var parts = new[] { (added, "added"), (Rows.Count - added, "changed") }.Where(part => part.Item1 > 0)
            .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Item1} {part.Item2}"));
        return $"{Kind.Label} imported from “{TypedText.Shortened(TypedText.Clean(From).Text, 60)}”: {string.Join(", ", parts)}.";
    }
}
