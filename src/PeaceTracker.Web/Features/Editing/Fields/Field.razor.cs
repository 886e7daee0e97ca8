using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace PeaceTracker.Web.Features.Editing.Fields;

/// <summary>What every field has: a label that is seen, help, and beside it what the server refused.</summary>
public abstract partial class Field : ComponentBase, IDisposable
{
    private FieldErrors own = new();

    /// <summary>The label.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>A sentence under the label: what belongs here.</summary>
    [Parameter] public string? Help { get; set; }

    /// <summary>The form's errors.</summary>
    [Parameter] public FieldErrors? Errors { get; set; }

    /// <summary>The field's path in them, such as "title".</summary>
    [Parameter] public string Path { get; set; } = "";

    /// <summary>Whether it has to be filled.</summary>
    [Parameter] public bool Required { get; set; }

    /// <summary>Whether it can't be changed.</summary>
    [Parameter] public bool Disabled { get; set; }

    /// <summary>The visible words.</summary>
    [Inject] protected IStringLocalizer<Text> L { get; set; } = default!;

    /// <summary>The id of the input.</summary>
    public string Id { get; private set; } = "";

    /// <summary>The form's errors, or the field's own where it stands alone.</summary>
    protected FieldErrors Faults => Errors ?? own;

    /// <summary>What is wrong with the field.</summary>
    protected IReadOnlyList<string> Messages => Faults[Path];

    /// <summary>For aria-invalid.</summary>
    protected string? Invalid => Messages.Count > 0 ? "true" : null;

    /// <summary>For aria-describedby: the help and the errors.</summary>
    protected string? DescribedBy => (Help, Messages.Count) switch
    {
        (null, 0) => null,
        (null, _) => $"{Id}-error",
        (_, 0) => $"{Id}-help",
        _ => $"{Id}-help {Id}-error",
    };

    /// <summary>Says why the field can't read what is typed into it; null where it can.</summary>
    protected void SetUnread(string? message) => Faults.SetUnread(this, Path, message);

    /// <inheritdoc />
    public void Dispose()
    {
        // What can't be read goes with the field, which another may have moved up for.
        Faults.SetUnread(this, Path, null);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected override void OnParametersSet() => Id = Faults.IdOf(Path.Length == 0 ? Label : Path);
}
