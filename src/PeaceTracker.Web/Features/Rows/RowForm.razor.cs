using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Search;
using PeaceTracker.Services.Sources;
using PeaceTracker.Web.Features.Editing;
using PeaceTracker.Web.Features.Editing.Fields;

namespace PeaceTracker.Web.Features.Rows;

/// <summary>Saves one row, asks where its name is there already, and settles what somebody else changed meanwhile.</summary>
public sealed partial class RowForm<T> where T : class
{
    [Inject] private BoardEditor Editor { get; set; } = default!;

    [Inject] private IStringLocalizer<Text> L { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private SaveAttempt attempt = default!;
    private FieldErrors errors = new();
    private IReadOnlyList<ConflictField> conflict = [];
    private ElementReference note;
    private bool chosen;
    private bool toNote;
    private IDescriptive? twin;
    private bool andAnother;
    private T? mine;

    /// <summary>The page.</summary>
    [Parameter, EditorRequired] public required FormPage<T> Page { get; set; }

    /// <summary>Told once it is saved.</summary>
    [Parameter] public EventCallback OnSaved { get; set; }

    /// <summary>The fields.</summary>
    [Parameter, EditorRequired] public required RenderFragment<FieldErrors> ChildContent { get; set; }

    private IReadOnlyList<SourceWarning> Warnings =>
        Page.ToRow(new()) is IRow row ? SourceWarning.Of(Page.Board.Record, row, Page.Original as IRow) : [];

    private string? By => attempt.Conflict?.By is { Length: > 0 } by ? by : null;

    /// <inheritdoc />
    protected override void OnInitialized() => attempt = new(L);

    private RowKind Kind => RowKinds.Of(Page.Section);

    private async Task SaveAsync(bool another = false, bool same = false)
    {
        var check = new FormCheck();
        mine = Page.ToJudgedRow(check);
        twin = same || check.Errors.Count > 0 || mine is not IDescriptive row ? null
            : SameName.Of(Page.Board.Record, row, Page.Original as IDescriptive);
        if (twin is not null)
        {
            (errors, andAnother, toNote) = (new(), another, true);
            return;
        }

        var saved = await attempt.RunAsync(Editor, Page.Command(mine) with { FormErrors = check.Errors, TypedAt = Page.FormAddress },
            Page.AccountId);
        (errors, conflict, chosen) = (attempt.Errors, [], false);
        if (saved is not null)
        {
            await OnSaved.InvokeAsync();
            if (another)
            {
                await Page.AddAnotherAsync(saved.KeyAt());
            }
            else
            {
                Navigation.NavigateTo(Page.Next(saved.KeyAt()));
            }
        }
        else if (attempt.Conflict is { Theirs: T theirs })
        {
            // What is missing comes first: a choice between versions of which one is a half would lose what was typed.
            if (check.Errors.Count > 0)
            {
                errors = new(check.Errors);
            }
            else if ((conflict = Conflict(theirs)).Count == 0)
            {
                // They have changed nothing that is not the same here.
                Take(new HashSet<string>());
                await SaveAsync(another, same: true);
            }
        }
    }

    private string EarlierWords(int index) =>
        Words(Earlier, RowFields.Compare(null, Page.Original!).First(field => field.Field == Earlier).After![index]);

    // What was judged before follows from the fields and from what they have saved: it is shown, and not chosen apart.
    private const string Earlier = "earlier";

    // The fields in which they differ from what the form was opened with, and the form from them.
    private List<ConflictField> Conflict(T theirs)
    {
        var own = RowFields.Told(theirs, mine!).ToDictionary(field => field.Field);
        return
        [
            .. from field in RowFields.Told(Page.Original!, theirs)
               let name = field.Field
               where own.ContainsKey(name)
               select new ConflictField(
                   name, L.Field(name, Page.Section), Words(name, field.Before), Words(name, field.After), Words(name, own[name].After),
                   name != Earlier),
        ];
    }

    private string Words(string field, System.Text.Json.Nodes.JsonNode? value) => L.Words(Page.Board, field, value, Page.Section);

    private void Choose(IReadOnlySet<string> fields)
    {
        // As the form is now: it may have been typed on beside the comparison.
        var check = new FormCheck();
        mine = Page.ToJudgedRow(check);
        if (check.Errors.Count > 0)
        {
            errors = new(check.Errors);
            return;
        }

        Take(fields);
        (conflict, chosen, toNote) = ([], true, true);
    }

    // Fields that they left alone stay as they were typed; of the others each as it was chosen.
    private void Take(IReadOnlySet<string> own)
    {
        var theirs = (T)attempt.Conflict!.Theirs;
        var changed = RowFields.Told(Page.Original!, theirs).Select(field => field.Field).ToHashSet();
        var kept = RowFields.Told(theirs, mine!).Select(field => field.Field)
            .Where(name => name != Earlier && (!changed.Contains(name) || own.Contains(name))).ToHashSet();
        Page.GoOn(theirs, RowFields.Merge(theirs, mine!, kept));
        attempt.Settle();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (toNote && (chosen || twin is not null))
        {
            toNote = false;
            await note.FocusAsync();
        }
    }
}
