using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using PlanSearch.Web.Pages.Views;

namespace PlanSearch.Web.Pages.Manuals;

/// <summary>A line of a manual: code, bold and links to other manuals become elements, everything else is text.</summary>
public sealed partial class ManualText : ComponentBase
{
    private const string Extension = ".md";

    /// <summary>The Markdown of one paragraph, item or cell.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Inject]
    private SiteLinks Links { get; set; } = null!;

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var at = 0;
        foreach (Match found in Marked().Matches(Text))
        {
            builder.AddContent(0, Text[at..found.Index]);
            var (name, text) = found.Groups["code"] is { Success: true } code ? ("code", code.Value)
                : found.Groups["bold"] is { Success: true } bold ? ("strong", bold.Value)
                : ("a", found.Groups["link"].Value);
            builder.OpenElement(1, name);
            if (name == "a")
            {
                builder.AddAttribute(2, "href", Links.Manual(found.Groups["to"].Value.Replace(Extension, "", StringComparison.Ordinal)));
            }

            builder.AddContent(3, text);
            builder.CloseElement();
            at = found.Index + found.Length;
        }

        builder.AddContent(4, Text[at..]);
    }

    [GeneratedRegex(
        @"`(?<code>[^`]+)`|\*\*(?<bold>[^*]+)\*\*|\[(?<link>[^\]]+)\]\((?<to>[^):]+\.md)\)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marked();
}
