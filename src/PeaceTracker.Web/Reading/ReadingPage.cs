using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Reading;

/// <summary>
/// A page about one negotiation on one date. It opens the board of the address: an unknown slug is not found, a date that can't
/// be asked for is refused with a sentence. What the page adds of its own goes into <see cref="OnBoard"/>.
/// </summary>
public abstract class ReadingPage : ComponentBase
{
    /// <summary>The negotiation's slug.</summary>
    [Parameter] public string Slug { get; set; } = "";

    /// <summary>The date asked for, as the address has it.</summary>
    [SupplyParameterFromQuery(Name = "asOf")] public string? AsOfText { get; set; }

    /// <summary>The date up to which the record is to be read, as the address has it.</summary>
    [SupplyParameterFromQuery(Name = "knownAt")] public string? KnownAtText { get; set; }

    /// <summary>The visible words.</summary>
    [Inject] protected IStringLocalizer<Text> L { get; set; } = default!;

    /// <summary>For links and for saying that something is not there.</summary>
    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    [Inject] private BoardReader Boards { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [CascadingParameter] private HttpContext? Http { get; set; }

    /// <summary>The board on the date; there once <see cref="Ready"/>.</summary>
    protected BoardSnapshot At { get; private set; } = default!;

    /// <summary>Where and when the page is; there once <see cref="Ready"/>.</summary>
    protected BoardAddress Address { get; private set; } = default!;

    /// <summary>Today, in UTC.</summary>
    protected DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    /// <summary>Whether the board is open and nothing was refused or missing: the page can be drawn.</summary>
    protected bool Ready { get; private set; }

    /// <summary>Why the address was refused; null where it was not. Shown by <see cref="Unopened"/>.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Where a refused reader goes on: the negotiation's summary, or the list of negotiations where that is not known.</summary>
    public string? RefusalBack { get; private set; }

    /// <inheritdoc />
    protected sealed override async Task OnParametersSetAsync()
    {
        (Ready, Refusal) = (false, null);
        var board = await Boards.FindAsync(Slug, Http?.RequestAborted ?? CancellationToken.None);
        if (board is null)
        {
            Navigation.NotFound();
            return;
        }

        // An address is written in one way, so that what is cited can be found again.
        if (board.Negotiation.Slug != Slug)
        {
            Navigation.NotFound();
            return;
        }

        RefusalBack = new BoardAddress(Slug).Summary;
        if (Open(board))
        {
            Ready = true;
            OnBoard();
        }
    }

    /// <summary>Reads what the page's own address says and makes its view; may call <see cref="Missing"/> or <see cref="Refuse"/>.</summary>
    protected virtual void OnBoard()
    {
    }

    /// <summary>What the address names is not on the board: 404.</summary>
    protected void Missing()
    {
        Ready = false;
        Navigation.NotFound();
    }

    /// <summary>A value of the address can't be used: 400, with a sentence that says which and what can.</summary>
    protected void Refuse(string sentence)
    {
        Ready = false;
        Refusal = sentence;
    }

    // A value given twice is shown whole, and so refused, instead of one of the two being taken.
    private string? Whole(string name, string? first) => Http?.Request.Query[name] is { Count: > 1 } all ? all.ToString() : first;

    /// <summary>
    /// One page of a long list by the number in the address; an empty page, and the address refused, where there is no such page.
    /// The first page is there also where the list is empty.
    /// </summary>
    protected ListPage<T> Paged<T>(IReadOnlyList<T> all, string? number, int size)
    {
        var page = string.IsNullOrWhiteSpace(number) ? 1 : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        if (page < 1 || (page > 1 && (long)(page - 1) * size >= all.Count))
        {
            Refuse(L["There is no page {0} of this list. It has {1}.", number ?? "", L.Number(Math.Max(1, (all.Count + size - 1) / size), "{0} page", "{0} pages")]);
            return new ListPage<T>([], 1, size, all.Count);
        }

        return new ListPage<T>([.. all.Skip((page - 1) * size).Take(size)], page, size, all.Count);
    }

    private bool Open(Board board)
    {
        if (BoardAddress.Open(board, Whole("asOf", AsOfText), Whole("knownAt", KnownAtText), Today, L, out var refusal) is not { } address)
        {
            Refuse(refusal!);
            return false;
        }

        Address = address;
        At = board.AsOf(address.AsOf ?? Today, address.KnownAt);
        return true;
    }
}
