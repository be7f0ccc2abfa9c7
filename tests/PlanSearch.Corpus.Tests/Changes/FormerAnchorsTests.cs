using System.Collections.Immutable;
using PlanSearch.Corpus.Changes;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Metadata;
using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Parsing.Corrections;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Corpus.Tests.Changes;

/// <summary>Where the anchors of a plan lead once it is cut otherwise.</summary>
public sealed class FormerAnchorsTests(ITestOutputHelper output)
{
    private static readonly string Elsewhere = Path.Combine(Repository.SharedFolder, "elsewhere");

    private static readonly string[] Lines =
    [
        "第一章 任务", "推动交通由单一通达向全域互联转变，由重建设向建管养并重转变，加快路网向", "综合交通转变，让路网建设成为富民强县的支柱，群众出行更加便捷。", "专栏1 路网工程", "1. 东线。全长六十公里；2. 西线。"
            + "全长四十公里。", "第二章 保障", "落实用地指标，年内开工建设。",
    ];

    [Fact]
    public void Of_ParagraphCutInTwo_LeadsToEitherHalf()
    {
        var before = Version(Lines);
        var after = Version(Lines, Said(before, 3, LineRole.Text));
        var joined = before.Texts.Single(text => text.StartsWith("推动交通", StringComparison.Ordinal));
        var formers = FormerAnchors.Of(before.Plan, before.Texts, after.Plan, after.Texts);

        Assert.Equal(2, formers.Length);
        Assert.Single(formers.Select(former => former.Anchor).Distinct());
        Assert.All(formers, former => Assert.Equal(
            joined[former.Start..(former.Start + former.Length)],
            after.Texts[former.Block][former.Offset..(former.Offset + former.Length)]));
    }

    [Fact]
    public void Of_SameOutline_IsEmpty()
    {
        var before = Version(Lines);

        Assert.Empty(FormerAnchors.Of(before.Plan, before.Texts, before.Plan, before.Texts));
    }

    [Fact]
    public void Of_ThreeVersions_TheFirstStillLeads()
    {
        var first = Version(Lines);
        var second = After(first, Version(Lines, Said(first, 3, LineRole.Text)));
        var third = After(second, Version(Lines, Said(first, 3, LineRole.Text), Said(first, 5, LineRole.Text)));
        var fourth = After(third, first);

        Assert.Equal(1.0, Share(first, third));
        Assert.Equal(1.0, Share(second, third));
        Assert.Equal(1.0, Share(third, fourth));
    }

    [Fact]
    public void Of_OtherText_FollowsOnlyWhatKeptItsAnchor()
    {
        var first = Version(Lines);
        var second = After(first, Version(Lines, Said(first, 3, LineRole.Text)));
        var third = After(second, Version([.. Lines, "又及，报市政府备案。"], Said(first, 3, LineRole.Text)));

        Assert.Equal(second.Plan.FormerAnchors.AsEnumerable(), third.Plan.FormerAnchors);
    }

    [ElsewhereFact]
    public void Of_PlansFromElsewhere_LeadToTheirWords()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var (anchors, kept, lost) = (0, 0.0, 0);
        foreach (var path in Directory.EnumerateFiles(Elsewhere, "*.txt").Order(StringComparer.Ordinal))
        {
            var source = PlanReader.Read(File.ReadAllBytes(path)).Source!;
            var before = Version(source);
            var after = After(before, Version(source with { Corrections = Drawn(source, random) }));
            var (share, gone) = (Share(before, after), before.Plan.Blocks.Length - before.Anchors.Intersect(after.Anchors).Count());
            output.WriteLine(
                $"{Path.GetFileName(path),-44} {before.Anchors.Count,6} anchors, {gone,5} given away, {share:P2} lead to their words");
            (anchors, kept, lost) = (anchors + before.Anchors.Count, kept + (share * before.Anchors.Count), lost + gone);
        }

        output.WriteLine($"{anchors} anchors, {lost} given away, {kept / anchors:P3} lead to their words");
        Assert.True(lost > 500, $"only {lost} anchors were given away");
        Assert.True(kept >= 0.98 * anchors);
    }

    // A line in three is something else.
    private static ImmutableArray<OutlineCorrection> Drawn(SourceText source, Random random) =>
    [
        .. Enumerable.Range(1, source.Lines.Length)
            .Where(_ => random.Next(3) == 0)
            .Select(line => NamedLines.Of(source, line))
            .OfType<LineWords>()
            .Select(line => (LineRole)random.Next(4) is LineRole.Heading
                ? new OutlineCorrection(line, LineRole.Heading, random.Next(1, 5), "甲", "2026-11-30")
                : new OutlineCorrection(line, (LineRole)random.Next(1, 4), 0, "甲", "2026-11-30")),
    ];

    private static OutlineCorrection Said(CutPlan version, int line, LineRole role) =>
        new(NamedLines.Of(version.Source, line)!, role, 0, "甲", "2026-11-30");

    private static CutPlan Version(string[] lines, params OutlineCorrection[] corrections) =>
        Version(new SourceText { Encoding = "utf-8", EncodingReason = "test", Lines = [.. lines], Corrections = [.. corrections] });

    private static CutPlan Version(SourceText source)
    {
        var document = PlanParser.Parse(source);
        var file = new PlanFile("甲", "/", "甲.txt", 1, new string('0', 64));
        return new CutPlan(
            source,
            StoredPlanBuilder.Build(document, new PlanMetadata { Title = "甲", ShortTitle = "甲" }, file),
            [.. document.Blocks.Select(block => block.Text)]);
    }

    private static CutPlan After(CutPlan before, CutPlan plan) =>
        plan with { Plan = plan.Plan with { FormerAnchors = FormerAnchors.Of(before.Plan, before.Texts, plan.Plan, plan.Texts) } };

    // How many anchors of one version lead to the words they led to.
    private static double Share(CutPlan before, CutPlan after)
    {
        var today = after.Anchors.Index().ToDictionary(anchor => anchor.Item, anchor => anchor.Index, StringComparer.Ordinal);
        var formers = after.Plan.FormerAnchors.ToLookup(former => former.Anchor, StringComparer.Ordinal);
        return before.Anchors.Index().Count(anchor =>
            today.TryGetValue(anchor.Item, out var block)
                ? after.Texts[block] == before.Texts[anchor.Index]
                : formers[anchor.Item].FirstOrDefault() is { } former
                    && LeadsTo(former, before.Texts[anchor.Index], after.Texts[former.Block]))
            / (double)before.Anchors.Count;
    }

    // From the first word on, blanks aside: an empty first cell is nothing to lead to.
    private static bool LeadsTo(FormerAnchor former, string before, string after) =>
        string.IsNullOrWhiteSpace(before[..former.Start])
        && Bare(before[former.Start..(former.Start + former.Length)]) == Bare(after[former.Offset..(former.Offset + former.Length)]);

    private static string Bare(string text) => string.Concat(text.Where(unit => !char.IsWhiteSpace(unit)));

    private sealed record CutPlan(SourceText Source, StoredPlan Plan, ImmutableArray<string> Texts)
    {
        public IReadOnlyList<string> Anchors { get; } = [.. Texts.Select((text, block) => BlockAnchor.Of(text, Plan.Blocks[block].Repeat))];
    }

    private sealed class ElsewhereFactAttribute : FactAttribute
    {
        public ElsewhereFactAttribute() => Skip = Directory.Exists(Elsewhere) ? null : "../shared/elsewhere is not there.";
    }
}
