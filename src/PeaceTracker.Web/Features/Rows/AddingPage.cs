using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Editing;
using PeaceTracker.Web.Features.Editing;

namespace PeaceTracker.Web.Features.Rows;

/// <summary>A page with the form of one row, on which new ones can be added one after another.</summary>
public abstract class AddingPage : EditPage
{
    /// <summary>The row that was added here just now; null where none was.</summary>
    public RecordRow? Added { get; private set; }

    /// <summary>How many were added here: each has a form of its own.</summary>
    public int Turn { get; private set; }

    /// <summary>The section of the record.</summary>
    protected abstract RecordSection Of { get; }

    /// <summary>Goes on with the form of another one, begun with what is worth keeping of the one that was just added.</summary>
    public async Task AddAnotherAsync(string key)
    {
        await RereadAsync();
        Added = RecordRows.Find(Board.Record, Of.Name, key);
        TakeNewest();
        FillAfter(Added?.Row);
        Turn++;
        StateHasChanged();
    }

    /// <summary>Fills the form of another one after a row that was just added.</summary>
    protected abstract void FillAfter(IRow? row);

    /// <summary>The row that a new one is to be like, as the address says; null where it names none.</summary>
    protected IRow? Copied()
    {
        var copied = Given.From is { } key ? RowList.Live(Opened, Of.Name).FirstOrDefault(row => row.Key == key)?.Row : null;
        if (copied is null && Given.From is { } gone)
        {
            Given.PutAway(gone);
        }

        return copied;
    }
}
