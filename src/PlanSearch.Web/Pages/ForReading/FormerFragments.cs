using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace PlanSearch.Web.Pages.ForReading;

/// <summary>Where old addresses lead: the anchors that a block, and the mentions in it, had before the plan was cut otherwise.</summary>
public sealed class FormerFragments : ComponentBase
{
    /// <summary>The fragments; none for nearly every block.</summary>
    [Parameter, EditorRequired]
    public required ImmutableArray<string> Ids { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var id in Ids)
        {
            builder.OpenElement(0, "span");
            builder.AddAttribute(1, "id", id);
            builder.CloseElement();
        }
    }
}
