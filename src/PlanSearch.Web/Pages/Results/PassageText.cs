using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components.Rendering;
using PlanSearch.Answers.Hits;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Pages.Picking;
using PlanSearch.Web.Pages.Texts;
using PlanSearch.Web.Pages.Views;

namespace PlanSearch.Web.Pages.Results;

/// <summary>A passage of a record; every mark leads to its place in the plan. In code: markup would put blanks into the text.</summary>
/// <param name="links">The addresses of the page.</param>
/// <param name="texts">The texts of its language.</param>
/// <param name="request">The search.</param>
internal sealed class PassageText(SiteLinks links, PageTexts texts, SearchRequest request)
{
    /// <summary>Writes it.</summary>
    /// <param name="builder">Where to.</param>
    /// <param name="hit">The record.</param>
    /// <param name="passage">One of its passages.</param>
    /// <param name="hasBox">Whether it has a box: not where that of its record says the same.</param>
    /// <param name="isCited">Whether it is cited by itself: not where its record is cited as it is.</param>
    public void Add(RenderTreeBuilder builder, RecordHit hit, Passage passage, bool hasBox, bool isCited)
    {
        ImmutableArray<TextRange> marks = [.. passage.Marks.Select(mark => new TextRange(mark[0], mark[1]))];
        builder.OpenElement(0, "p");
        builder.AddAttribute(1, "class", passage.Text.Contains('\t', StringComparison.Ordinal) ? "passage cells" : "passage");
        builder.AddAttribute(2, "data-block", $"{hit.Plan}#{passage.Anchor}");
        builder.AddAttribute(3, "data-offset", passage.Offset == 0 ? null : passage.Offset.ToString(CultureInfo.InvariantCulture));
        if (hasBox)
        {
            PickBox.Add(
                builder, hit.Plan, passage.Anchor, [.. marks.Select(mark => new TextRange(passage.Offset + mark.Start, mark.Length))],
                passage.Text, texts);
        }

        AddCut(builder, passage.Offset > 0);
        MarkedText.Add(
            builder, passage.Text, marks, new TextRange(0, passage.Text.Length),
            mark => new MarkLink(Id: null, links.At(hit.Plan, request, passage.Anchor, passage.Offset + mark.Start), Title: null));
        AddCut(builder, passage.IsCut);
        AddSpot(builder, texts.Spot(passage.Place), isCited ? links.Cite(hit.Plan, request, passage.Anchor) : null);
        builder.CloseElement();
    }

    // No text of the plan: what is selected is picked without it.
    private static void AddCut(RenderTreeBuilder builder, bool isCut)
    {
        if (isCut)
        {
            builder.AddMarkupContent(4, "<i>…</i>");
        }
    }

    private void AddSpot(RenderTreeBuilder builder, string spot, string? cited)
    {
        if (spot.Length == 0 && cited is null)
        {
            return;
        }

        builder.OpenElement(5, "small");
        builder.AddContent(6, spot);
        if (cited is not null)
        {
            builder.AddContent(7, " ");
            builder.OpenElement(8, "a");
            builder.AddAttribute(9, "href", cited);
            builder.AddContent(10, texts.CiteThis);
            builder.CloseElement();
        }

        builder.CloseElement();
    }
}
