namespace PlanSearch.Index.Search.Matching;

/// <summary>Merges lists of occurrences, each in the order of <see cref="Occurrence.Compare"/>, into one.</summary>
internal static class OccurrenceMerge
{
    /// <summary>One list of all; the lists given are disposed of.</summary>
    public static PooledBuffer<Occurrence> Merge(List<PooledBuffer<Occurrence>> lists)
    {
        while (lists.Count > 1)
        {
            // Pairs of neighbours, so that each occurrence is moved once for every doubling of the lists.
            var merged = new List<PooledBuffer<Occurrence>>();
            for (var i = 0; i < lists.Count; i += 2)
            {
                merged.Add(i + 1 < lists.Count ? Merge(lists[i], lists[i + 1]) : lists[i]);
            }

            lists = merged;
        }

        return lists.Count == 1 ? lists[0] : new PooledBuffer<Occurrence>();
    }

    private static PooledBuffer<Occurrence> Merge(PooledBuffer<Occurrence> left, PooledBuffer<Occurrence> right)
    {
        using (left)
        using (right)
        {
            var merged = new PooledBuffer<Occurrence>();
            var (a, b) = (0, 0);
            while (a < left.Count && b < right.Count)
            {
                merged.Add(Occurrence.Compare(left.Span[a], right.Span[b]) <= 0 ? left.Span[a++] : right.Span[b++]);
            }

            merged.AddRange(left.Span[a..]);
            merged.AddRange(right.Span[b..]);
            return merged;
        }
    }
}
