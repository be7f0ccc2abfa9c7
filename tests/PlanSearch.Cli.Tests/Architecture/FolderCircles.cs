namespace PlanSearch.Cli.Tests.Architecture;

/// <summary>Folders that name each other, by way of others or at once.</summary>
internal static class FolderCircles
{
    /// <summary>The arrows inside each circle, those between the folders with fewest first: the odd one is likely there.</summary>
    public static IReadOnlyList<IReadOnlyList<Arrow>> Of(IEnumerable<Arrow> arrows)
    {
        var between = arrows.Where(arrow => arrow.FromFolder != arrow.ToFolder).ToList();
        var named = between.ToLookup(arrow => arrow.FromFolder, arrow => arrow.ToFolder, StringComparer.Ordinal);
        var reached = named.ToDictionary(folder => folder.Key, folder => Reached(folder.Key, named), StringComparer.Ordinal);
        bool Returns(string from, string to) => reached.TryGetValue(to, out var further) && further.Contains(from);
        string CircleOf(string folder) =>
            string.Join(' ', reached[folder].Where(other => Returns(folder, other)).Order(StringComparer.Ordinal));
        return
        [
            .. between
                .Where(arrow => Returns(arrow.FromFolder, arrow.ToFolder))
                .GroupBy(arrow => CircleOf(arrow.FromFolder))
                .Select(IReadOnlyList<Arrow> (circle) =>
                    [.. circle.GroupBy(PairOf).OrderBy(pair => pair.Count()).SelectMany(pair => pair)]),
        ];
    }

    private static (string From, string To) PairOf(Arrow arrow) => (arrow.FromFolder, arrow.ToFolder);

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
