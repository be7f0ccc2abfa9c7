using System.Collections.Immutable;
using PlanSearch.Answers.Citations;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;
using PlanSearch.TestSupport;

namespace PlanSearch.Answers.Tests.Citations;

public sealed class PlanCitationTests
{
    private const string Title = "某市国民经济和社会发展第十四个五年规划纲要";

    public static TheoryData<string, string> Places => new()
    {
        // block                                                place
        { "前言第一段",                                           "" },
        { "heading 第四章",                                       "第四章" },
        { "heading 第四章 > 第二节",                               "第四章第二节" },
        { "paragraph 3 第四章 > 第二节",                           "第四章第二节，第3段" },
        { "paragraph 2 第四章 > 一、 > （三）",                     "第四章一、（三），第2段" },
        { "item 3 2. 第四章 > 第二节",                             "第四章第二节，第3段第2项" },
        { "item 3 （二） 第四章",                                  "第四章，第3段第二项" },
        { "item 3 ◆ 第四章",                                      "第四章，第3段" },
        { "heading 第四章 > 一、",                                "第四章一" },
        { "heading 第四章 > 1.",                                  "第四章1" },
        { "heading 第三篇 > 第四章 > 第二节",                       "第三篇第四章第二节" },
        { "paragraph 1 “前言”",                                   "“前言”，第1段" },
        { "footnote 第四章",                                      "第四章，脚注" },
        { "box 专栏5 第四章",                                     "第四章，专栏5" },
        { "box 第四章",                                           "第四章，专栏“重大工程”" },
        { "entry 第四章 专栏5 none ◆ 2",                           "第四章，专栏5第2项" },
        { "entry 第四章 专栏5 none 3. 2",                          "第四章，专栏5第3项" },
        { "entry 第四章 专栏5 （二） 1. 2",                          "第四章，专栏5（二）第1项" },
        { "entry 第四章 专栏5 （二） ◆ 2",                           "第四章，专栏5（二）第2项" },
        { "entry 第四章 专栏5 人才 ◆ 1",                            "第四章，专栏5“人才”第1项" },
        { "entry 第四章 专栏5 none ② 1",                           "第四章，专栏5第2项" },
        { "entry 第四章 专栏5 none （三） 1",                        "第四章，专栏5第三项" },
        { "table 表1主要指标 第四章",                               "第四章，表1" },
        { "table 附表2-1指标 第四章",                               "第四章，附表2-1" },
        { "table 表彰名单 第四章",                                  "第四章，表“表彰名单”" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void OfficialAndShort_Block_CiteThePlaceAsPrinted(string described, string place)
    {
        var (plan, block) = CitedBlock.Of(described, Title);

        Assert.Equal($"《{Title}》{place}", PlanCitation.Official(plan, block, CitedBlock.Text));
        Assert.Equal($"短题{place}", PlanCitation.All(plan, block, CitedBlock.Text).Short);
    }

    [Fact]
    public void Official_FragmentWithPages_SaysSo()
    {
        var (plan, block) = CitedBlock.Of("paragraph 3 第四章", $"《{Title}》");
        plan = plan with
        {
            Metadata = plan.Metadata with { Completeness = "节选" },
            Blocks = plan.Blocks.SetItem(block, plan.Blocks[block] with { Page = 12 }),
        };

        Assert.Equal($"《{Title}》（节选）第四章，第3段（第12页）", PlanCitation.Official(plan, block, CitedBlock.Text));
    }

    [Theory]
    [InlineData("某市人民政府", "2021年4月8日", "某市人民政府. " + Title + "[Z]. 2021.")]
    [InlineData("某市人民政府", "二〇二一年八月", "某市人民政府. " + Title + "[Z]. 2021.")]
    [InlineData("某市人民政府", "二○二一年", "某市人民政府. " + Title + "[Z]. 2021.")]
    [InlineData("未知", "未知", Title + "[Z].")]
    public void Gbt7714_Plan_LeavesOutWhatIsUnknown(string issuer, string date, string citation)
    {
        var (plan, _) = CitedBlock.Of("heading 第四章", Title);

        Assert.Equal(citation, PlanCitation.Gbt7714(plan with { Metadata = plan.Metadata with { Issuer = issuer, Date = date } }));
    }

    [Fact]
    public void AllOfRecord_SectionBoxAndTable_CiteNoItem()
    {
        var (entry, _) = CitedBlock.Of("entry 第四章 专栏5 none 3. 2", Title);
        var (table, _) = CitedBlock.Of("table 表1主要指标 第四章", Title);
        var (section, _) = CitedBlock.Of("paragraph 3 第四章 > 第二节", Title);

        Assert.Equal($"《{Title}》第四章，专栏5", PlanCitation.AllOfRecord(entry, 0, 0, CitedBlock.Text).Official);
        Assert.Equal($"《{Title}》第四章，表1", PlanCitation.AllOfRecord(table, 0, 0, CitedBlock.Text).Official);
        Assert.Equal($"《{Title}》第四章第二节", PlanCitation.AllOfRecord(section, 0, 0, CitedBlock.Text).Official);
    }

    // Kind, page (0 for none), text -> what is said in place of a chapter: the page first, else the first words.
    [Theory]
    [InlineData(BlockKind.Paragraph, 12, "推动清洁能源利用。", "第12页（章节待核）")]
    [InlineData(BlockKind.TableRow, 3, "森林覆盖率\t36.6", "第3页（章节待核）")]
    [InlineData(BlockKind.Paragraph, 0, "推动清洁能源利用。发展氢能产业。", "，“推动清洁能源利用。”一段（章节待核）")]
    [InlineData(BlockKind.Paragraph, 0, "注：各项指标按二〇二〇年可比价计算。", "，“注：各项指标按二〇二〇年可比价计算。”一段（章节待核）")]
    [InlineData(BlockKind.ListItem, 0, "（一）推动清洁能源利用", "，“（一）推动清洁能源利用”一项（章节待核）")]
    [InlineData(BlockKind.BoxEntry, 0, "氢能示范项目：建成三座加氢站", "，“氢能示范项目：”一项（章节待核）")]
    [InlineData(BlockKind.TableRow, 0, "森林覆盖率\t36.6", "，“森林覆盖率 36.6”一行（章节待核）")]
    [InlineData(BlockKind.Heading, 0, "第四章 能源", "，“第四章 能源”一行（章节待核）")]
    [InlineData(BlockKind.Footnote, 0, "指全社会口径。", "，“指全社会口径。”一注（章节待核）")]
    [InlineData(BlockKind.Paragraph, 0, "加快建设以新能源为主体的新型电力系统和多能互补的现代能源体系", "，“加快建设以新能源为主体的新型电力系统和多能互补的……”一段（章节待核）")]
    public void All_OutlineInDoubt_NamesPageOrFirstWordsAndNoChapter(BlockKind kind, int page, string text, string place)
    {
        var (plan, block) = InDoubt("paragraph 3 第四章 > 第二节", OutlineConfidence.DoubtUpTo);
        plan = plan with { Blocks = plan.Blocks.SetItem(block, plan.Blocks[block] with { Kind = kind, Page = page == 0 ? null : page }) };

        var ofBlock = PlanCitation.All(plan, block, _ => text);

        Assert.Equal(($"《{Title}》{place}", $"短题{place}"), (ofBlock.Official, ofBlock.Short));
        Assert.Equal((ofBlock.Official, place.TrimStart('，')), PlanCitation.Both(plan, block, _ => text));
        Assert.Equal(ofBlock, PlanCitation.AllOfRecord(plan, 0, block, _ => text));
    }

    [Fact]
    public void All_OutlineJustSureEnough_NamesTheChapter()
    {
        var (plan, block) = InDoubt("paragraph 3 第四章 > 第二节", Math.BitIncrement(OutlineConfidence.DoubtUpTo));

        Assert.Equal($"《{Title}》第四章第二节，第3段", PlanCitation.Official(plan, block, CitedBlock.Text));
    }

    [Fact]
    public void All_PlanWithoutTitle_PutsNoFileNameInBookTitleMarks()
    {
        var (plan, block) = CitedBlock.Of("paragraph 3 第四章", "liaoning");
        plan =
            plan with { File = "十四五/liaoning.txt", Metadata = plan.Metadata with { ShortTitle = "liaoning", UnknownFields = [MetadataFields.Title] } };

        Assert.Equal(
            new CitationSet("〔题名未识别：liaoning.txt〕第四章，第3段", "〔题名未识别：liaoning.txt〕第四章，第3段", "〔题名未识别：liaoning.txt〕[Z].")
            {
                InPlan = "第四章，第3段"
            },
            PlanCitation.All(plan, block, CitedBlock.Text));
        Assert.Equal("〔题名未识别：liaoning.txt〕", PlanCitation.OfPlan(plan));
    }

    private static (StoredPlan Plan, int Block) InDoubt(string described, double confidence)
    {
        var (plan, block) = CitedBlock.Of(described, Title);
        return (plan with { Outline = new OutlineConfidence(confidence, ["没有找到任何标题"]) }, block);
    }

    /// <summary>Makes the smallest plan in which a block is as a row of the table describes it.</summary>
    private static class CitedBlock
    {
        private const string SubHeading = "人才：";

        public static string Text(int block) => SubHeading;

        public static (StoredPlan Plan, int Block) Of(string described, string title)
        {
            var words = described.Split(' ');
            var plan = new HandMadePlan("甲").Paragraph("一").Paragraph("二").Paragraph("三").Paragraph("四").Stored();
            plan = plan with { Metadata = plan.Metadata with { Title = title, ShortTitle = "短题" } };
            return words[0] switch
            {
                "heading" => Put(Under(plan, words[1..]), BlockKind.Heading, block => block),
                "paragraph" => Put(Under(plan, words[2..]), BlockKind.Paragraph, block => block with { Paragraph = int.Parse(words[1]) }),
                "item" => Put(
                    Under(plan, words[3..]),
                    BlockKind.ListItem,
                    block => block with { Paragraph = int.Parse(words[1]), Marker = words[2] }),
                "footnote" => Put(Under(plan, words[1..]), BlockKind.Footnote, block => block),
                "box" => Put(
                    InBox(Under(plan, words[^1..]), words.Length == 3 ? words[1] : ""),
                    BlockKind.BoxTitle,
                    block => block with { Box = 0 }),
                "entry" => Entry(InBox(Under(plan, words[1..2]), words[2]), words[3], words[4], int.Parse(words[5])),
                "table" => Put(
                    Under(plan, words[2..]) is var bare
                        ? bare with { Tables = [new Table(words[1], 1, -1, 0, 1, [])], Records = [new(RecordKind.Table, 1, -1, 0)] }
                        : bare,
                    BlockKind.TableRow, block => block with { Table = 0 }),
                _ => (plan, 0),
            };
        }

        private static (StoredPlan, int) Entry(StoredPlan plan, string heading, string marker, int position)
        {
            var blocks = plan.Blocks.Select(
                block => block with { Kind = BlockKind.BoxEntry, Box = 0, Node = plan.Nodes.Length - 1, Marker = marker }).ToArray();
            var first = heading == "none" ? 0 : 1;
            if (first == 1)
            {
                blocks[0] = blocks[0] with { Kind = BlockKind.BoxHeading, Marker = heading == "人才" ? "" : heading };
            }

            return (plan with { Blocks = [.. blocks] }, first + position - 1);
        }

        private static StoredPlan InBox(StoredPlan plan, string label) => plan with
        {
            Boxes = [new Box(5, label, "重大工程", plan.Nodes.Length - 1, 0, 4, "", 1)],
            Records = [new PlanRecord(RecordKind.Box, plan.Nodes.Length - 1, 0, -1)],
        };

        private static StoredPlan Under(StoredPlan plan, string[] path)
        {
            var nodes = plan.Nodes;
            foreach (var marker in path.Where(step => step != ">"))
            {
                var isUnmarked = marker.StartsWith('“');
                nodes = nodes.Add(
                    new OutlineNode(
                        nodes.Length - 1, nodes.Length, isUnmarked ? marker.Trim('“', '”') : marker + "标题", isUnmarked ? "" : marker, 0));
            }

            return plan with { Nodes = nodes, Records = [new PlanRecord(RecordKind.Section, nodes.Length - 1, -1, -1)] };
        }

        private static (StoredPlan, int) Put(StoredPlan plan, BlockKind kind, Func<StoredBlock, StoredBlock> change) =>
            (plan with { Blocks = ImmutableArray.Create(change(plan.Blocks[0] with { Kind = kind, Node = plan.Nodes.Length - 1 })) }, 0);
    }
}
