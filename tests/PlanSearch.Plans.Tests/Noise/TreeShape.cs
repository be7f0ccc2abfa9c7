namespace PlanSearch.Plans.Tests.Noise;

/// <summary>What of a tree no layout may change: kinds, depths, boxes, entries and words, block by block.</summary>
internal static class TreeShape
{
    /// <summary>One line per block; signs that the noise may replace, and blanks, are made the same.</summary>
    public static List<string> Of(PlanDocument document) =>
        [.. document.Blocks.Where(block => block.Kind != BlockKind.Noise)
            .Select(block => $"{block.Kind} {block.Depth} {block.Box} {block.Entry} {Same(block.Text)}")];

    /// <summary>
    /// The share of <paramref name="want"/>'s blocks that <paramref name="have"/> has in the same order, and the first few that it has not.
    /// </summary>
    public static (double Share, List<string> Missing) Compare(List<string> want, List<string> have)
    {
        var waiting = new Dictionary<string, int>();
        foreach (var block in have)
        {
            waiting[block] = waiting.GetValueOrDefault(block) + 1;
        }

        var missing = new List<string>();
        foreach (var block in want)
        {
            if (waiting.GetValueOrDefault(block) > 0)
            {
                waiting[block]--;
            }
            else
            {
                missing.Add(block);
                var start = block[block.LastIndexOf(' ')..];
                missing.Add(
                    "    now "
                        + (have.Find(other => other.Contains(start[..Math.Min(10, start.Length)], StringComparison.Ordinal))
                            ?? "in no block"));
            }
        }

        return (want.Count == 0 ? 1 : 1 - (missing.Count / 2.0 / want.Count), missing);
    }

    // Cells that are empty leave no line behind where each cell has its own, so they do not count.
    private static string Same(string text) =>
        string.Join('\t', text.Split('\t', StringSplitOptions.RemoveEmptyEntries))
            .Replace(" ", "", StringComparison.Ordinal)
            .Replace('(', '（')
            .Replace(')', '）')
            .Replace("--", "——", StringComparison.Ordinal);
}
