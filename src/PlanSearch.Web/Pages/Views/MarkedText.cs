using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using PlanSearch.Plans;

namespace PlanSearch.Web.Pages.Views;

/// <summary>Text with its mentions marked: the only thing on the site that emits <c>mark</c>.</summary>
/// <remarks>The text is cut at the marks and every piece is encoded by the renderer; no piece ever becomes markup.</remarks>
public sealed class MarkedText : ComponentBase
{
    /// <summary>The text the marks count in.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>Mentions, rising, not overlapping; parts outside <see cref="Slice"/> are left out.</summary>
    [Parameter]
    public ImmutableArray<TextRange> Marks { get; set; } = [];

    /// <summary>The part of the text to show; all of it if not said.</summary>
    [Parameter]
    public TextRange? Slice { get; set; }

    /// <summary>Names a mark and says where it leads; null leaves marks without name and link.</summary>
    [Parameter]
    public Func<TextRange, MarkLink?>? Link { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder) =>
        Add(builder, Text, Marks, Slice ?? new TextRange(0, Text.Length), Link);

    /// <summary>Writes such a text into another component.</summary>
    internal static void Add(
        RenderTreeBuilder builder, string text, ImmutableArray<TextRange> marks, TextRange slice, Func<TextRange, MarkLink?>? link)
    {
        var at = slice.Start;
        foreach (var mark in marks)
        {
            var (start, end) = (Math.Max(mark.Start, at), Math.Min(mark.End, slice.End));
            if (start >= end)
            {
                continue;
            }

            builder.AddContent(0, text[at..start]);
            // A mark that began in an earlier slice has its name there.
            AddMark(builder, text[start..end], start == mark.Start ? link?.Invoke(mark) : null);
            at = end;
        }

        builder.AddContent(1, text[at..slice.End]);
    }

    private static void AddMark(RenderTreeBuilder builder, string text, MarkLink? link)
    {
        builder.OpenElement(2, "mark");
        builder.AddAttribute(3, "id", link?.Id);
        if (link?.Href is { } href)
        {
            builder.OpenElement(4, "a");
            builder.AddAttribute(5, "href", href);
            builder.AddAttribute(6, "title", link.Title);
            builder.AddContent(7, text);
            builder.CloseElement();
        }
        else
        {
            builder.AddContent(8, text);
        }

        builder.CloseElement();
        if (link is { Steps.IsDefaultOrEmpty: false })
        {
            AddSteps(builder, link.Steps);
        }
    }

    // Seen only beside the mark the address leads to: next and previous without script, and nothing to tab through elsewhere.
    private static void AddSteps(RenderTreeBuilder builder, ImmutableArray<(string Href, string Text)> steps)
    {
        builder.OpenElement(9, "span");
        builder.AddAttribute(10, "class", "steps");
        foreach (var (href, text) in steps)
        {
            builder.OpenElement(11, "a");
            builder.AddAttribute(12, "href", href);
            builder.AddContent(13, text);
            builder.CloseElement();
        }

        builder.CloseElement();
    }
}

/// <summary>A mark's name on the page and where it leads.</summary>
/// <param name="Id">Its id; null for none.</param>
/// <param name="Href">Where it leads; null for nowhere.</param>
/// <param name="Title">What is said of it on hovering.</param>
public sealed record MarkLink(string? Id, string? Href, string? Title)
{
    /// <summary>Where else one can go from it, beside it while the address leads to it.</summary>
    public ImmutableArray<(string Href, string Text)> Steps { get; init; } = [];
}
