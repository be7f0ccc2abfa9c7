using System.Collections.Immutable;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Doubts;

/// <summary>The headings of an outline with what their titles and numbers say against it.</summary>
internal sealed class HeadingList
{
    private const int MinOwnText = 12;

    private readonly ImmutableArray<OutlineNode> _nodes;
    private readonly ImmutableArray<Block> _blocks;
    private readonly Marker[] _markers;
    private readonly int[] _own;
    private readonly bool[] _hasChild;
    private readonly bool[] _inAnnex;

    /// <summary>Takes the outline; the root is no heading.</summary>
    public HeadingList(ImmutableArray<OutlineNode> nodes, ImmutableArray<Block> blocks)
    {
        (_nodes, _blocks) = (nodes, blocks);
        (_markers, _own) = (new Marker[nodes.Length], new int[nodes.Length]);
        (_hasChild, _inAnnex) = (new bool[nodes.Length], new bool[nodes.Length]);
        for (var i = 1; i < nodes.Length; i++)
        {
            var heading = nodes[i].Heading;
            _markers[i] = DecimalNumber.Read(heading) is { Parts: > 1 } number ? number.ToMarker(heading) : MarkerReader.Read(heading);
            _hasChild[nodes[i].Parent] = true;
            _inAnnex[i] = _inAnnex[nodes[i].Parent] || UnnumberedHeading.OpensAnnex(heading);
        }

        foreach (var block in blocks.Where(block => block is { IsSearched: true, Kind: not BlockKind.Heading }))
        {
            _own[block.Node] += block.Text.Length;
        }
    }

    /// <summary>How many headings there are.</summary>
    public int Count => _nodes.Length - 1;

    /// <summary>How many headings have the number, by line.</summary>
    public Dictionary<(int Line, MarkerKind Kind, int Ordinal), int> CountsByNumber() =>
            Enumerable.Range(1, Count).CountBy(i => (LineOf(i), _markers[i].Kind, _markers[i].Ordinal)).ToDictionary();

    /// <summary>
    /// How many of the titles of a contents page are headings, and how many headings there are down to the deepest of them.
    /// </summary>
    public (int Found, int Listed) CompareWith(HashSet<string> titles)
    {
        var keys = Enumerable.Range(1, Count).Where(i => !_inAnnex[i])
            .Select(i => (Key: PrintedContents.KeyOf(_nodes[i].Heading), _nodes[i].Depth)).ToList();
        var found = keys.Where(key => titles.Contains(key.Key)).ToList();
        var deepest = found.Count == 0 ? 1 : found.Max(key => key.Depth);
        return (found.DistinctBy(key => key.Key).Count(), keys.Where(key => key.Depth <= deepest).DistinctBy(key => key.Key).Count());
    }

    /// <summary>
    /// What speaks against the outline by itself. In an annex numbers begin anew, titles come again, and lists have nothing under them.
    /// </summary>
    public IEnumerable<Doubt> Doubts() =>
    [
        Of(Enumerable.Range(1, Count).Where(i => _own[i] < MinOwnText && !_hasChild[i] && !_inAnnex[i]), Weights.Empty, "标题之下没有文字"),
        Of(Repeated(), Weights.Repeated, "标题与前面的同级标题相同"),
        Of(Enumerable.Range(1, Count).Where(i => _nodes[i].Depth > (i == 1 ? 0 : _nodes[i - 1].Depth) + 1), Weights.Jump, "标题跳过一级"),
        Of(Enumerable.Range(1, Count).Where(i => Rank(_nodes[i].Parent) is > 0 and var above && Rank(i) > 0 && above >= Rank(i)),
            Weights.Inverted, "标题的编号种类高于它的上级"),
        Of(MixedStops(), Weights.MixedStops, "标题与同级标题不同，以句号结尾或不以句号结尾"),
        Of(Restarts(), Weights.Restart, "一级标题的编号不接续", Enumerable.Range(1, Count).Count(i => _nodes[i].Depth == 1)),
        Of(OtherTops(), Weights.MixedTop, "一级标题的编号与多数不同",
            Enumerable.Range(1, Count).Count(i => _nodes[i].Depth == 1 && _markers[i].Kind != MarkerKind.None)),
        Of(Gaps(), Weights.Gap, "标题编号之前缺项", Enumerable.Range(1, Count).Count(i => _markers[i].Kind != MarkerKind.None)),
    ];

    private Doubt Of(IEnumerable<int> headings, double weight, string what, int of = 0)
    {
        var (count, line) = (0, 0);
        foreach (var heading in headings)
        {
            line = count++ == 0 ? LineOf(heading) : line;
        }

        return new Doubt((double)count / Math.Max(1, of == 0 ? Count : of), weight, $"{count} 处{what}（首见第 {line} 行）");
    }

    private int LineOf(int node) => _blocks[_nodes[node].Block].LineAt(0);

    // Outermost first. 一、 may be over 1.1.
    private int Rank(int node) => _markers[node].Kind switch
    {
        MarkerKind.Ideograph => (int)MarkerKind.DecimalChapter,
        MarkerKind.DecimalChapter or MarkerKind.DecimalSection or MarkerKind.DecimalPart => (int)_markers[node].Kind + 1,
        var kind => (int)kind,
    };

    private IEnumerable<int> Repeated()
    {
        var seen = new HashSet<(int, string)>();
        for (var i = 1; i < _nodes.Length; i++)
        {
            if (!_inAnnex[i] && !seen.Add((_nodes[i].Depth, PrintedContents.KeyOf(_nodes[i].Heading))))
            {
                yield return i;
            }
        }
    }

    private IEnumerable<int> MixedStops()
    {
        foreach (var siblings in Enumerable.Range(1, Count).GroupBy(i => (_nodes[i].Parent, _markers[i].Kind)))
        {
            var stopped = siblings.Where(i => _nodes[i].Heading.EndsWith('。')).ToList();
            foreach (var i in stopped.Count * 2 <= siblings.Count() ? stopped : siblings.Except(stopped))
            {
                yield return i;
            }
        }
    }

    // A further document in the same file begins anew behind its cover.
    private IEnumerable<int> Restarts()
    {
        var last = new int[(int)MarkerKind.Bullet + 1];
        var at = 0;
        for (var i = 1; i < _nodes.Length; i++)
        {
            for (; at < _nodes[i].Block; at++)
            {
                if (_blocks[at].Kind == BlockKind.Cover)
                {
                    Array.Clear(last);
                }
            }

            if (_nodes[i].Depth != 1 || _markers[i].Kind is MarkerKind.None or MarkerKind.DecimalSection or MarkerKind.DecimalPart)
            {
                continue;
            }

            var kind = (int)_markers[i].Kind;
            if (_markers[i].Ordinal <= last[kind])
            {
                yield return i;
            }

            last[kind] = _markers[i].Ordinal;
        }
    }

    private IEnumerable<int> OtherTops()
    {
        var tops = Enumerable.Range(1, Count).Where(i => _nodes[i].Depth == 1 && _markers[i].Kind != MarkerKind.None).ToList();
        var usual = tops.CountBy(i => _markers[i].Kind).OrderByDescending(pair => pair.Value).FirstOrDefault().Key;
        return tops.Where(i => _markers[i].Kind != usual);
    }

    // One more than the number before it under the same parent, or anywhere: some plans number on through their chapters.
    private IEnumerable<int> Gaps()
    {
        var (under, anywhere) = (new Dictionary<(int, MarkerKind), int>(), new int[(int)MarkerKind.Bullet + 1]);
        for (var i = 1; i < _nodes.Length; i++)
        {
            var (kind, ordinal) = (_markers[i].Kind, _markers[i].Ordinal);
            if (kind == MarkerKind.None)
            {
                continue;
            }

            if (ordinal != under.GetValueOrDefault((_nodes[i].Parent, kind)) + 1 && ordinal != anywhere[(int)kind] + 1)
            {
                yield return i;
            }

            (under[(_nodes[i].Parent, kind)], anywhere[(int)kind]) = (ordinal, ordinal);
        }
    }
}
