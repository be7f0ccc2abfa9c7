using PlanSearch.Answers.Citations;
using PlanSearch.Answers.Texts;
using PlanSearch.Index.Port;
using PlanSearch.Plans.Text;

namespace PlanSearch.Answers.Changes;

/// <summary>
/// A mention at one moment, with all that makes it the same mention later: what merely counts (paragraph, item, page, line) is not part of
/// it.
/// </summary>
internal sealed class MentionAt
{
    private const string HeadingKind = "heading";

    /// <param name="text">Its plan.</param>
    /// <param name="mention">The mention.</param>
    /// <param name="metadata">See <see cref="Metadata"/>.</param>
    public MentionAt(PlanText text, Mention mention, string metadata)
    {
        (Text, Mention, Metadata) = (text, mention, metadata);
        var place = text.PlaceOf(mention.Block, mention.Start);
        // A heading is under those above it: where it is reworded it stays where it is.
        var above = place.Kind == HeadingKind && place.Path.Length > 0 ? place.Path[..^1] : place.Path;
        Id = MentionId.Of(text, mention.Block, mention.Start, mention.Length);
        Place = string.Join('\u0001', [.. above, "", place.BoxLabel ?? "", place.Kind]);
        Hit = Fold.Of(text.BlockText(mention.Block).Substring(mention.Start, mention.Length));
    }

    /// <summary>Its plan as it was at that moment: what offsets and anchors are looked up in.</summary>
    public PlanText Text { get; }

    /// <summary>Block, range and literal; its offsets are of the text of that moment.</summary>
    public Mention Mention { get; }

    /// <summary>See <see cref="MentionId"/>: the words of its block, and where in them it is.</summary>
    public string Id { get; }

    /// <summary>The headings above it, the label of its box, its kind.</summary>
    public string Place { get; }

    /// <summary>Its words, folded.</summary>
    public string Hit { get; }

    /// <summary>What is known of its plan, in one line.</summary>
    public string Metadata { get; }

    /// <summary>The words of its block.</summary>
    public string Block => Text.BlockText(Mention.Block);
}
