namespace PlanSearch.Plans.Text;

/// <summary>The blocks of a text, folded once, and the places of one part of a query in them. Private to one thread.</summary>
internal sealed class FoldedBlocks
{
    private readonly string[] _folded;
    private readonly int[] _starts;

    public FoldedBlocks(TextBlocks text)
    {
        Text = text;
        _folded = [.. text.Blocks.Select(Fold.Of)];
        _starts = new int[_folded.Length];
        for (var block = 1; block < _starts.Length; block++)
        {
            _starts[block] = _starts[block - 1] + _folded[block - 1].Length + 1;
        }
    }

    public TextBlocks Text { get; }

    /// <summary>Where a literal occurs, by place; occurrences that overlap stay in.</summary>
    public List<TextMatch> Literal(LiteralQuery literal, int number)
    {
        var found = new List<TextMatch>();
        var sought = literal.IsExact ? literal.Text : Fold.Of(literal.Text);
        for (var block = 0; block < _folded.Length; block++)
        {
            var text = literal.IsExact ? Text.Blocks[block] : _folded[block];
            for (var at = text.IndexOf(sought, StringComparison.Ordinal); at
                >= 0; at = text.IndexOf(sought, at + 1, StringComparison.Ordinal))
            {
                if (literal.IsExact || RunRule.IsWhole(text, at, at + sought.Length, literal.IsOpenAtStart, literal.IsOpenAtEnd))
                {
                    found.Add(new TextMatch(block, at, sought.Length, number));
                }
            }
        }

        return found;
    }

    /// <summary>Where a pattern occurs, by place: once for each place it can begin at.</summary>
    public List<TextMatch> Pattern(PatternQuery pattern, int number)
    {
        var found = new List<TextMatch>();
        for (var block = 0; block < _folded.Length; block++)
        {
            foreach (var (start, end) in PatternScan.In(_folded[block], pattern))
            {
                found.Add(new TextMatch(block, start, end - start, number));
            }
        }

        return found;
    }

    /// <summary>A number that no other sentence of the text has (<see cref="SentenceEnds"/>).</summary>
    public int SentenceOf(TextMatch match)
    {
        var before = _folded[match.Block].AsSpan(0, match.Start);
        return _starts[match.Block] + before.LastIndexOfAny(SentenceEnds.Folded) + 1;
    }
}
