using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Web.Shared;

/// <summary>What all pages of a negotiation do first: read the address, find the board, fold it to the date asked for.</summary>
public abstract class BoardPage : ComponentBase
{
    /// <summary>The negotiation's slug.</summary>
    [Parameter] public string Slug { get; set; } = "";

    /// <summary>The date asked for, as the address has it.</summary>
    [SupplyParameterFromQuery(Name = "asOf")] public string? AsOf { get; set; }

    /// <summary>The date up to which the record is read, as the address has it.</summary>
    [SupplyParameterFromQuery(Name = "knownAt")] public string? KnownAt { get; set; }

    /// <summary>Where and when the page is; makes all links.</summary>
    protected BoardAddress At { get; private set; } = new("");

    /// <summary>The board on the date asked for; only where <see cref="Ready"/>.</summary>
    protected BoardSnapshot Snapshot { get; private set; } = null!;

    /// <summary>Whether the address could be read and led to a board. Where it is false the page shows <see cref="Problem"/>, if there is one.</summary>
    protected bool Ready { get; private set; }

    /// <summary>What can't be read in the address: shown by BadInput, with status 400.</summary>
    protected string? Problem { get; private set; }

    /// <summary>Today (UTC).</summary>
    protected DateOnly Present => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    [Inject] private FindBoard FindBoard { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IStringLocalizer<Text> Localizer { get; set; } = default!;

    [CascadingParameter] private HttpContext? Http { get; set; }

    /// <inheritdoc />
    protected sealed override async Task OnParametersSetAsync()
    {
        (Ready, Problem) = (false, null);
        if (BoardAddress.Read(Slug, AsOf, KnownAt, out var badDate) is not { } address)
        {
            Refuse(Localizer["“{0}” is not a date. Dates are written like 2025-12-15.", badDate!]);
            return;
        }

        At = address;
        if (await FindBoard(Slug, Http?.RequestAborted ?? CancellationToken.None) is not { } board)
        {
            NotFound();
            return;
        }

        if (At.AsOf < board.Negotiation.StartedOn || At.AsOf > Present)
        {
            Refuse(Localizer["The board can be asked for from {0} to {1}.", Localizer.Date(board.Negotiation.StartedOn), Localizer.Date(Present)]);
            return;
        }

        Snapshot = board.AsOf(At.AsOf ?? Present, At.KnownAt);
        Ready = true;
        Load();
    }

    /// <summary>Prepares the page from <see cref="Snapshot"/>. Ends with <see cref="NotFound"/> or <see cref="Refuse"/> where its key or its filters lead nowhere.</summary>
    protected virtual void Load()
    {
    }

    /// <summary>Answers 404 with the not-found page.</summary>
    protected void NotFound()
    {
        Ready = false;
        Navigation.NotFound();
    }

    /// <summary>Answers 400 and says why.</summary>
    protected void Refuse(string problem) => (Ready, Problem) = (false, problem);
}

/// <summary>Finds the board of a negotiation by its slug; null where there is none.</summary>
public delegate Task<Board?> FindBoard(string slug, CancellationToken cancellationToken);
