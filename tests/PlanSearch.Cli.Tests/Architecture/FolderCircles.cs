namespace PlanSearch.Cli.Tests.Architecture;

/// <summary>Folders that name each other, by way of others or at once.</summary>
internal static class FolderCircles
{
    /// <summary>The arrows inside each circle; empty when they all point one way.</summary>
    public static IReadOnlyList<IReadOnlyList<Arrow>> Of(IEnumerable<Arrow> arrows)
    {
        var between = arrows.Where(arrow => arrow.FromFolder != arrow.ToFolder).ToList();
        var named = between.ToLookup(arrow => arrow.FromFolder, arrow => arrow.ToFolder, StringComparer.Ordinal);
        var reached = between.Select(arrow => arrow.FromFolder).Distinct(StringComparer.Ordinal)
            .ToDictionary(folder => folder, folder => Reached(folder, named), StringComparer.Ordinal);
        return
        [
            .. between
                .Where(arrow => reached.TryGetValue(arrow.ToFolder, out var back) && back.Contains(arrow.FromFolder))
                .GroupBy(arrow => string.Join(' ', reached[arrow.FromFolder].Where(folder => reached.TryGetValue(folder, out var back) && back.Contains(arrow.FromFolder)).Order(StringComparer.Ordinal)))
                .Select(IReadOnlyList<Arrow> (circle) => [.. circle]),
        ];
    }

    private static HashSet<string> Reached(string from, ILookup<string, string> named)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>(named[from]);
        while (next.TryPop(out var folder))
        {
            if (reached.Add(folder))
            {
                foreach (var further in named[folder])
                {
                    next.Push(further);
                }
            }
        }

        return reached;
    }
}
