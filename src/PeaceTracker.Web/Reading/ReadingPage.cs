using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Web.Reading;

/// <summary>
/// A page about one negotiation on one date. It opens the board of the address: an unknown slug is not found, a date that can't
/// be asked for is refused with a sentence. What the page adds of its own goes into <see cref="OnBoard"/>.
/// </summary>
public abstract class ReadingPage : ComponentBase, ISharedDocument
{
    /// <summary>The negotiation's slug.</summary>
    [Parameter] public string Slug { get; set; } = "";

    /// <summary>The visible words.</summary>
    [Inject] protected IStringLocalizer<Text> L { get; set; } = default!;

    /// <summary>For links and for saying that something is not there.</summary>
    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    [Inject] private Openings Openings { get; set; } = default!;

    /// <summary>The request that is answered.</summary>
    [CascadingParameter] protected HttpContext? Http { get; set; }

    /// <summary>The board on the date; there once <see cref="Ready"/>.</summary>
    protected BoardSnapshot At { get; private set; } = default!;

    /// <summary>Where and when the page is; there once <see cref="Ready"/>.</summary>
    protected BoardAddress Address { get; private set; } = default!;

    /// <summary>
    /// The values of the address, for what the page itself asks. Where one that <see cref="OnBoard"/> reads can't be used, the
    /// address is refused: 400, with a sentence that says which and what can.
    /// </summary>
    protected AddressValues Values { get; private set; } = default!;

    /// <summary>Today in the negotiation's time zone; there once <see cref="Ready"/>.</summary>
    protected DateOnly Today { get; private set; }

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
        Values = AddressValues.Of(Navigation, L);
        if (await Openings.OpenAsync(Slug, Values, Http?.User, Http?.RequestAborted ?? CancellationToken.None) is not { } opening)
        {
            Navigation.NotFound();
            return;
        }

        (Address, RefusalBack) = (opening.Address, new BoardAddress(Slug).Summary);
        Today = opening.Today;
        if (opening.At is { } at)
        {
            (At, Ready) = (at, true);
            OnBoard();
        }

        if (Values.Refusal is { } refusal && (Ready || opening.At is null))
        {
            (Ready, Refusal) = (false, refusal);
        }
    }

    /// <summary>Reads from <see cref="Values"/> what the page itself asks and makes its view; may call <see cref="Missing"/>.</summary>
    protected virtual void OnBoard()
    {
    }

    /// <summary>What the address names is not on the board: 404.</summary>
    protected void Missing()
    {
        Ready = false;
        Navigation.NotFound();
    }
}
