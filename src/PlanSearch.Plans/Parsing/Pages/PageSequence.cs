namespace PlanSearch.Plans.Parsing.Pages;

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
    // A number alone on a line is a page's with one neighbour; one glued to text needs a run of them, a shorter one where a shape is sure.
    private const int MinBare = 2;
    private const int MinSureGlued = 3;
    private const int MinGlued = 4;

    // A page holds some hundred characters; a list's members are closer, and a few pages may have lost their number.
    private const int MinPage = 80;
    private const int MinSurePage = 40;
    private const int MaxPage = 3000;
    private const int MaxSkip = 3;
    private const double SkipCost = 0.5;
    private const double MaxUnevenness = 0.9;

    // Lines that happen to open with numbers are anywhere; those that open with page numbers are about a page apart.
    private const double MinEvenness = 0.5;

    // Of one value no more than so many are looked back at: that keeps the search linear.
    private const int Reach = 16;

    private readonly List<PageCandidate> _candidates = [];

    /// <summary>Adds a candidate, in the order of the source.</summary>
    public void Add(PageCandidate candidate) => _candidates.Add(candidate);

    /// <summary>The candidates that are page numbers, at most one a line, in their order.</summary>
    /// <remarks>A first search finds how much text a page holds, a second one prefers numbers that are so far apart.</remarks>
    public List<PageCandidate> Find() => _candidates.Count == 0 ? [] : Search(PageLength(Search(0)));

    private static double PageLength(List<PageCandidate> pages)
    {
        var lengths = new List<double>();
        for (var i = 1; i < pages.Count; i++)
        {
            if (pages[i].Value == pages[i - 1].Value + 1)
            {
                lengths.Add(pages[i].Offset - pages[i - 1].Offset);
            }
        }

        lengths.Sort();
        return lengths.Count < MinGlued ? 0 : lengths[lengths.Count / 2];
    }

    private List<PageCandidate> Search(double pageLength)
    {
        var found = new List<PageCandidate>();
        var (score, before) = Chains(pageLength);
        var taken = new bool[_candidates.Count];

        // The best first, so that a number belongs to the run of the pages and not to a chance one.
        var lines = new HashSet<int>();
        foreach (var end in Enumerable.Range(0, _candidates.Count).OrderByDescending(at => score[at]))
        {
            var chain = Chain(end, before, taken);
            var isRun = IsLongEnough(chain)
                && (pageLength == 0 || chain.TrueForAll(at => _candidates[at].Glued == 0) || score[end] >= MinEvenness * chain.Count)
                && !chain.Exists(at => lines.Contains(_candidates[at].Line));
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

        found.AddRange(BetweenPages([.. found.OrderBy(page => page.Line)]));
        found.Sort((left, right) => left.Line.CompareTo(right.Line));
        return found;
    }

    // A number alone between two pages, and of a value between theirs, is that of a page of a few words: one with a map, or an empty one.
    private IEnumerable<PageCandidate> BetweenPages(PageCandidate[] pages)
    {
        var next = 0;
        PageCandidate? last = null;
        foreach (var candidate in _candidates)
        {
            while (next < pages.Length && pages[next].Line <= candidate.Line)
            {
                last = pages[next++];
            }

            if (candidate.Glued == 0 && last is { } before && next < pages.Length
                && before.Line < candidate.Line && before.Value < candidate.Value && candidate.Value < pages[next].Value)
            {
                last = candidate;
                yield return candidate;
            }
        }
    }

    // The best run that ends with each candidate: it follows a candidate of a value a little lower, a page or so before. The longest chain
    // by dynamic programming: each candidate extends the best chain found so far, so a chance number in between breaks none.
    private (double[] Score, int[] Before) Chains(double pageLength)
    {
        var (score, before) = (new double[_candidates.Count], new int[_candidates.Count]);
        var ofValue = new Dictionary<int, List<int>>();
        for (var i = 0; i < _candidates.Count; i++)
        {
            (score[i], before[i]) = (1, -1);
            for (var skip = 1; skip <= MaxSkip; skip++)
            {
                var lower = ofValue.GetValueOrDefault(_candidates[i].Value - skip);
                for (var k = lower is null ? 0 : lower.Count; k > 0 && k > lower!.Count - Reach; k--)
                {
                    var at = lower[k - 1];
                    var reached = score[at] + 1 - Cost(at, i, skip, pageLength);
                    if (IsPageApart(at, i, skip) && reached > score[i])
                    {
                        (score[i], before[i]) = (reached, at);
                    }
                }
            }

            if (!ofValue.TryGetValue(_candidates[i].Value, out var same))
            {
                ofValue.Add(_candidates[i].Value, same = []);
            }

            same.Add(i);
        }

        return (score, before);
    }

    private double Cost(int before, int at, int pages, double pageLength)
    {
        var apart = Math.Max(1, _candidates[at].Offset - _candidates[before].Offset);
        var unevenness = pageLength == 0 ? 0 : Math.Min(MaxUnevenness, Math.Abs(Math.Log(apart / (pages * pageLength))));
        return unevenness + (SkipCost * (pages - 1));
    }

    private bool IsPageApart(int before, int at, int pages)
    {
        var apart = _candidates[at].Offset - _candidates[before].Offset;
        return _candidates[before].Line < _candidates[at].Line && apart <= MaxPage * pages
            && apart >= (_candidates[before].IsSure || _candidates[at].IsSure ? MinSurePage : MinPage) * pages;
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
        if (chain.Count < MinBare)
        {
            return false;
        }

        var glued = chain.Count(at => _candidates[at].Glued > 0);
        var sure = chain.Count(at => _candidates[at].IsSure);
        var isWhole = _candidates[chain[^1]].Value - _candidates[chain[0]].Value == chain.Count - 1;
        return glued == 0
            ? chain.Count >= (isWhole ? MinBare : MinGlued)
            : (isWhole && sure > 0 && chain.Count >= (sure < chain.Count ? MinSureGlued : MinBare))
                || (chain.Count >= MinGlued && (glued < chain.Count || sure > 0 || chain.Count > MinGlued));
    }
}
