using System.Collections.Immutable;
using PlanSearch.Plans;

namespace PlanSearch.Answers.Clips;

/// <summary>Ranges that may overlap -> what is marked: rising, those that overlap as one; ranges side by side stay apart.</summary>
internal static class MarkedRanges
{
    public static ImmutableArray<TextRange> Of(IEnumerable<TextRange> ranges)
    {
        var marked = ImmutableArray.CreateBuilder<TextRange>();
        foreach (var range in ranges.OrderBy(range => range.Start))
        {
            if (marked.Count > 0 && range.Start < marked[^1].End)
            {
                marked[^1] = marked[^1] with { Length = Math.Max(marked[^1].End, range.End) - marked[^1].Start };
            }
            else
            {
                marked.Add(range);
            }
        }

        return marked.ToImmutable();
    }
}
