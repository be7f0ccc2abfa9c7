using System.Collections.Immutable;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;

namespace PlanSearch.Corpus.Answers;

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

    internal static AsideAnswer Of(Inquiry inquiry)
    {
        var literals = inquiry.EngineQuery.Literals;
        var plans = inquiry.Counts.Aside.Select(aside => aside.Document).Where(plan => inquiry.Filters.InScope[plan]).ToHashSet();
        var lines = ImmutableArray.CreateBuilder<AsideLine>();
        foreach (var entry in inquiry.View.InOrder.Where(entry => plans.Contains(entry.Number)))
        {
            inquiry.CancellationToken.ThrowIfCancellationRequested();
            var plan = new PlanText(inquiry.View.Snapshot, entry);
            for (var block = 0; block < plan.Plan.Blocks.Length; block++)
            {
                var stored = plan.Plan.Blocks[block];
                if (stored.Kind is not (BlockKind.Cover or BlockKind.Contents or BlockKind.Noise))
                {
                    continue;
                }

                var text = plan.BlockText(block);
                if (Marks(text, literals) is not { IsEmpty: false } marks)
                {
                    continue;
                }

                if (lines.Count == MaxLines)
                {
                    return new AsideAnswer(lines.ToImmutable(), IsCut: true);
                }

                lines.Add(new AsideLine(entry.Summary, stored.Kind, plan.AnchorOf(block), text, marks));
            }
        }

        return new AsideAnswer(lines.ToImmutable(), IsCut: false);
    }

    // Leftmost, then longest, as mentions are counted.
    private static ImmutableArray<TextRange> Marks(string text, ImmutableArray<LiteralQuery> literals)
    {
        var folded = Fold.Of(text);
        var found = literals
            .SelectMany(literal => Occurrences(literal.IsExact ? text : folded, literal))
            .OrderBy(range => range.Start)
            .ThenByDescending(range => range.Length);
        var marks = ImmutableArray.CreateBuilder<TextRange>();
        foreach (var range in found)
        {
            if (marks.Count == 0 || marks[^1].End <= range.Start)
            {
                marks.Add(range);
            }
        }

        return marks.ToImmutable();
    }

    private static IEnumerable<TextRange> Occurrences(string text, LiteralQuery literal)
    {
        var sought = literal.IsExact ? literal.Text : Fold.Of(literal.Text);
        for (var at = text.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = text.IndexOf(sought, at + 1, StringComparison.Ordinal))
        {
            if (literal.IsExact || IsWhole(text, at, sought.Length, literal))
            {
                yield return new TextRange(at, sought.Length);
            }
        }
    }

    // 5G is not found in 15G: see the engine's whole-run rule.
    private static bool IsWhole(string text, int start, int length, LiteralQuery literal)
    {
        var end = start + length;
        var goesOnBefore = !literal.IsOpenAtStart && start > 0 && Fold.IsRunUnit(text[start]) && Fold.IsRunUnit(text[start - 1]);
        var goesOnAfter = !literal.IsOpenAtEnd && end < text.Length && Fold.IsRunUnit(text[end - 1]) && Fold.IsRunUnit(text[end]);
        return !goesOnBefore && !goesOnAfter;
    }
}
