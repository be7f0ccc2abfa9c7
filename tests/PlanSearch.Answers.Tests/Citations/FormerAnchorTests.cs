using PlanSearch.Answers.Clips;
using PlanSearch.Answers.ForReading;
using PlanSearch.Answers.Mentions;
using PlanSearch.Corpus.Generations;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;

namespace PlanSearch.Answers.Tests.Citations;

/// <summary>A plan that is cut otherwise: what was kept of it before continues leading to its words.</summary>
public sealed class FormerAnchorTests : IDisposable
{
    private const string Joined = "第一章 任务\n推动交通由单一通达向全域互联转变，由重建设向建管养并重转变，加快路网向\n综合交通转变，让路网建设成为富民强县的支柱，群众出行更加便捷。\n第二章 保障\n落实用地指标，保障路网建设。\n";
    private const string Parted = "corrections:\n  - {line: \"综合交通转变，让路网建设成为富民强县的支\", is: text, by: 王某, at: 2026-11-30}\n";

    private readonly IngestFolder _folder = new();

    public FormerAnchorTests()
    {
        _folder.WriteAt("plans/甲.txt", Joined);
        _folder.Run();
    }

    [Fact]
    public void Everything_KeptBeforeTheCut_LeadsToItsWords()
    {
        List<MentionRow> rows = [], sample = [];
        var (anchor, folder) = ("", ClipFolder.Empty);
        With(corpus =>
        {
            (rows, sample, anchor) = (Rows(corpus), Rows(corpus, new MentionSampling(2, "种子")), Block(corpus, "推动交通").Anchor);
            var late = rows.Single(row => row.Offset > 40);
            string[] picks = [ClipPick.Write("甲", anchor, [new TextRange(late.Offset, late.Hit.Length)]), ClipPick.Write("甲", anchor, [])];
            folder = corpus.Pick(ClipFolder.Empty, picks, Asked).Value!.Folder;
            Assert.Equal(2, folder.Clips.Length);
        });

        _folder.WriteAt("plans/甲.outline.yaml", Parted);
        _folder.Run();

        With(corpus =>
        {
            Assert.NotEqual(anchor, Block(corpus, "推动交通").Anchor);
            Assert.Equal(rows.Select(row => row.Id), Rows(corpus).Select(row => row.Id));
            Assert.Equal(sample.Select(row => row.Id), Rows(corpus, new MentionSampling(2, "种子")).Select(row => row.Id));
            Assert.NotNull(corpus.Cite("甲", anchor).Value);
            Assert.Contains(anchor, Block(corpus, "推动交通").FormerFragments);
            Assert.Contains($"{anchor}.{rows.Single(row => row.Offset > 40).Offset}", Block(corpus, "综合交通转变").FormerFragments);
            Assert.Empty(Block(corpus, "落实用地").FormerFragments);
            var excerpts = corpus.Resolve(folder, CancellationToken.None).Excerpts;
            Assert.All(excerpts, excerpt => Assert.Equal(Excerpt.Found, excerpt.Status));
            Assert.StartsWith("综合交通转变", excerpts[0].Text, StringComparison.Ordinal);
            Assert.StartsWith("推动交通", excerpts[1].Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Numbers_OfBlocksThatAreJoinedAgain_StayToo()
    {
        _folder.WriteAt("plans/甲.outline.yaml", Parted);
        _folder.Run();
        List<MentionRow> rows = [];
        var anchor = "";
        With(corpus => (rows, anchor) = (Rows(corpus), Block(corpus, "综合交通转变").Anchor));
        File.Delete(Path.Combine(_folder.Plans, "甲.outline.yaml"));
        _folder.Run();

        With(corpus =>
        {
            Assert.Equal(rows.Select(row => row.Id), Rows(corpus).Select(row => row.Id));
            Assert.NotNull(corpus.Cite("甲", anchor).Value);
        });
    }

    [Fact]
    public void Cite_AnchorThatNeverWas_IsUnknown() =>
        With(corpus => Assert.Equal("place_unknown", corpus.Cite("甲", "0000000000").Fault?.Code));

    public void Dispose() => _folder.Dispose();

    private static SearchRequest Asked => new() { Query = "路网" };

    private static ReadingBlock Block(PlanCollection corpus, string words) =>
        corpus.Read("甲", Asked, CancellationToken.None).Value!.Blocks
            .Single(block => block.Text.StartsWith(words, StringComparison.Ordinal));

    private static List<MentionRow> Rows(PlanCollection corpus, MentionSampling? sample = null) =>
        [.. corpus.StreamMentions(Asked with { Sample = sample }, CancellationToken.None).Value!.Rows];

    private void With(Action<PlanCollection> read)
    {
        using var corpus = PlanCollection.Open(_folder.Options);
        read(corpus);
    }
}
