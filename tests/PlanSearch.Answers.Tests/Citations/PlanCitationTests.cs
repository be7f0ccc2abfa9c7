using System.Collections.Immutable;
using PlanSearch.Answers.Citations;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;
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
        Assert.Equal($"短题{place}", PlanCitation.Short(plan, block, CitedBlock.Text));
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
    public void OfficialOfRecord_SectionBoxAndTable_CiteNoItem()
    {
        var (entry, _) = CitedBlock.Of("entry 第四章 专栏5 none 3. 2", Title);
        var (table, _) = CitedBlock.Of("table 表1主要指标 第四章", Title);
        var (section, _) = CitedBlock.Of("paragraph 3 第四章 > 第二节", Title);

        Assert.Equal($"《{Title}》第四章，专栏5", PlanCitation.OfficialOfRecord(entry, 0));
        Assert.Equal($"《{Title}》第四章，表1", PlanCitation.OfficialOfRecord(table, 0));
        Assert.Equal($"《{Title}》第四章第二节", PlanCitation.OfficialOfRecord(section, 0));
    }

    /// <summary>Makes the smallest plan in which a block stands as a row of the table describes it.</summary>
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
                "item" => Put(Under(plan, words[3..]), BlockKind.ListItem, block => block with { Paragraph = int.Parse(words[1]), Marker = words[2] }),
                "footnote" => Put(Under(plan, words[1..]), BlockKind.Footnote, block => block),
                "box" => Put(InBox(Under(plan, words[^1..]), words.Length == 3 ? words[1] : ""), BlockKind.BoxTitle, block => block with { Box = 0 }),
                "entry" => Entry(InBox(Under(plan, words[1..2]), words[2]), words[3], words[4], int.Parse(words[5])),
                "table" => Put(
                    Under(plan, words[2..]) is var bare ? bare with { Tables = [new Table(words[1], 1, -1, 0, 1, [])], Records = [new(RecordKind.Table, 1, -1, 0)] } : bare,
                    BlockKind.TableRow, block => block with { Table = 0 }),
                _ => (plan, 0),
            };
        }

        private static (StoredPlan, int) Entry(StoredPlan plan, string heading, string marker, int position)
        {
            var blocks = plan.Blocks.Select(block => block with { Kind = BlockKind.BoxEntry, Box = 0, Node = plan.Nodes.Length - 1, Marker = marker }).ToArray();
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
                nodes = nodes.Add(new OutlineNode(nodes.Length - 1, nodes.Length, isUnmarked ? marker.Trim('“', '”') : marker + "标题", isUnmarked ? "" : marker, 0));
            }

            return plan with { Nodes = nodes, Records = [new PlanRecord(RecordKind.Section, nodes.Length - 1, -1, -1)] };
        }

        private static (StoredPlan, int) Put(StoredPlan plan, BlockKind kind, Func<StoredBlock, StoredBlock> change) =>
            (plan with { Blocks = ImmutableArray.Create(change(plan.Blocks[0] with { Kind = kind, Node = plan.Nodes.Length - 1 })) }, 0);
    }
}
