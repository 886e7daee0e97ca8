using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Editing;

/// <summary>
/// A page on which something of a negotiation is edited. It opens the board and hears when somebody else moves it:
/// <see cref="Opened"/> stays the board that the form was made from, <see cref="Board"/> is always the newest.
/// </summary>
public abstract class EditPage : WorkPage
{
    private int rereading;
    private bool listening;
    private Uri? openedAt;

    /// <summary>The negotiation's slug.</summary>
    [Parameter] public string Slug { get; set; } = "";

    [Inject] private BoardReader Boards { get; set; } = default!;

    [Inject] private ChangeBus Changes { get; set; } = default!;

    /// <summary>The board as it is now; there once the page was found.</summary>
    public Board Board { get; private set; } = default!;

    /// <summary>The board as it was when the page was opened, or since <see cref="TakeNewest"/>.</summary>
    protected Board Opened { get; private set; } = default!;

    /// <summary>What the address said, as the page was opened, that a new row is about.</summary>
    public Given Given { get; private set; } = default!;

    /// <summary>The negotiation's addresses, for the present.</summary>
    public BoardAddress Address => new(Slug);

    /// <summary>Whether the account may change rows of a section, which moves no figure where approval is asked for.</summary>
    public bool MayChange(RecordSection section) => Manages || RowRights.ToChange(section, Board.Negotiation.RequiresApproval) <= AccountRole.Editor;

    /// <summary>Whether the account may take a row off the board.</summary>
    public bool MayRetract(RecordRow row) => Manages || RowRights.ToRetract(row, Board.Negotiation.RequiresApproval) <= AccountRole.Editor;

    /// <inheritdoc />
    protected override DateOnly Today => Board?.Negotiation.DayOf(Now) ?? base.Today;

    /// <inheritdoc />
    protected override AccountRole Least => AccountRole.Editor;

    /// <summary>Makes the form from the board; called for the document and again for the living page. False where the board has nothing of the
    /// address's key.</summary>
    protected virtual bool OnBoard() => true;

    /// <summary>The board has moved while the form was open; <see cref="Board"/> is the new one. The page is rendered afterwards.</summary>
    protected virtual void OnBoardMoved()
    {
    }

    /// <summary>The same, for what has to be read; the page is rendered once more afterwards.</summary>
    protected virtual Task OnBoardMovedAsync() => Task.CompletedTask;

    /// <summary>Takes the newest board for the one that the form was made from, as after a save that leaves the form open.</summary>
    protected void TakeNewest() => Opened = Board;

    /// <summary>Takes in at once how the board stands now, as right after a save in the middle of a form, and renders the page.</summary>
    public async Task RereadAsync()
    {
        var before = Board;
        if (await Boards.FindAsync(Slug, Closed) is { } now && now.ChangeNumber > Board.ChangeNumber)
        {
            Board = now;
        }

        if (before.ChangeNumber == Board.ChangeNumber)
        {
            return;
        }

        OnBoardMoved();
        var reading = OnBoardMovedAsync();
        StateHasChanged();
        if (!reading.IsCompletedSuccessfully)
        {
            await reading;
            StateHasChanged();
        }
    }

    /// <inheritdoc />
    protected sealed override async Task<bool> OpenAsync()
    {
        Listen();
        if (await Boards.FindAsync(Slug, Closed) is not { } board || board.Negotiation.Slug != Slug)
        {
            return false;
        }

        (Board, Opened, openedAt) = (board, board, new Uri(Navigation.Uri));
        Given = new(AddressValues.Of(Navigation, L), board);
        return OnBoard();
    }

    private void Listen()
    {
        if (IsAlive && !listening)
        {
            listening = true;
            Changes.Moved += OnMoved;
            Navigation.LocationChanged += OnLocation;
        }
    }

    // Back and forward between two addresses of one form, which differ in what they give: the browser asks for no other page, and nobody for this.
    private void OnLocation(object? sender, LocationChangedEventArgs moved)
    {
        var now = new Uri(moved.Location);
        if (State == WorkState.Ready && openedAt is not null && now.AbsolutePath == openedAt.AbsolutePath && now.Query != openedAt.Query)
        {
            InTurn(OpenAgainAsync);
        }
    }

    // On the thread of whoever made the change: it must not wait for this page. Changes that come while one is read need no second reading
    // of their own, because the flag falls before the store is asked.
    private void OnMoved(long number)
    {
        if (Interlocked.Exchange(ref rereading, 1) == 0)
        {
            InTurn(HearAsync);
        }
    }

    private async Task HearAsync()
    {
        Interlocked.Exchange(ref rereading, 0);
        if (State == WorkState.Ready && await StillMayAsync())
        {
            await RereadAsync();
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing && listening)
        {
            Changes.Moved -= OnMoved;
            Navigation.LocationChanged -= OnLocation;
        }

        base.Dispose(disposing);
    }
}
