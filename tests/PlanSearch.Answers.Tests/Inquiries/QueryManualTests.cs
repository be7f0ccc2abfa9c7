using PlanSearch.Corpus;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Requests;
using PlanSearch.Queries.Signs;
using PlanSearch.Queries.Words;
using PlanSearch.TestSupport;

namespace PlanSearch.Answers.Tests.Inquiries;

/// <summary>docs/检索手册.md says what the program does: every example line in it is asked over the sample plans.</summary>
public sealed class QueryManualTests : IDisposable
{
    private const string Fence = "```";
    private const string Found = "检索";
    private const string NotFound = "检索 无结果";
    private const string Faulty = "检索 有误";

    private static readonly string Manual = Path.Combine(Repository.Root, "docs", "检索手册.md");
    private static readonly TopicCatalog Topics = TopicCatalog.Load(Repository.ReferenceData);

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Examples_OfTheManual_DoWhatItSays()
    {
        using var corpus = OpenSamplePlans();
        Assert.All(Examples(), example =>
        {
            var mode = example.Kind == Faulty ? QueryMode.Expression : QueryMode.Auto;
            var outcome = corpus.Search(new SearchRequest { Query = example.Query, Mode = mode }, default);

            Assert.Equal(example.Kind == Faulty, outcome.Fault is not null);
            Assert.Equal(example.Kind == Found, outcome.Value?.Certificate.Mentions > 0);
        });
    }

    [Fact]
    public void Faults_OfTheManual_ComeWithAProposalThatParses() =>
        Assert.All(
            Examples().Where(example => example.Kind == Faulty),
            example => Assert.NotNull(QueryParser.Parse(QueryParser.Parse(example.Query, Topics).Fault!.Proposal!, Topics).Query));

    [Fact]
    public void Examples_OfTheManual_ShowEveryOperator()
    {
        var shown = Examples().Where(example => example.Kind == Found).Select(example => QueryParser.Parse(example.Query, Topics)).ToList();
        Assert.All(shown, parse => Assert.Null(parse.Fault));

        var parts = shown.SelectMany(parse => PartsOf(parse.Query!)).ToList();
        var kinds = typeof(PlanQuery).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PlanQuery)) && !type.IsAbstract);
        Assert.All(kinds, kind => Assert.Contains(parts, part => part.GetType() == kind));
        Assert.All(PairOperators.All, row => Assert.Contains(parts, part => part is PairTerms pair && pair.Operator == row));
        Assert.All(
            Enum.GetValues<QueryScope>(), scope => Assert.Contains(parts, part => part is ScopedQuery scoped && scoped.Scope == scope));
        Assert.All(Enum.GetValues<QueryField>(), field => Assert.Contains(parts, part =>
            part is PlacedQuery placed
                ? placed.Field == field
                : part is NarrowedQuery narrowed && narrowed.Filters.Any(filter => filter.Field == field)));
    }

    public void Dispose() => _folder.Dispose();

    private PlanCollection OpenSamplePlans()
    {
        var options = new CorpusOptions { IndexDirectory = _folder.At("index"), ReferenceDirectory = Repository.ReferenceData };
        PlanIngest.Run(options, new IngestRequest([Repository.SamplePlans]), null, default);
        return PlanCollection.Open(options);
    }

    // A block says in its first line what its lines are; blocks of anything else hold no examples.
    private static List<(string Kind, string Query)> Examples()
    {
        var examples = new List<(string, string)>();
        string? kind = null;
        foreach (var line in File.ReadLines(Manual))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                kind = kind is null ? line[Fence.Length..].Trim() : null;
                Assert.True(kind is null or "" or Found or NotFound or Faulty, $"a block of '{kind}'");
            }
            else if (kind is not null)
            {
                examples.Add((kind, line));
            }
        }

        Assert.NotEmpty(examples);
        return examples;
    }

    private static IEnumerable<PlanQuery> PartsOf(PlanQuery query) => [query, .. query.PartsOf(withExcluded: true).SelectMany(PartsOf)];
}
