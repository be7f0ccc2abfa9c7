using System.Security.Cryptography;
using System.Text.Json;
using PlanSearch.Answers.Clips;
using PlanSearch.Answers.Json;
using PlanSearch.Answers.Replication;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.Index.Port;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;

namespace PlanSearch.Answers.Tests.Former;

/// <summary>What was made at a former commit, read by the program of today: the same answers as then.</summary>
public sealed class FormerDataTests(FormerDataTests.Ingested former) : IClassFixture<FormerDataTests.Ingested>
{
    public static TheoryData<string> Certificates => [.. Names];

    private static IEnumerable<string> Names =>
        Directory.EnumerateFiles(FormerFolder.Origin, "certificate-*").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    private static string Code => FormerAnswers.Lines("clip-link.txt")[0].Split("clips=")[1];

    private byte[] ClipFileBytes => File.ReadAllBytes(former.Folder.At("clips.json"));

    [Fact]
    public void Index_Opened_IsRefusedWithTheRemedyAndLeftAsItIs()
    {
        var before = Digests(former.Folder.Index.IndexDirectory);

        var refusal = Assert.Throws<IndexVersionException>(() => PlanCollection.Open(former.Folder.Index));

        Assert.Contains("plansearch index", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, Digests(former.Folder.Index.IndexDirectory));
    }

    [Fact]
    public void Snapshot_Restored_IsRefusedWithTheRemedy()
    {
        var target = former.Folder.Fresh with { IndexDirectory = former.Folder.At("restored") };

        var refusal = Assert.Throws<IndexVersionException>(
            () => IndexBackup.Restore(target, former.Folder.At("index.snapshot"), CancellationToken.None));
        Assert.Contains("plansearch index", refusal.Message, StringComparison.Ordinal);

        Assert.Throws<IndexMissingException>(() => PlanCollection.Open(target));
    }

    [Fact]
    public void Index_BuiltAnewInItsPlace_GoesOnWithItsNumbersAndKeepsIt()
    {
        using var folder = new FormerFolder();
        var before = Directory.EnumerateFiles(folder.Index.IndexDirectory, "*-*")
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.True(PlanIngest.IsStale(folder.Index, [folder.Plans]));
        Assert.Throws<IndexVersionException>(
            () => PlanIngest.Run(folder.Index, new IngestRequest([folder.Plans]), progress: null, CancellationToken.None));

        var report = PlanIngest.Run(
            folder.Index, new IngestRequest([folder.Plans], Rebuild: true), progress: null, CancellationToken.None).Value!;

        Assert.Equal(5, report.Generation);
        AssertPlans(folder.Index);
        Assert.Equal(
            before,
            Directory.EnumerateFiles(Path.Combine(folder.Index.IndexDirectory, ".former-1"), "*-*")
                .Select(file => Path.GetFileName(file))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Plans_Ingested_AreKnownAsThen()
    {
        Assert.Empty(former.Report.Failures);
        Assert.Empty(former.Report.Warnings);
        AssertPlans(former.Folder.Fresh);
    }

    // It has a row for every plan, and the sidecar's further column.
    [Fact]
    public void Table_Imported_SaysWhatIsKnown()
    {
        var report = MetadataImport.Run(former.Folder.Fresh, File.ReadAllBytes(former.Folder.At("metadata-export.csv"))).Value!;

        Assert.Equal((0, FormerAnswers.Each("plans.json").Count), (report.Written.Length, report.Unchanged));
        Assert.Empty(report.Faults);
    }

    [Fact]
    public void Certificates_All_HaveTheirAnswer() => Assert.Equal(
        Names,
        FormerAnswers.Each("certificates.json").Select(answer => answer.GetProperty("file").GetString()!).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Certificates))]
    public void Certificate_Replicated_CountsTheSame(string file)
    {
        var report = Replicate(file);

        Assert.Null(report.Fault);
        Assert.Empty(report.Counts);
        FormerAnswers.AssertHold(
            Then(file), Json(report.Now), "mentions", "records", "plans", "plansWithout", "plansSearched", "excluded");
    }

    [Theory]
    [MemberData(nameof(Certificates))]
    public void Certificate_Replicated_SaysTheSearchAsThen(string file) =>
        FormerAnswers.AssertHold(Then(file), Json(Replicate(file).Now), "mode", "normalForm", "filters");

    // The levels and types of plans have other names since, so what is known of most of them is said to have changed.
    [Theory]
    [MemberData(nameof(Certificates))]
    public void Certificate_Replicated_NamesNothingButTheProgramTheRulesAndTheNamesOfValues(string file) => Assert.All(
        Replicate(file).Causes,
        cause => Assert.True(
            cause is { Kind: ReplicationCause.Program or "metadata_changed" } or { Kind: "rules", Name: "parser" or "reader" },
            $"{cause}"));

    [Fact]
    public void ClipLink_Read_GivesItsExcerpts() => AssertExcerpts(ClipLink.Read(Code));

    [Fact]
    public void ClipLink_Read_GivesItsSearches() => AssertSearches(ClipLink.Read(Code));

    [Fact]
    public void ClipLink_Read_IsTheFolderOfTheFile() =>
        Assert.Equal(ClipFile.Write(ClipFile.Read(ClipFileBytes).Value!), ClipFile.Write(ClipLink.Read(Code).Value!));

    [Fact]
    public void ClipFile_Read_GivesItsExcerpts() => AssertExcerpts(ClipFile.Read(ClipFileBytes));

    [Fact]
    public void ClipFile_Read_GivesItsSearches() => AssertSearches(ClipFile.Read(ClipFileBytes));

    private static IEnumerable<string> Digests(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(file => $"{file} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}");

    private static JsonElement Then(string certificate) => FormerAnswers.One("certificates.json", "file", certificate);

    private static JsonElement Json<T>(T answer) => JsonSerializer.SerializeToElement(answer, AnswerJson.Options);

    private static void AssertPlans(CorpusOptions options)
    {
        using var corpus = PlanCollection.Open(options);
        var then = FormerAnswers.Each("plans.json");

        Assert.Equal(then.Select(plan => plan.GetProperty("plan").GetString()), corpus.Plans.Select(plan => plan.Id));
        FormerAnswers.AssertEachHolds(
            then,
            corpus.Plans.Select(plan => Json(corpus.Ledger(plan.Id).Value).GetProperty("metadata")),
            "title", "regionPath", "level", "period", "type", "issuer", "date", "state", "completeness", "extra");
    }

    private void AssertExcerpts(Outcome<ClipFolder> read) =>
        FormerAnswers.AssertFolderHolds(FormerAnswers.Of("clips.json"), Resolve(read));

    private void AssertSearches(Outcome<ClipFolder> read)
    {
        var then = FormerAnswers.Of("clips.json").GetProperty("searches").EnumerateArray().ToList();
        var now = Resolve(read).GetProperty("searches").EnumerateArray().ToList();

        FormerAnswers.AssertEachHolds(then, now, "query");
        FormerAnswers.AssertEachHolds(
            then,
            now.Select(search => search.GetProperty("certificate")),
            "mode", "normalForm", "filters", "mentions", "records", "plans", "plansWithout", "plansSearched", "excluded");
    }

    private JsonElement Resolve(Outcome<ClipFolder> read)
    {
        using var corpus = PlanCollection.Open(former.Folder.Fresh);
        return Json(corpus.Resolve(read.Value!, CancellationToken.None));
    }

    private ReplicationReport Replicate(string file)
    {
        using var stream = File.OpenRead(former.Folder.At(file));
        using var corpus = PlanCollection.Open(former.Folder.Fresh);
        return corpus.Replicate(CertificateFile.Read(stream).Value!, CancellationToken.None);
    }

    /// <summary>The former folder, and an index that is made of its plans now.</summary>
    public sealed class Ingested : IDisposable
    {
        public Ingested() => Report = Folder.Ingest();

        public FormerFolder Folder { get; } = new();

        public IngestReport Report { get; }

        public void Dispose() => Folder.Dispose();
    }
}
