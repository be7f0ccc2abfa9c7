using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using PlanSearch.Answers.Clips;
using PlanSearch.Plans;
using PlanSearch.Web.Pages.Texts;

namespace PlanSearch.Web.Pages.Picking;

/// <summary>
/// The box that picks a place for the folder; it belongs to the form of <see cref="PickBar"/>, wherever on the page it is.
/// </summary>
public sealed class PickBox : ComponentBase
{
    private const int LabelLength = 12;

    /// <summary>The plan's id.</summary>
    [Parameter, EditorRequired]
    public required string Plan { get; set; }

    /// <summary>The block's anchor.</summary>
    [Parameter, EditorRequired]
    public required string Anchor { get; set; }

    /// <summary>What is picked in it, as ranges of its text; empty for all of it.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyCollection<TextRange> Hits { get; set; }

    /// <summary>What the box is called after; its beginning is enough.</summary>
    [Parameter, EditorRequired]
    public required string About { get; set; }

    [Inject]
    private PageTexts T { get; set; } = null!;

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder) => Add(builder, Plan, Anchor, Hits, About, T);

    /// <summary>Writes a box. In code: markup would put blanks around it, and the text beside it is measured.</summary>
    internal static void Add(
        RenderTreeBuilder builder, string plan, string anchor, IReadOnlyCollection<TextRange> hits, string about, PageTexts texts)
    {
        builder.OpenElement(0, "input");
        builder.AddAttribute(1, "type", "checkbox");
        builder.AddAttribute(2, "class", "pick");
        builder.AddAttribute(3, "form", "picks");
        builder.AddAttribute(4, "name", ClipForm.Pick);
        builder.AddAttribute(5, "value", ClipPick.Write(plan, anchor, hits));
        builder.AddAttribute(6, "aria-label", texts.PickOne(LabelOf(about)));
        builder.CloseElement();
    }

    private static string LabelOf(string about)
    {
        var length = Math.Min(LabelLength, about.Length);
        return about[..(length > 0 && char.IsHighSurrogate(about[length - 1]) ? length - 1 : length)];
    }
}
