using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using PlanSearch.Answers.ForReading;
using PlanSearch.Plans;
using PlanSearch.Web.Pages.Picking;
using PlanSearch.Web.Pages.Views;

namespace PlanSearch.Web.Pages.ForReading;

/// <summary>One block of a plan outside tables: a heading, paragraph, item or note under its anchor, with its mentions marked.</summary>
public sealed class BlockText : ComponentBase
{
    /// <summary>What is shown; its anchor becomes the id of the element.</summary>
    [Parameter, EditorRequired]
    public required ReadingBlock Block { get; set; }

    /// <summary>The page it is on.</summary>
    [Parameter, EditorRequired]
    public required ReadingSetting Setting { get; set; }

    // A component in code: which element it is depends on the depth of the heading.
    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var (element, style) = Setting.ElementOf(Block);
        builder.OpenElement(0, element);
        builder.AddAttribute(1, "id", Block.Anchor);
        builder.AddAttribute(2, "class", style);
        builder.OpenComponent<FormerFragments>(27);
        builder.AddAttribute(28, nameof(FormerFragments.Ids), Block.FormerFragments);
        builder.CloseComponent();
        var lead = Block.Lead.Length > 0 ? Block.Lead.End : 0;
        if (lead > 0)
        {
            builder.OpenElement(3, "strong");
            AddText(builder, new TextRange(0, lead));
            builder.CloseElement();
        }

        AddText(builder, new TextRange(lead, Block.Text.Length - lead));
        AddPlace(builder);
        builder.CloseElement();
    }

    // Behind the text, so that nothing shifts: the mark that cites the block, and where asked for its source line.
    private void AddPlace(RenderTreeBuilder builder)
    {
        if (Setting.WithLines)
        {
            builder.OpenElement(9, "span");
            builder.AddAttribute(10, "class", "line");
            if (Setting.Correct is { } correct)
            {
                builder.OpenElement(23, "a");
                builder.AddAttribute(24, "href", correct(Block.Place.Line));
                builder.AddAttribute(25, "title", Setting.CorrectLabel);
                builder.AddContent(26, Words.Number(Block.Place.Line));
                builder.CloseElement();
            }
            else
            {
                builder.AddContent(11, Words.Number(Block.Place.Line));
            }

            builder.CloseElement();
        }

        if (!Block.Marks.IsEmpty)
        {
            builder.OpenComponent<PickBox>(18);
            builder.AddAttribute(19, nameof(PickBox.Plan), Setting.Plan);
            builder.AddAttribute(20, nameof(PickBox.Anchor), Block.Anchor);
            builder.AddAttribute(21, nameof(PickBox.Hits), Block.Marks);
            builder.AddAttribute(22, nameof(PickBox.About), Block.Text);
            builder.CloseComponent();
        }

        if (Setting.CiteOf(Block) is { } cite)
        {
            builder.OpenElement(12, "a");
            builder.AddAttribute(13, "class", "pin");
            builder.AddAttribute(14, "href", cite);
            builder.AddAttribute(15, "title", Setting.CiteLabel);
            builder.AddAttribute(16, "aria-label", Setting.CiteLabel);
            builder.AddContent(17, "¶");
            builder.CloseElement();
        }
    }

    private void AddText(RenderTreeBuilder builder, TextRange slice)
    {
        builder.OpenComponent<MarkedText>(4);
        builder.AddAttribute(5, nameof(MarkedText.Text), Block.Text);
        builder.AddAttribute(6, nameof(MarkedText.Marks), Block.Marks);
        builder.AddAttribute(7, nameof(MarkedText.Slice), (TextRange?)slice);
        builder.AddAttribute(8, nameof(MarkedText.Link), Setting.LinksOf(Block));
        builder.CloseComponent();
    }
}
