namespace PlanSearch.Plans.Tests.Labels;

/// <summary>A label of one line: its role, depth (or -) and box (or -).</summary>
internal sealed record LineLabel(string Role, string Depth, string Box, string Note)
{
    /// <summary>Whether a careful person could decide either way; such a line does not count.</summary>
    public bool IsOpen => Note.StartsWith('?');

    /// <summary>
    /// The depths of the headings that the line holds: its own, and those glued to it (<c>glued: depth@offset; …</c>), of which one at its
    /// start is its own.
    /// </summary>
    public IEnumerable<int> HeadingDepths()
    {
        var isHeading = Role == "head";
        if (isHeading)
        {
            yield return int.Parse(Depth);
        }

        var at = Note.IndexOf("glued: ", StringComparison.Ordinal);
        foreach (var glued in at < 0 ? [] : Note[(at + 7)..].Split("; "))
        {
            var parts = glued.Split('@');
            if (!(isHeading && parts[1] == "0"))
            {
                yield return int.Parse(parts[0]);
            }
        }
    }
}

/// <summary>How well the parser's labels of a plan match the hand labels: F1 per measure.</summary>
internal static class LabelScore
{
    /// <summary>The F1 of every measure, and the lines that are in no block under "missing".</summary>
    public static IReadOnlyDictionary<string, double> Of(IReadOnlyDictionary<int, LineLabel> gold, IReadOnlyDictionary<int, LineLabel> got)
    {
        double Measure(Predicate<LineLabel> is1, Func<LineLabel, LineLabel, bool>? same = null) =>
            F1(gold, got, is1, same ?? ((_, _) => true));
        static Predicate<LineLabel> Role(params string[] roles) => label => roles.Contains(label.Role);

        return new Dictionary<string, double>
        {
            ["headings"] = Measure(Role("head")),
            ["headings+depth"] = Measure(Role("head"), (want, have) => want.Depth == have.Depth),
            ["joins"] = Measure(Role("cont", "bcont")),
            ["box titles"] = Measure(Role("btitle")),
            ["box lines"] = Measure(label => label.Box != "-"),
            ["box parts"] = Measure(Role("bhead", "bentry")),
            ["table rows"] = Measure(Role("thead", "tgroup", "trow")),
            ["footnotes"] = Measure(Role("footnote")),
            ["toc+cover"] = Measure(Role("toc", "cover")),
            ["box extents"] = ExtentF1(Extents(gold, gold), Extents(gold, got)),
            ["missing"] = gold.Keys.Count(line => !got.ContainsKey(line)),
        };
    }

    private static double F1(
        IReadOnlyDictionary<int, LineLabel> gold,
        IReadOnlyDictionary<int, LineLabel> got,
        Predicate<LineLabel> counts,
        Func<LineLabel, LineLabel, bool> same)
    {
        var (hits, extra, missed) = (0, 0, 0);
        foreach (var (line, want) in gold.Where(pair => !pair.Value.IsOpen))
        {
            var have = got.GetValueOrDefault(line);
            var (isWanted, isGiven) = (counts(want), have is not null && counts(have));
            if (isWanted && isGiven && same(want, have!))
            {
                hits++;
            }
            else
            {
                missed += isWanted ? 1 : 0;
                extra += isGiven ? 1 : 0;
            }
        }

        return F1(hits, extra, missed);
    }

    private static double F1(int hits, int extra, int missed) =>
        hits + extra + missed == 0 ? 1 : 2.0 * hits / ((2 * hits) + extra + missed);

    private static double ExtentF1(HashSet<(int First, int Last)> want, HashSet<(int First, int Last)> have)
    {
        var hits = want.Count(have.Contains);
        return F1(hits, have.Count - hits, want.Count - hits);
    }

    private static HashSet<(int First, int Last)> Extents(
        IReadOnlyDictionary<int, LineLabel> gold, IReadOnlyDictionary<int, LineLabel> labels) =>
        [.. gold.Keys.Where(line => labels.TryGetValue(line, out var label) && label.Box != "-")
            .GroupBy(line => labels[line].Box, (_, lines) => (lines.Min(), lines.Max()))];
}
