using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace PeaceTracker.Web.Layout;

/// <summary>The part of a document that is one person's, as <see cref="YourPart"/> writes it with each word encoded; or its place.</summary>
public sealed class YourMenu : ComponentBase
{
    /// <summary>The part.</summary>
    [Parameter, EditorRequired] public required string Part { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddMarkupContent(0, Part);
}
