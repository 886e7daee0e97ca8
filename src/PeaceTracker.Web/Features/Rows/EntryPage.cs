using Microsoft.AspNetCore.Components;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Web.Features.Rows;

/// <summary>A page on which one entry is recorded (without a key in the address) or corrected.</summary>
public abstract class EntryPage<T> : AddingPage where T : class, IEntry<T>
{
    /// <summary>Key of the entry to correct; null for a new one.</summary>
    [Parameter] public string? Key { get; set; }

    /// <summary>The entry to correct; null for a new one.</summary>
    protected T? Original { get; private set; }

    /// <summary>Where what is typed is kept: the address of the form, with what is corrected by it.</summary>
    protected virtual string FormAddress => EditPaths.Form(Address, RecordSections.Of<T>().Name, Key) + (Key is null ? Given.Query : "");

    /// <inheritdoc />
    protected override RecordSection Of => RecordSections.Of<T>();

    /// <summary>Fills the form from an entry; empty for a new one.</summary>
    protected abstract void Fill(T? entry);

    /// <summary>The same for another one after <paramref name="entry"/>, with what is worth keeping of it.</summary>
    protected virtual void FillAfter(T entry) => Fill(null);

    /// <inheritdoc />
    protected sealed override void FillAfter(IRow? row)
    {
        if (row is T added)
        {
            FillAfter(added);
        }
        else
        {
            Fill(null);
        }
    }

    /// <inheritdoc />
    protected override bool OnBoard()
    {
        // The address of an entry that was corrected since leads to what stands in its place.
        var entries = Opened.Record.Rows<T>();
        Original = Key is null ? null
            : LiveEntries.InPlace(entries, null).GetValueOrDefault(Key)
                ?? entries.FirstOrDefault(entry => entry.Key == Key && entry.Kind != EntryKind.Retraction);
        Fill(Key is null ? (T?)Copied() : Original);
        return Key is null || Original is not null;
    }
}
