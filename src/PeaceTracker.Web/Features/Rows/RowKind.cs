using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Editing;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Rows;

/// <summary>A kind of row as editors meet it: its place in addresses, its words, where it is read. Words are keys of the visible words.</summary>
public abstract class RowKind
{
    /// <summary>The section of the record.</summary>
    public abstract RecordSection Section { get; }

    /// <summary>Its part of an address.</summary>
    public required string Path { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The words for adding one; null where nothing is added, nor retracted, and there is no list.</summary>
    public required string? AddName { get; init; }

    /// <summary>The words for editing or correcting one.</summary>
    public required string EditName { get; init; }

    /// <summary>Whether an outcome of talks can bring new ones: what an editor does where only managers change them.</summary>
    public bool InOutcome { get; init; }

    /// <summary>Whether a new one is often like one that is there.</summary>
    public bool Duplicates { get; init; }

    /// <summary>Where several of it are added in one table, the last part of an address; null where they are not.</summary>
    public string? Several { get; init; }

    /// <summary>How many of it are on the board.</summary>
    public int Count(Board board) => RowList.Live(board, Section.Name).Count();

    /// <summary>What an editor knows a row by: its name, with what tells it from others of the same name.</summary>
    public abstract string Words(IStringLocalizer<Text> l, Board board, IRow row);

    /// <summary>The day that a row is about; null for what has none, or is known by its name alone.</summary>
    public abstract DateAsKnown? Date(IRow row);

    /// <summary>The page on which readers see a row that is on the board.</summary>
    public abstract string PageOf(BoardAddress address, IRow row);

    /// <summary>The page on which readers see all of its rows.</summary>
    public abstract string Readers(BoardAddress address);

    /// <summary>The page on which readers see a row, or those of its kind where it was retracted.</summary>
    public string Reading(BoardAddress address, RecordRow row) => RowList.Reason(row) is null ? PageOf(address, row.Row) : Readers(address);

    /// <summary>The page that edits or corrects a row.</summary>
    public string Change(BoardAddress address, string key) => AddName is null ? address.Path($"edit/{Path}")
        : address.Path($"edit/{Path}/{key}{(Section.HoldsEntries ? "/correct" : "")}");

    /// <summary>The list of its rows, with what was just done: the key of one that was added, retracted or restored.</summary>
    public string List(BoardAddress address, string? added = null, string? retracted = null, string? restored = null) => AddName is null
        ? address.Path("edit")
        : address.To($"edit/{Path}", ("added", added), ("retracted", retracted), ("restored", restored));
}

/// <summary>A kind of row of one type.</summary>
public sealed class RowKind<T> : RowKind where T : class, IRow
{
    /// <summary>What an editor knows a row by.</summary>
    public required Func<IStringLocalizer<Text>, Board, T, string> Named { get; init; }

    /// <summary>The day that a row is about.</summary>
    public required Func<T, DateAsKnown?> Dated { get; init; }

    /// <summary>Where readers see one of them.</summary>
    public required Func<BoardAddress, T, string> OneAt { get; init; }

    /// <summary>Where readers see all of them.</summary>
    public required Func<BoardAddress, string> AllAt { get; init; }

    /// <inheritdoc />
    public override RecordSection Section { get; } = RecordSections.Of(typeof(T));

    /// <inheritdoc />
    public override string Words(IStringLocalizer<Text> l, Board board, IRow row) => Named(l, board, (T)row);

    /// <inheritdoc />
    public override DateAsKnown? Date(IRow row) => Dated((T)row);

    /// <inheritdoc />
    public override string PageOf(BoardAddress address, IRow row) => OneAt(address, (T)row);

    /// <inheritdoc />
    public override string Readers(BoardAddress address) => AllAt(address);
}
