using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Web.Features.Editing;

namespace PeaceTracker.Web.Features.Rows;

/// <summary>
/// A page on which one thing of the board is added or edited by a form: what the form was opened with, whether somebody else has
/// changed that, and the command that saves it. Descriptive rows have <see cref="RowPage{T}"/>.
/// </summary>
public abstract class FormPage<T> : AddingPage where T : class
{
    /// <summary>What the form was opened with; null for a new one.</summary>
    public T? Original { get; private set; }

    /// <summary>Whether somebody else has changed it meanwhile, or taken it off the board.</summary>
    public bool Moved { get; private set; }

    /// <summary>Since when something that was judged otherwise holds; what was typed stays when the form goes on with another version.</summary>
    public JudgementForm Judgement { get; private set; } = new();

    /// <summary>Whether the form has to ask since when.</summary>
    public bool AsksSince => JudgementForm.IsAsked(Original, ToRow(new FormCheck()));

    /// <summary>Whether the form has to ask what was wrong: a judgement, or the day of an earlier change.</summary>
    public bool AsksWhatWasWrong => (AsksSince && Judgement.Since == JudgementSince.Always) || Judgement.CorrectsDays(Earlier);

    /// <summary>How it was judged before, in what the form was opened with.</summary>
    public IReadOnlyList<IEarlier> Earlier => (Original as IJudged<T>)?.Earlier ?? [];

    /// <summary>The section of the record, as the negotiation file names it.</summary>
    public string Section => In.Name;

    /// <inheritdoc />
    protected override RecordSection Of => In;

    private static RecordSection In { get; } = RecordSections.Of(typeof(T));

    /// <summary>The key in the section; null for a new one.</summary>
    public abstract string? RowKey { get; }

    /// <summary>What is edited as it is on the newest board, retracted or not; null for a new one.</summary>
    // While the page is loading there is no board yet.
    public RecordRow? Recorded => RowKey is null || Board is null ? null : RecordRows.Find(Board.Record, Section, RowKey);

    /// <summary>Why this account can't use the form, in a sentence; null where it can.</summary>
    public string? Refused => MayChange(In) ? null : L.Managers(In);

    /// <summary>What of the form is kept to managers.</summary>
    public Locks Locks => Manages || !Board.Negotiation.RequiresApproval
        ? new(false, false, "")
        : new(Original is not null, true, Address.Path("edit/outcome"));

    /// <summary>Whether what is typed moves a figure or a stated outcome, which this account may not do.</summary>
    public bool IsBeyond => !Manages && ToRow(new FormCheck()) is IRow row
        && RowRights.ToWrite(In, Original as IRow, row, Board.Negotiation.RequiresApproval) > AccountRole.Editor;

    /// <summary>Where what is typed is kept: the address of the form, with what is edited by it, or what a new row is about.</summary>
    public virtual string FormAddress => EditPaths.Form(Address, Section, RowKey) + (RowKey is null ? Given.Query : "");

    /// <summary>Where to go once it is saved: to the list, where the next one can be added, or to where readers see what was edited.</summary>
    public virtual string Next(string key) => RowKey is null ? EditPaths.List(Address, Section, key) : Cancel;

    /// <summary>Where to go without saving.</summary>
    public string Cancel => Recorded is { Retracted: null } row ? EditPaths.Reading(Address, row) : EditPaths.List(Address, Section);

    /// <summary>Makes a row of the fields; what is missing is told to <paramref name="check"/>.</summary>
    public abstract T ToRow(FormCheck check);

    /// <summary>Makes what is saved of the whole form, with what was judged before; what is missing is told to <paramref name="check"/>.</summary>
    public T ToJudgedRow(FormCheck check) => Judgement.ToRow(check, Original, ToRow(check));

    /// <summary>The command that saves it.</summary>
    public abstract BoardCommand Command(T row);

    /// <summary>Goes on with another version: the form shows <paramref name="shown"/>, to be saved in the place of
    /// <paramref name="original"/>.</summary>
    public void GoOn(T original, T shown)
    {
        Original = original;
        TakeNewest();
        Fill(shown);
        OnBoardMoved();
        StateHasChanged();
    }

    /// <summary>Goes on with what was typed before, into the form of <paramref name="original"/> as it was then.</summary>
    public void GoOnWith(T? original, JudgementForm judgement)
    {
        (Original, Judgement) = (original, judgement);
        OnBoardMoved();
        StateHasChanged();
    }

    /// <summary>Fills the form; empty for a new one.</summary>
    protected abstract void Fill(T? row);

    /// <summary>The same for another one after <paramref name="row"/>, with what is worth keeping of it.</summary>
    protected virtual void FillAfter(T row) => Fill(null);

    /// <inheritdoc />
    protected sealed override void FillAfter(IRow? row)
    {
        (Original, Judgement) = (null, new());
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
        (Original, Moved, Judgement) = (Live, false, new());
        Fill(RowKey is null ? (T?)Copied() : Original);
        return RowKey is null || Original is not null;
    }

    /// <inheritdoc />
    protected override void OnBoardMoved() => Moved = Original is not null && (Live is not { } now || RowFields.Compare(Original, now).Count > 0);

    private T? Live => Recorded is { Retracted: null, Row: T row } ? row : null;
}
