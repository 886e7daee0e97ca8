using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace PeaceTracker.Web.Reading;

/// <summary>
/// What a page says to machines, in the element in which they look for it. It is data and never run, so the policy that allows no script in a page
/// lets it be. It stands there as it is, for nothing in such an element is decoded; what could end the element is escaped by the writer of the JSON.
/// </summary>
public sealed class LinkedDataElement : ComponentBase
{
    /// <summary>The data.</summary>
    [Parameter, EditorRequired] public required JsonObject Data { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder) =>
        builder.AddMarkupContent(0, $"""<script type="application/ld+json">{Data.ToJsonString()}</script>""");
}
