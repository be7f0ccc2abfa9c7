using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Json;
using PlanSearch.Answers.Replication;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Generations;
using PlanSearch.Export.Tables;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;

namespace PlanSearch.Answers.Tests.Replication;

public sealed class ReplicationTests : IDisposable
{
    private const string Topics = "- name: 氢能\n  definition: 氢\n  members: [氢能, 制氢]\n  exclude: [过氧化氢]\n";

    private readonly IngestFolder _folder = new();

    public ReplicationTests()
    {
        _folder.WriteAt("reference/topics.yaml", Topics);
        _folder.Write("a.txt", "发展氢能产业和制氢");
        _folder.Write("b.txt", "发展储能");
        _folder.Run();
    }

    private CorpusOptions Options => _folder.Options with { ReferenceDirectory = _folder.At("reference") };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Replicate_NothingChanged_IsTheSame()
    {
        var certificate = Certify("#氢能");
        _folder.Run(rebuild: true);

        var report = Replicate(certificate);

        Assert.True(report.Same);
        Assert.Empty(report.Causes);
        Assert.Empty(report.Counts);
        Assert.Equal((2L, 2L), (report.Then.Mentions, report.Now!.Mentions));
    }

    [Fact]
    public void Replicate_PlansAddedRemovedChangedAndCorrected_NamesEach()
    {
        _folder.Write("c.txt", "氢能示范");
        _folder.Run();
        var certificate = Certify("氢能");
        _folder.Write("a.txt", "发展氢能产业，壮大氢能装备");
        _folder.WriteAt("plans/b.meta.yaml", "level: 市级\n");
        _folder.Write("d.txt", "推广氢能");
        File.Delete(Path.Combine(_folder.Plans, "c.txt"));
        _folder.Run();

        var report = Replicate(certificate);

        Assert.False(report.Same);
        Assert.Equal(
            ["text_changed a 1 2", "metadata_changed b 0 0", "text_removed c 1 ", "text_added d  1"],
            report.Causes.Select(cause => $"{cause.Kind} {cause.Name} {cause.MentionsThen} {cause.MentionsNow}"));
        Assert.Equal("mentions", Assert.Single(report.Counts).Name);
    }

    [Fact]
    public void Replicate_CorrectedByHand_NamesThePlanAndNotOneOfACertificateOfBefore()
    {
        var certificate = Certify("氢能");
        _folder.WriteAt("plans/a.outline.yaml", "corrections:\n  - {line: 发展氢能产业和制氢, is: heading, depth: 1, by: 王, at: 2026-11-30}\n");
        _folder.Run();

        Assert.Equal(
            ["corrections_changed a 1 1"],
            Replicate(certificate).Causes.Select(cause => $"{cause.Kind} {cause.Name} {cause.MentionsThen} {cause.MentionsNow}"));
        Assert.Equal("", certificate.Collection!.Single(plan => plan.Plan == "a").Corrections);
        var before = certificate with { Collection = [.. certificate.Collection!.Select(plan => plan with { Corrections = null })] };
        Assert.Empty(Replicate(before).Causes);
    }

    [Fact]
    public void Replicate_OtherRules_NamesThemAndWhatTheyDidToPlansThatAreTheSame()
    {
        var certificate = Certify("氢能");
        var former = certificate with
        {
            Certificate = certificate.Certificate with { Versions = certificate.Certificate.Versions.SetItem("parser", "0"), Mentions = 3 },
            Collection = [.. certificate.Collection!.Select(plan => plan.Plan == "a" ? plan with { Mentions = 3 } : plan)],
        };

        var report = Replicate(former);

        Assert.Equal(["counts a", "rules parser"], report.Causes.Select(cause => $"{cause.Kind} {cause.Name}"));
        Assert.Equal(("0", certificate.Certificate.Versions["parser"]), (report.Causes[1].Then, report.Causes[1].Now));
    }

    [Fact]
    public void Replicate_OtherTopic_NamesItsWords()
    {
        var certificate = Certify("#氢能");
        _folder.WriteAt(
            "reference/topics.yaml",
            Topics.Replace("制氢]", "储能, 储氢]", StringComparison.Ordinal).Replace("[过氧化氢]", "[]", StringComparison.Ordinal));

        var report = Replicate(certificate);

        Assert.Equal("专题：新增 储能、储氢；去掉 制氢；不再排除 过氧化氢", report.Causes.Single(cause => cause.Kind == "topic").Title);
        Assert.Equal(["topic 氢能", "counts a", "counts b"], report.Causes.Select(cause => $"{cause.Kind} {cause.Name}"));
    }

    [Fact]
    public void Replicate_TopicThatIsGone_CannotBeMadeAgainAndSaysWhy()
    {
        var certificate = Certify("#氢能");
        _folder.WriteAt("reference/topics.yaml", "[]\n");

        var report = Replicate(certificate);

        Assert.False(report.Same);
        Assert.NotNull(report.Fault);
        Assert.Null(report.Now);
        Assert.Equal("topic 氢能", Assert.Single(report.Causes.Select(cause => $"{cause.Kind} {cause.Name}")));
    }

    [Fact]
    public void Replicate_TextRuleAndTopicAtOnce_NamesAllThree()
    {
        var certificate = Certify("#氢能");
        var former = certificate with
        {
            Certificate = certificate.Certificate with { Versions = certificate.Certificate.Versions.SetItem("fold", "0") },
            Program = "0.0.1",
        };
        _folder.WriteAt("reference/topics.yaml", Topics.Replace("制氢]", "储能]", StringComparison.Ordinal));
        _folder.Write("a.txt", "制氢");
        _folder.Run();

        var report = Replicate(former);

        Assert.Equal(
            ["topic 氢能", "text_changed a", "counts b", "rules fold", "program plansearch"],
            report.Causes.Select(cause => $"{cause.Kind} {cause.Name}"));
    }

    [Fact]
    public void Replicate_OtherProgramAlone_IsTheSame() => Assert.True(Replicate(Certify("氢能") with { Program = "0.0.1" }).Same);

    [Fact]
    public void Replicate_ModeAndFilters_AreThoseOfTheCertificate()
    {
        _folder.WriteAt("plans/a.meta.yaml", "level: 市级\n");
        _folder.Run();
        using var corpus = PlanCollection.Open(Options);
        var filters = ImmutableSortedDictionary<string, FacetSelection>.Empty.Add("level", new([], ["市级"]));
        var certificate = corpus.Certify(
            new SearchRequest { Query = "发展 储能", Mode = QueryMode.Expression, Exact = true, Filters = filters }, default).Value!;

        var report = Replicate(certificate);

        Assert.True(report.Same);
        Assert.Equal(("expression", true, 1), (report.Now!.Mode, report.Now.Exact, report.Now.PlansSearched));
        Assert.Equal(certificate.Certificate.NormalForm, report.Now.NormalForm);
    }

    [Fact]
    public async Task Read_EverythingThatHoldsACertificate_FindsIt()
    {
        using var corpus = PlanCollection.Open(Options);
        var request = InventedCollection.Ask("氢能");
        async Task<string> Exported(Func<MentionStream, Stream, CancellationToken, Task> write)
        {
            using var output = new MemoryStream();
            await write(corpus.StreamMentions(request, default).Value!, output, default);
            return Encoding.UTF8.GetString(output.ToArray());
        }

        string[] texts =
        [
            JsonSerializer.Serialize(corpus.Search(request, default).Value, AnswerJson.Options),
            JsonSerializer.Serialize(corpus.Mentions(request, default).Value, AnswerJson.Options),
            JsonSerializer.Serialize(Certify("氢能"), AnswerJson.Options),
            JsonSerializer.Serialize(Certify("氢能").Certificate, AnswerJson.Options),
            await Exported(NdjsonExport.WriteAsync),
            await Exported(CsvExport.WriteAsync),
        ];

        foreach (var text in texts)
        {
            using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
            var certificate = CertificateFile.Read(file).Value!;
            Assert.Equal(("氢能", 1L), (certificate.Certificate.Query, certificate.Certificate.Mentions));
            Assert.True(corpus.Replicate(certificate, default).Same);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"certificate\":{}}")]
    [InlineData("{\"certificate\":null}")]
    [InlineData("null")]
    [InlineData("# certificate,x")]
    [InlineData("# certificate,\"{\"")]
    [InlineData("[1]")]
    [InlineData("第一章 总则")]
    public void Read_TextWithoutACertificate_IsAFault(string text) =>
        Assert.Equal("certificate_unreadable", CertificateFile.Read(text).Fault!.Code);

    [Theory]
    [InlineData("query", "null")]
    [InlineData("filters", "{\"level\":null}")]
    [InlineData("filters", "{\"level\":[null]}")]
    [InlineData("notSearched", "null")]
    [InlineData("excluded", "null")]
    [InlineData("mentions", "\"many\"")]
    public void Read_CertificateWithAHole_IsAFault(string member, string value)
    {
        var certificate = JsonNode.Parse(JsonSerializer.Serialize(Certify("氢能"), AnswerJson.Options))!;
        certificate["certificate"]![member] = JsonNode.Parse(value);

        Assert.Equal("certificate_unreadable", CertificateFile.Read(certificate.ToJsonString()).Fault!.Code);
    }

    [Fact]
    public void Replicate_CertificateWithoutPlans_SaysThatTextsChangedAndHowToKnowWhich()
    {
        var bare = Certify("氢能") with { Program = null, Topics = null, Collection = null };
        Assert.True(Replicate(bare).Same);
        _folder.Write("b.txt", "又及");
        _folder.Run();

        var report = Replicate(bare);

        Assert.Equal("texts", Assert.Single(report.Causes).Kind);
        Assert.Contains("--certificate", Assert.Single(report.Notes), StringComparison.Ordinal);
        Assert.False(report.Same);
    }

    private FullCertificate Certify(string query)
    {
        using var corpus = PlanCollection.Open(Options);
        return corpus.Certify(InventedCollection.Ask(query), default).Value!;
    }

    private ReplicationReport Replicate(FullCertificate certificate)
    {
        using var corpus = PlanCollection.Open(Options);
        return corpus.Replicate(certificate, default);
    }
}
