using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Import;
using PeaceTracker.Web.Features.Editing;

namespace PeaceTracker.Web.Features.Import;

/// <summary>The page on which a table is brought, looked at and imported.</summary>
public partial class ImportPage
{
    [Inject] private ImportDesk Desk { get; set; } = default!;

    [Inject] private OwnChanges Changes { get; set; } = default!;

    [Inject] private Reversals Back { get; set; } = default!;

    [Inject] private FormKeeper Forms { get; set; } = default!;

    private const int MostBefore = 10;
    private IReadOnlyList<Change> before = [];
    private IReadOnlyDictionary<long, Reversal> back = new Dictionary<long, Reversal>();
    private ImportJob? job;
    private string? refused, name;
    private bool bringing;
    private Guid once = Guid.NewGuid();

    /// <inheritdoc />
    protected override async Task OnAliveAsync()
    {
        before = await Changes.OfKindAsync(Slug, ImportRows.ChangeKind, MostBefore, Closed);
        back = await Back.OfAsync(Slug, before, Closed);
        Follow(Desk.Find(Slug, AccountId));
    }

    /// <inheritdoc />
    protected override void OnBoardMoved()
    {
        if (job?.Stage == ImportStage.Checked)
        {
            Desk.Check(job);
        }
    }

    private async Task BringAsync(IBrowserFile file)
    {
        (refused, name, bringing) = (file.Size > TableFile.Largest ? TableFile.TooLarge : null, file.Name, file.Size <= TableFile.Largest);
        if (!bringing)
        {
            return;
        }

        StateHasChanged();
        try
        {
            await using var stream = file.OpenReadStream(TableFile.Largest, Closed);
            refused = await Desk.BringAsync(Slug, AccountId, file.Name, stream, KeptAsync, Closed);
        }
        catch (IOException)
        {
            refused = L["The file did not arrive whole. Choose it again."];
        }
        finally
        {
            bringing = false;
        }

        Follow(Desk.Find(Slug, AccountId));
    }

    private async Task TakeAsync((TableView View, ImportKind Kind) taken) => await Desk.TakeAsync(job!, taken.View, taken.Kind, KeptAsync, Closed);

    private void Check() => Desk.Check(job!);

    private async Task ImportAsync()
    {
        // The next table of the kind begins with what was chosen for this one.
        await Forms.KeepAsync(
            AccountId, new(KeptAt(job!.Kind), L["Import a table"], FormKeeper.Aside), job.Mapping.Write(), null, Closed);
        Desk.Import(job, once);
        once = Guid.NewGuid();
    }

    private async Task ToOutcomeAsync()
    {
        if (await Desk.ToOutcomeAsync(job!, Closed) is { } id)
        {
            Navigation.NavigateTo(Address.Path($"edit/outcome/{id}"));
        }
    }

    private async Task DropAsync()
    {
        Desk.Drop(job!);
        (refused, name) = (null, null);
        await OnAliveAsync();
    }

    private async Task<ImportMapping?> KeptAsync(ImportKind kind) =>
        await Forms.FindAsync(AccountId, KeptAt(kind), Closed) is { Typed: var typed } ? ImportMapping.Read(typed) : null;

    private string KeptAt(ImportKind kind) => $"{Address.Path("edit/import")}#{kind.Name}";

    private IEnumerable<string> Sentences(SaveResult result)
    {
        var attempt = new SaveAttempt(L);
        attempt.Take(result);
        return attempt.Errors.All.Select(error => error.Message).Distinct().Take(5);
    }

    private void Follow(ImportJob? followed)
    {
        if (job is not null)
        {
            job.Moved -= Show;
        }

        job = followed;
        if (job is not null)
        {
            job.Moved += Show;
        }
    }

    private void Show() => InTurn(() =>
    {
        StateHasChanged();
        return Task.CompletedTask;
    });

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        Follow(null);
        base.Dispose(disposing);
    }
}
