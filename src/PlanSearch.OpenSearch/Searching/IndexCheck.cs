using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Index.Stored.Bytes;
using PlanSearch.OpenSearch.Client;
using PlanSearch.OpenSearch.Generations;
using PlanSearch.Plans.Text;

namespace PlanSearch.OpenSearch.Searching;

/// <summary>Whether the index is whole: every text is read, and what the cluster counts is counted in them.</summary>
internal sealed class IndexCheck
{
    // Texts are fetched so many at a time.
    private const int Batch = 16;

    // Frequent, rare, alone, with a run, and in few plans.
    private static readonly ImmutableArray<string> Asked = ["的", "发展", "建设", "规划", "5G", "2025", "产业", "，"];

    private readonly ImmutableArray<GenerationView> _views;
    private readonly CancellationToken _cancellationToken;
    private readonly ImmutableArray<string>.Builder _findings = ImmutableArray.CreateBuilder<string>();
    private readonly HashSet<long> _texts = [];
    private readonly List<TextMatcher> _matchers = [.. Asked.Select(literal => new TextMatcher(new LiteralQuery(literal)))];

    // How often each literal is in the texts of the newest generation.
    private readonly long[] _counted = new long[Asked.Length];
    private long _bytes;

    private IndexCheck(ImmutableArray<GenerationView> views, CancellationToken cancellationToken) =>
        (_views, _cancellationToken) = (views, cancellationToken);

    /// <param name="views">The generations, newest first.</param>
    /// <param name="open">Opens the newest.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static CheckReport Run(
        ImmutableArray<GenerationView> views, Func<IPlanSnapshot> open, CancellationToken cancellationToken) =>
        new IndexCheck(views, cancellationToken).Run(open);

    private CheckReport Run(Func<IPlanSnapshot> open)
    {
        foreach (var view in _views)
        {
            try
            {
                ReadTexts(view);
            }
            catch (PlanIndexException fault) when (fault is IndexUnavailableException or IndexUnusableException)
            {
                _findings.Add($"generation {view.Generation.Number}: {fault.Message}");
            }
        }

        if (_findings.Count == 0)
        {
            CompareCounts(open);
        }

        return new CheckReport(
            [.. _views.Select(view => view.Generation.Number)],
            _texts.Count,
            _bytes,
            _views[0].Generation.Plans,
            _findings.Count == 0 ? _counted.Sum() : 0,
            _findings.ToImmutable());
    }

    // Texts that a newer generation has too were read there.
    private void ReadTexts(GenerationView view)
    {
        var plans = view.Plans.Hits(ClusterQuery.All, [], _cancellationToken).Select(hit => hit.Number).ToHashSet();
        var unread = view.Texts.Hits(ClusterQuery.All, [], _cancellationToken).Select(hit => hit.Number)
            .Where(number => !_texts.Contains(number)).ToList();
        foreach (var batch in unread.Chunk(Batch))
        {
            foreach (var (number, packed) in batch.Zip(PlanReads.Fetch(view, batch, _cancellationToken)))
            {
                _bytes += packed.Length;
                _texts.Add(number);
                if (Read(packed, PlanReads.NameOf(view, number)) is { } blocks && view == _views[0] && plans.Contains(number))
                {
                    Count(blocks);
                }
            }
        }
    }

    private void Count(TextBlocks blocks)
    {
        for (var literal = 0; literal < _counted.Length; literal++)
        {
            _counted[literal] += _matchers[literal].In(blocks, BlockFilter.All).Mentions.Length;
        }
    }

    private void CompareCounts(Func<IPlanSnapshot> open)
    {
        using var snapshot = open();
        foreach (var (literal, mentions) in Asked.Zip(_counted))
        {
            if (snapshot.Totals(new LiteralQuery(literal), _cancellationToken).Mentions is var found && found != mentions)
            {
                _findings.Add($"{literal} is {mentions} times in the texts, and the cluster counts {found}");
            }
        }
    }

    // Null where the text cannot be read.
    private TextBlocks? Read(byte[] packed, string name)
    {
        try
        {
            var (plan, texts) = KeptPlanCodec.Decode(packed, name);
            if (TextDigest.Of(texts) != plan.LogicalDigest)
            {
                _findings.Add($"{name}: the text of {plan.Id} is another than the one that was put");
            }

            return PlanTextBlocks.Of(plan, texts);
        }
        catch (IndexUnusableException fault)
        {
            _findings.Add(fault.Message);
            return null;
        }
    }
}
