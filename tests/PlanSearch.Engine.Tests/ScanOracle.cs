using PlanSearch.Engine.Analysis;
using PlanSearch.Engine.Queries;
using PlanSearch.Engine.Search;

namespace PlanSearch.Engine.Tests;

/// <summary>Answers queries by reading every block: slow, and plainly what the docs of <see cref="Query"/> say.</summary>
internal sealed class ScanOracle(IReadOnlyList<IndexDocument> documents)
{
    public List<Mention> Mentions(Query query, BlockFilter filter, int document)
    {
        var found = documents[document];
        var satisfied = Records(query, filter, document);
        var mentions = new List<Mention>();
        for (var block = 0; block < found.Blocks.Count; block++)
        {
            if (IsSearched(found, block, filter) && satisfied.Contains(found.Levels[0][block]))
            {
                mentions.AddRange(Union(query, found.Blocks[block]).Select(m => new Mention(document, block, m.Start, m.Length, m.Literal)));
            }
        }

        return mentions;
    }

    public int Aside(Query query, int document, int kind)
    {
        var found = documents[document];
        return Enumerable.Range(0, found.Blocks.Count)
            .Where(block => found.Levels[0][block] < 0 && found.Columns[0][block] == kind)
            .Sum(block => Union(query, found.Blocks[block]).Count);
    }

    public int LongerRuns(Query query, int document) => query.Literals.Sum(literal =>
        Math.Max(0, documents[document].Blocks.Sum(block => Apart(Find(literal with { IsOpenAtStart = true, IsOpenAtEnd = true }, block), literal.Text.Length)
            - Apart(Find(literal, block), literal.Text.Length))));

    public HashSet<int> Records(Query query, BlockFilter filter, int document)
    {
        var found = documents[document];
        switch (query)
        {
            case LiteralQuery literal:
                return [.. Enumerable.Range(0, found.Blocks.Count)
                    .Where(block => IsSearched(found, block, filter) && Find(literal, found.Blocks[block]).Count > 0)
                    .Select(block => found.Levels[0][block])];
            case AndQuery and:
                var all = and.Required.Select(part => Records(part, filter, document)).Aggregate((a, b) => [.. a.Intersect(b)]);
                return [.. and.Prohibited.Aggregate(all.AsEnumerable(), (left, part) => left.Except(Records(part, filter, document)))];
            default:
                return [.. ((OrQuery)query).Parts.SelectMany(part => Records(part, filter, document))];
        }
    }

    private static bool IsSearched(IndexDocument document, int block, BlockFilter filter) =>
        document.Levels[0][block] >= 0
        && (filter.IsAll || filter.Allowed.Select((mask, column) => (mask >> document.Columns[column][block] & 1) == 1).All(allowed => allowed));

    private static int Apart(List<int> starts, int length)
    {
        var (free, count) = (0, 0);
        foreach (var start in starts.Where(start => start >= free))
        {
            free = start + length;
            count++;
            starts = [.. starts.Where(other => other >= free)];
        }

        return count;
    }

    private static List<(int Start, int Length, int Literal)> Union(Query query, string block)
    {
        var literals = query.Literals;
        var all = literals.SelectMany((literal, rank) => Find(literal, block).Select(start => (Start: start, literal.Text.Length, Literal: rank)))
            .OrderBy(m => m.Start).ThenByDescending(m => m.Length).ThenBy(m => m.Literal);
        var kept = new List<(int, int, int)>();
        var free = 0;
        foreach (var mention in all)
        {
            if (mention.Start >= free)
            {
                kept.Add(mention);
                free = mention.Start + mention.Length;
            }
        }

        return kept;
    }

    private static List<int> Find(LiteralQuery literal, string block)
    {
        var text = literal.IsExact ? block : Fold.Of(block);
        var wanted = literal.IsExact ? literal.Text : Fold.Of(literal.Text);
        var starts = new List<int>();
        for (var start = 0; start + wanted.Length <= text.Length; start++)
        {
            if (string.CompareOrdinal(text, start, wanted, 0, wanted.Length) == 0 && (literal.IsExact || IsWhole(literal, wanted, text, start)))
            {
                starts.Add(start);
            }
        }

        return starts;
    }

    private static bool IsWhole(LiteralQuery literal, string wanted, string text, int start)
    {
        var end = start + wanted.Length;
        var cutAtStart = !literal.IsOpenAtStart && Fold.IsRunUnit(wanted[0]) && start > 0 && Fold.IsRunUnit(text[start - 1]);
        var cutAtEnd = !literal.IsOpenAtEnd && Fold.IsRunUnit(wanted[^1]) && end < text.Length && Fold.IsRunUnit(text[end]);
        return !cutAtStart && !cutAtEnd;
    }
}
