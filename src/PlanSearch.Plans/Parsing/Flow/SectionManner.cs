using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Flow;

/// <summary>How the paragraphs of a section before a box open: what the text after the box is compared with.</summary>
/// <param name="All">How many paragraphs were looked at, at most eight.</param>
/// <param name="Led">How many of them open with a lead sentence (做强轴承产业。…).</param>
/// <param name="Named">How many of those leads are names (铁路。…).</param>
/// <param name="Labelled">How many open with a label (铁路：…).</param>
internal readonly record struct SectionManner(int All, int Led, int Named, int Labelled)
{
    private const int Paragraphs = 8;


    /// <summary>The manner of the section up to the box whose title's last line is before <paramref name="titleEnd"/>.</summary>
    public static SectionManner Before(List<Line> lines, int titleEnd)
    {
        var manner = default(SectionManner);
        for (var i = titleEnd - 2; i >= Math.Max(0, titleEnd - Measures.SectionReach) && !lines[i].Marker.IsStrong
            && manner.All < Paragraphs; i--)
        {
            if (lines[i] is { Kind: BlockKind.Paragraph, Continues: null, Plain: var text })
            {
                manner = new SectionManner(
                    manner.All + 1,
                    manner.Led + (Sentence.OpensWithSentence(text) ? 1 : 0),
                    manner.Named + (LeadWords.OpenWithName(text) ? 1 : 0),
                    manner.Labelled + (Sentence.OpensWithLabel(text) ? 1 : 0));
            }
        }

        return manner;
    }
}
