using Microsoft.AspNetCore.Components;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Web.Features.Editing;

/// <summary>A page on which one descriptive row is added (without a key in the address) or edited.</summary>
public abstract class RowPage<T> : EditPage where T : class, IDescription
{
    /// <summary>Key of the row; null for a new one.</summary>
    [Parameter] public string? Key { get; set; }

    /// <summary>The row that the form was opened with; null for a new one.</summary>
    protected T? Original { get; private set; }

    /// <summary>Whether somebody else has changed the row meanwhile.</summary>
    protected bool Moved { get; private set; }

    /// <summary>The section of the record, as the negotiation file names it.</summary>
    protected abstract string Section { get; }

    /// <summary>Fills the form from a row; empty for a new one.</summary>
    protected abstract void Fill(T? row);

    /// <inheritdoc />
    protected override bool OnBoard()
    {
        (Original, Moved) = (Key is null ? null : Standing(), false);
        Fill(Original);
        return Key is null || Original is not null;
    }

    /// <inheritdoc />
    protected override void OnBoardMoved() =>
        Moved = Original is not null && (Standing() is not { } now || RowFields.Compare(Original, now).Count > 0);

    private T? Standing() => RecordRows.Find(Board.Record, Section, Key!)?.Row is T { Retracted: null } row ? row : null;
}
