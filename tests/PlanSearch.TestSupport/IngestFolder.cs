using System.Collections.Immutable;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Requests;

namespace PlanSearch.TestSupport;

/// <summary>A folder of plans, the index of it, and a clock: one test's own world.</summary>
public sealed class IngestFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CorpusOptions Options => new() { IndexDirectory = Index, ReferenceDirectory = Repository.ReferenceData };

    public string Index => _folder.At("index");

    public string Plans => _folder.At("plans");

    public string At(string relative) => _folder.At(relative);

    /// <summary>A short plan that says <paramref name="words"/>.</summary>
    public static string PlanText(string words) => $"第一章 总则\n\n本区{words}。\n\n第二章 任务\n\n办好各项事情。\n";

    /// <summary>Writes a plan under the plans folder.</summary>
    public string Write(string file, string words) => _folder.Write($"plans/{file}", PlanText(words));

    public string Write(string file, byte[] bytes) => _folder.Write($"plans/{file}", bytes);

    public string WriteAt(string path, string text) => _folder.Write(path, text);

    public IngestReport Run(bool only = false, bool rebuild = false) => Run([Plans], only, rebuild);

    public IngestReport Run(ImmutableArray<string> roots, bool only = false, bool rebuild = false) =>
        Try(new IngestRequest(roots, only, rebuild) { AllowDrop = true }).Value!;

    /// <summary>An ingest that may be refused; the others may drop whatever their test has deleted.</summary>
    public Outcome<IngestReport> Try(IngestRequest request) => PlanIngest.Run(Options, request, progress: null, CancellationToken.None);

    /// <summary>What is in the newest generation: ids with how often the words occur in each.</summary>
    public IReadOnlyDictionary<string, int> Find(string words) => Read(snapshot =>
    {
        var mentions = snapshot.Tally(new TallyRequest(new LiteralQuery(words)), default).Lists.All()
            .ToDictionary(plan => plan.Plan, plan => plan.Mentions);
        return Enumerable.Range(0, snapshot.PlanCount)
            .ToDictionary(plan => snapshot.Plan(plan).Id, plan => mentions.GetValueOrDefault(plan));
    });

    public IEnumerable<string> Ids => Find("第").Keys.Order(StringComparer.Ordinal);

    public CorpusManifest Manifest => Read(snapshot => snapshot.Manifest);

    public T Read<T>(Func<IPlanSnapshot, T> read)
    {
        using var index = Options.Store.Open();
        using var snapshot = index.OpenNewest()!;
        return read(snapshot);
    }

    public StoredPlan Plan(string id) => Read(snapshot => snapshot.Plan(snapshot.Find(id)));

    public void Dispose() => _folder.Dispose();
}
