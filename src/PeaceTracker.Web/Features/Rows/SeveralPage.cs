using Microsoft.AspNetCore.Components;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Search;
using PeaceTracker.Web.Features.Editing;

namespace PeaceTracker.Web.Features.Rows;

/// <summary>A page on which several rows are added in one table: all of them, or none.</summary>
public abstract class SeveralPage<TForm> : EditPage where TForm : notnull
{
    [Inject] private BoardEditor Editor { get; set; } = default!;

    /// <summary>What is typed.</summary>
    public TForm Form { get; protected set; } = default!;

    /// <summary>What was refused.</summary>
    public SaveAttempt Attempt { get; private set; } = default!;

    /// <summary>The heading.</summary>
    public abstract string Title { get; }

    /// <summary>Where what is typed is kept: the address of the form.</summary>
    public string At => Address.Path($"edit/several/{Name}");

    /// <summary>Why this account can't use the form, in a sentence; null where it can.</summary>
    public abstract string? Refused { get; }

    /// <summary>Where an outcome of talks is recorded, where that is the way instead.</summary>
    public virtual string? Instead => null;

    /// <summary>The last part of its address.</summary>
    protected abstract string Name { get; }

    /// <summary>The command that adds what is typed; what is missing is told to <paramref name="check"/>.</summary>
    protected abstract BoardCommand Command(FormCheck check);

    /// <summary>An empty form.</summary>
    protected abstract TForm Empty();

    /// <summary>Brings the form into line with the board, as after another letter.</summary>
    public virtual void Arrange() => StateHasChanged();

    /// <summary>Goes on with what was typed before.</summary>
    public void GoOn(TForm typed)
    {
        Form = typed;
        Arrange();
    }

    /// <summary>Names of what would be added that stand on the board already, or twice in the table: asked about once.</summary>
    public IReadOnlyList<string> Twins { get; private set; } = [];

    /// <summary>Saves it; true where all of it is on the board. Not where names are the <paramref name="same"/>, unless that is meant so.</summary>
    public async Task<bool> SaveAsync(bool same = false)
    {
        var check = new FormCheck();
        var command = Command(check) with { TypedAt = At };
        Twins = same || check.Errors.Count > 0 || (await Editor.PreviewAsync(command, Closed)).Board is not { } then ? []
            : SameName.Among(Board.Record, then.Record);
        if (Twins.Count > 0)
        {
            Attempt = new(L);
            return false;
        }

        return await Attempt.RunAsync(Editor, command with { FormErrors = check.Errors }, AccountId) is not null;
    }

    /// <inheritdoc />
    protected override bool OnBoard()
    {
        (Attempt, Form) = (new(L), Empty());
        return true;
    }

    /// <inheritdoc />
    protected override void OnBoardMoved() => Arrange();
}
