using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace PlanSearch.Web.Pages.Views;

/// <summary>A sentence with numbers in it, each set off; in code, because markup would put blanks between them.</summary>
public sealed class Phrase : ComponentBase
{
    /// <summary>The sentence, with {0}, {1}, … where the values are.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>The values, in the order of their numbers.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<PhraseValue> Values { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var at = 0;
        for (var open = Text.IndexOf('{', at); open >= 0; open = Text.IndexOf('{', at))
        {
            builder.AddContent(0, Text[at..open]);
            var value = Values[Text[open + 1] - '0'];
            builder.OpenElement(1, "b");
            builder.AddAttribute(2, "data-count", value.Name);
            builder.AddContent(3, value.Text);
            builder.CloseElement();
            at = open + "{0}".Length;
        }

        builder.AddContent(4, Text[at..]);
    }
}

/// <summary>A number or word that a sentence of the page has in it, so that a script finds it.</summary>
/// <param name="Name">What it counts, for scripts and tests: plans, records, mentions, query.</param>
/// <param name="Text">As it is shown.</param>
public sealed record PhraseValue(string Name, string Text);
