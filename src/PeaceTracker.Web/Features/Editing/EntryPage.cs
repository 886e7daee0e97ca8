using Microsoft.AspNetCore.Components;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Web.Features.Editing;

/// <summary>A page on which one entry is recorded (without a key in the address) or corrected.</summary>
public abstract class EntryPage<T> : EditPage where T : class, IEntry
{
    /// <summary>Key of the entry to correct; null for a new one.</summary>
    [Parameter] public string? Key { get; set; }

    /// <summary>The entry to correct; null for a new one.</summary>
    protected T? Original { get; private set; }

    /// <summary>The section of the record, as the negotiation file names it.</summary>
    protected abstract string Section { get; }

    /// <summary>Fills the form from an entry; empty for a new one.</summary>
    protected abstract void Fill(T? entry);

    /// <inheritdoc />
    protected override bool OnBoard()
    {
        Original = Key is null ? null : RecordRows.Find(Opened.Record, Section, Key)?.Row is T { Kind: not EntryKind.Retraction } entry ? entry : null;
        Fill(Original);
        return Key is null || Original is not null;
    }
}
