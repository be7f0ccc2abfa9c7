using System.Collections.Immutable;
using PlanSearch.Index.Codec;
using PlanSearch.Index.Format;
using PlanSearch.Index.Port;
using PlanSearch.Index.Search;
using PlanSearch.Index.Segments;
using PlanSearch.Index.Storage;
using PlanSearch.Index.Stored;
using PlanSearch.Index.Stored.Bytes;
using SegmentInfos = Lucene.Net.Index.SegmentInfos;

namespace PlanSearch.Index.Embedded;

/// <summary>
/// The plans of the newest generation of an index, also where this program cannot search it: it reads no section but those of the texts.
/// </summary>
internal sealed class FormerPlans : IStoredPlans
{
    private readonly GenerationFile _generation;
    private readonly ImmutableArray<SegmentTexts> _segments;
    private readonly ImmutableArray<(SegmentTexts Segment, int Document)> _plans;
    private readonly ImmutableArray<PlanFacts> _facts;
    private readonly ILookup<string, KeptDocument> _kept;
    private readonly Dictionary<string, int> _numbers;

    private FormerPlans(GenerationFile generation, ImmutableArray<SegmentTexts> segments, List<(SegmentTexts Segment, int Document)> live)
    {
        (_generation, _segments) = (generation, segments);
        Manifest = ManifestCodec.Decode(generation.UserData.Span);
        _plans = [.. live.Where(plan => plan.Segment.KeptAs(plan.Document) is null)];
        _facts = [.. _plans.Select((plan, number) => PlanCodec.DecodeFacts(plan.Segment.Stored(plan.Document), NameOf(number)))];
        _kept = live.Except(_plans)
            .Select(version => new KeptDocument(version.Segment, version.Document))
            .ToLookup(version => version.Name, StringComparer.Ordinal);
        _numbers = Enumerable.Range(0, _plans.Length).ToDictionary(plan => _facts[plan].Id, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public long Generation => _generation.Number;

    /// <inheritdoc/>
    public Guid Identity => _generation.Identity;

    /// <inheritdoc/>
    public CorpusManifest Manifest { get; }

    /// <inheritdoc/>
    public int PlanCount => _plans.Length;

    /// <summary>Opens the newest generation, once all its files have been verified. Nobody else may write meanwhile.</summary>
    /// <returns>Null where there is none, or none that can be read.</returns>
    public static FormerPlans? Open(IndexDirectory directory)
    {
        if (GenerationFile.Numbers(directory) is not [> 0 and var newest, ..])
        {
            return null;
        }

        try
        {
            var generation = GenerationFile.Read(directory, newest);
            CommitFiles.Verify(directory, generation);
            return CommitFiles.Read(directory, generation.SegmentsFile, () => Read(new CommitDirectory(directory, generation), generation));
        }
        catch (Exception e) when (e is IndexException or IndexUnusableException)
        {
            // Damaged, or older than what this program reads: exactly what the caller asks about.
            return null;
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<PlanFacts> Facts(IReadOnlyList<int> plans) => [.. plans.Select(plan => _facts[plan])];

    /// <inheritdoc/>
    public StoredPlan Plan(int plan) => PlanCodec.Decode(
        _plans[plan].Segment.Stored(_plans[plan].Document),
        NameOf(plan),
        block => block >= 0 && block < BlockCount(plan) ? ReadBlock(plan, block) : null);

    /// <inheritdoc/>
    public int Find(string planId) => _numbers.GetValueOrDefault(planId, -1);

    /// <inheritdoc/>
    public ImmutableArray<string> Texts(int plan) => [.. Enumerable.Range(0, BlockCount(plan)).Select(block => ReadBlock(plan, block))];

    /// <inheritdoc/>
    public ImmutableArray<KeptPlan> Kept(string name) => [.. _kept[name].Select(EmbeddedPlanSnapshot.KeptOf)];

    /// <inheritdoc/>
    public void Dispose() => Close(_segments);

    private static FormerPlans Read(CommitDirectory directory, GenerationFile generation)
    {
        var segments = ImmutableArray.CreateBuilder<SegmentTexts>();
        var live = new List<(SegmentTexts, int)>();
        try
        {
            var commit = new SegmentInfos();
            commit.Read(directory, generation.SegmentsFile);
            foreach (var segment in commit.Segments)
            {
                var texts = SegmentTexts.Open(directory.Files, SegmentFormat.FileNameOf(segment.Info.Name));
                segments.Add(texts);
                live.AddRange(Enumerable.Range(0, texts.DocumentCount)
                    .Except(IndexReader.DeletedIn(segment, directory))
                    .Select(document => (texts, document)));
            }

            return new FormerPlans(generation, segments.ToImmutable(), live);
        }
        catch
        {
            Close(segments);
            throw;
        }
    }

    private static void Close(IEnumerable<SegmentTexts> segments)
    {
        foreach (var segment in segments)
        {
            segment.Dispose();
        }
    }

    private int BlockCount(int plan)
    {
        var (segment, document) = _plans[plan];
        return segment.FirstBlock(document + 1) - segment.FirstBlock(document);
    }

    private string ReadBlock(int plan, int block)
    {
        var (segment, document) = _plans[plan];
        return BlockTexts.FromIndex(segment.ReadBlock(segment.FirstBlock(document) + block));
    }

    private string NameOf(int plan) => $"plan {_plans[plan].Segment.Key(_plans[plan].Document)}";
}
