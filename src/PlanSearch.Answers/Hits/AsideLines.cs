using System.Collections.Immutable;
using PlanSearch.Answers.Counting;
using PlanSearch.Answers.Texts;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;

namespace PlanSearch.Answers.Hits;

/// <summary>Lines with occurrences that are not counted.</summary>
/// <param name="Lines">At most <see cref="AsideLines.MaxLines"/>, in division order, then as the plan reads.</param>
/// <param name="IsCut">Whether there are more lines.</param>
public sealed record AsideAnswer(ImmutableArray<AsideLine> Lines, bool IsCut);

/// <summary>A line of a contents page, a cover or the marks of a page.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Kind">Cover, contents or noise.</param>
/// <param name="Anchor">The block's anchor.</param>
/// <param name="Text">The line.</param>
/// <param name="Marks">The occurrences, rising, not overlapping.</param>
public sealed record AsideLine(PlanSummary Plan, BlockKind Kind, string Anchor, string Text, ImmutableArray<TextRange> Marks);

/// <summary>Shows what the certificate counts as left out, for those who want to see it (一并显示).</summary>
public static class AsideLines
{
    /// <summary>The most lines listed.</summary>
    public const int MaxLines = 200;

    internal static AsideAnswer Of(CountedInquiry inquiry)
    {
        var matcher = new TextMatcher(inquiry.EngineQuery);
        var lines = ImmutableArray.CreateBuilder<AsideLine>();
        // Each has a line at least.
        var plans = inquiry.Counts.Lists.SetAside(MaxLines + 1);
        inquiry.View.Snapshot.Prefetch(plans);
        foreach (var entry in plans.Select(plan => inquiry.View.Entries[plan]))
        {
            inquiry.CancellationToken.ThrowIfCancellationRequested();
            foreach (var line in Lines(inquiry.View.Snapshot, entry, matcher))
            {
                if (lines.Count == MaxLines)
                {
                    return new AsideAnswer(lines.ToImmutable(), IsCut: true);
                }

                lines.Add(line);
            }
        }

        return new AsideAnswer(lines.ToImmutable(), IsCut: false);
    }

    private static IEnumerable<AsideLine> Lines(IPlanSnapshot snapshot, PlanEntry entry, TextMatcher matcher)
    {
        var plan = new PlanText(snapshot, entry);
        var texts = snapshot.Texts(entry.Number);
        foreach (var block in matcher.In(PlanTextBlocks.Of(plan.Plan, texts), BlockFilter.All).Aside.GroupBy(match => match.Block))
        {
            yield return new AsideLine(
                plan.Entry.Summary, plan.Plan.Blocks[block.Key].Kind, plan.AnchorOf(block.Key), texts[block.Key],
                [.. block.Select(match => new TextRange(match.Start, match.Length))]);
        }
    }
}
