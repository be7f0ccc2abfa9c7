namespace PlanSearch.Plans.Parsing;

/// <summary>A number that may be a page's.</summary>
/// <param name="Line">Index of its line.</param>
/// <param name="Offset">Code units of text before it, by which pages are told from lists.</param>
/// <param name="Glued">How many digits of the line are the number; 0 when the line is nothing else.</param>
/// <param name="Value">The number.</param>
/// <param name="IsSure">Whether its own shape says so.</param>
internal readonly record struct PageCandidate(int Line, int Offset, int Glued, int Value, bool IsSure);

/// <summary>Tells page numbers from other numbers: they rise by one, a page of text apart (R-PAGE-2, R-PAGE-3).</summary>
internal sealed class PageSequence
{
    // A number alone on a line is a page's with one neighbour; one glued to text needs a run of them.
    private const int MinBare = 2;
    private const int MinGlued = 4;

    // A page holds some hundred characters; a list's members stand closer, and a few pages may have lost their number.
    private const int MinPage = 120;
    private const int MaxPage = 3000;
    private const int MaxSkip = 3;

    private readonly List<PageCandidate> _candidates = [];

    /// <summary>Adds a candidate, in the order of the source.</summary>
    public void Add(PageCandidate candidate) => _candidates.Add(candidate);

    /// <summary>The candidates that are page numbers, at most one a line, in their order.</summary>
    public List<PageCandidate> Find()
    {
        var found = new List<PageCandidate>();
        var (length, before) = Chains();
        var taken = new bool[_candidates.Count];
        var isEnd = Enumerable.Repeat(true, _candidates.Count).ToArray();
        foreach (var at in before.Where(at => at >= 0))
        {
            isEnd[at] = false;
        }

        // Longest first, so that a number belongs to the run of the pages and not to a chance one.
        var lines = new HashSet<int>();
        foreach (var end in Enumerable.Range(0, _candidates.Count).Where(at => isEnd[at]).OrderByDescending(at => length[at]))
        {
            var chain = Chain(end, before, taken);
            var isRun = IsLongEnough(chain) && !chain.Exists(at => lines.Contains(_candidates[at].Line));
            foreach (var at in chain)
            {
                taken[at] = true;
            }

            foreach (var at in isRun ? chain : [])
            {
                lines.Add(_candidates[at].Line);
                found.Add(_candidates[at]);
            }
        }

        found.Sort((left, right) => left.Line.CompareTo(right.Line));
        return found;
    }

    // The longest run that ends with each candidate: it follows the last candidate of a value a little lower.
    private (int[] Length, int[] Before) Chains()
    {
        var (length, before) = (new int[_candidates.Count], new int[_candidates.Count]);
        var lastOf = new Dictionary<int, int>();
        for (var i = 0; i < _candidates.Count; i++)
        {
            (length[i], before[i]) = (1, -1);
            for (var skip = 1; skip <= MaxSkip; skip++)
            {
                if (lastOf.TryGetValue(_candidates[i].Value - skip, out var at) && IsPageApart(at, i, skip) && length[at] + 1 > length[i])
                {
                    (length[i], before[i]) = (length[at] + 1, at);
                }
            }

            // A later candidate of the same value takes its place only when it has a run at least as long.
            if (!lastOf.TryGetValue(_candidates[i].Value, out var same) || length[i] >= length[same])
            {
                lastOf[_candidates[i].Value] = i;
            }
        }

        return (length, before);
    }

    private bool IsPageApart(int before, int at, int pages)
    {
        var apart = _candidates[at].Offset - _candidates[before].Offset;
        var isBare = _candidates[at].Glued == 0 && _candidates[before].Glued == 0;
        return _candidates[before].Line < _candidates[at].Line && apart <= MaxPage * pages && (apart >= MinPage * pages || (isBare && pages == 1 && apart >= MinPage / 8));
    }

    private static List<int> Chain(int end, int[] before, bool[] taken)
    {
        var chain = new List<int>();
        for (var at = end; at >= 0 && !taken[at]; at = before[at])
        {
            chain.Add(at);
        }

        chain.Reverse();
        return chain;
    }

    private bool IsLongEnough(List<int> chain)
    {
        var glued = chain.Count(at => _candidates[at].Glued > 0);
        var sure = chain.Count(at => _candidates[at].IsSure);
        return glued == 0 ? chain.Count >= MinBare : chain.Count >= MinGlued && (glued < chain.Count || sure > 0 || chain.Count > MinGlued);
    }
}
