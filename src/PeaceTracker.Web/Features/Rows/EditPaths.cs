using System.Globalization;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Editing;
using PeaceTracker.Web.Features.Editing;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Rows;

/// <summary>Where the rows of a section, given by its name, are edited, corrected, retracted, and where readers see them.</summary>
public static class EditPaths
{
    /// <summary>Whether its rows are append-only: corrected, not edited.</summary>
    public static bool IsEntry(string section) => RecordSections.Find(section)?.HoldsEntries == true;

    /// <summary>Whether its rows can be taken off the board.</summary>
    public static bool Retracts(string section) => RecordSections.Find(section) is RecordList;

    /// <summary>The page that edits or corrects a row.</summary>
    public static string Change(BoardAddress address, string section, string key) => RowKinds.Of(section).Change(address, key);

    /// <summary>The form that adds a row (without a key), or edits or corrects one.</summary>
    public static string Form(BoardAddress address, string section, string? key) => RowKinds.Of(section) is var kind && key is null
        ? address.Path($"edit/{kind.Path}/new")
        : kind.Change(address, key);

    /// <summary>The form that adds a row like one that is there.</summary>
    public static string Duplicate(BoardAddress address, string section, string key) => Given.Like(Form(address, section, null), key);

    /// <summary>The page that retracts a row.</summary>
    public static string Retract(BoardAddress address, string section, string key) => address.Path($"edit/retract/{section}/{key}");

    /// <summary>The page that puts a retracted row back on the board.</summary>
    public static string Restore(BoardAddress address, string section, string key) => address.Path($"edit/restore/{section}/{key}");

    /// <summary>The page on which somebody takes back what they did last.</summary>
    public static string TakeBack(BoardAddress address, long? change = null) =>
        address.Path(change is { } number ? string.Create(CultureInfo.InvariantCulture, $"edit/take-back?change={number}") : "edit/take-back");

    /// <summary>The page with a row's history.</summary>
    public static string History(BoardAddress address, string section, string key) => address.Path($"edit/history/{section}/{key}");

    /// <summary>The list of a section's rows, with what was just done: the key of one that was added, retracted or restored.</summary>
    public static string List(BoardAddress address, string section, string? added = null, string? retracted = null, string? restored = null) =>
        RowKinds.Of(section).List(address, added, retracted, restored);

    /// <summary>The page on which readers see a row, or those of its kind where it was retracted.</summary>
    public static string Reading(BoardAddress address, RecordRow row) => RowKinds.Of(row.Section).Reading(address, row);
}
