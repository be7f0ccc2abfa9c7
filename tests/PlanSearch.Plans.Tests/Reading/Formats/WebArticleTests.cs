using System.Text;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Metadata;
using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Printing;
using PlanSearch.Plans.Tests.Metadata;
using PlanSearch.Plans.Tests.Parsing;

namespace PlanSearch.Plans.Tests.Reading.Formats;

/// <summary>A web page is the article on it; what is around it is kept, and set aside.</summary>
public sealed class WebArticleTests
{
    private static readonly string Links = string.Concat(Enumerable.Repeat("<a>频道</a>", 6));

    [Fact]
    public void Parse_PageOfASite_IsItsArticleAndTheRestIsNoise()
    {
        var blocks = PlanParser.Parse(Read(TestPlans.WebPage)).Blocks;

        Assert.Equal(
            """
            noise 首页机构公开服务互动
            noise 当前位置：首页>公开
            cover 望澜市渔港整治实施方案（2021—2023年）
            noise 发布时间：2021-03-04信息来源：望澜市海洋局
            noise 【打印】
            paragraph 为整治渔港，制定本方案。
            heading 一、总体要求
            paragraph 坚持疏堵结合，港区面貌一年一变，渔民收入稳步提高。
            table_header 渔港|泊位
            table_row 东港|40
            heading 二、保障措施
            paragraph 各区县落实责任，每季度通报一次进展。
            noise 附件：
            noise 附件1.渔港名录.docx
            noise 主办：望澜市人民政府网站地图
            """.ReplaceLineEndings("\n"),
            string.Join('\n', blocks.Select(block => $"{KindNames.Of(block.Kind)} {block.Text.Replace('\t', '|')}")));
    }

    [Fact]
    public void Recognize_PageOfASite_ReadsItsTitleAndWhatTheSitePrintsUnderIt()
    {
        var metadata = MetadataRecognizer.Recognize(PlanParser.Parse(Read(TestPlans.WebPage)), "page.html", ReferenceData.Divisions);

        Assert.Equal(
            "望澜市渔港整治实施方案（2021—2023年） 岚江省/望澜市 2021—2023年 实施方案和行动计划 望澜市海洋局 2021-03-04",
            $"{metadata.Title} {string.Join('/', metadata.RegionPath)} {metadata.Period} {metadata.Type} {metadata.Issuer} {metadata.Date}");
    }

    [Fact]
    public void Recognize_TitleInTheHeadOfThePageAlone_IsTaken()
    {
        var source = Read("<html><head><title>望澜市渔港整治实施方案_望澜市人民政府</title></head><body><p>为整治渔港，制定本方案。</p></body></html>");

        Assert.Equal("望澜市渔港整治实施方案", MetadataRecognizer.Recognize(PlanParser.Parse(source), "page.html", ReferenceData.Divisions).Title);
    }

    [Theory]
    [InlineData("<div><p>第一章 总则</p><p>坚持疏堵结合。</p></div><div><p>附表</p><p>东港</p></div>")]   // a text program's page
    [InlineData("<p>第一章 总则</p><p>见<a>渔港名录</a>和<a>泊位表</a>。</p><p>东港</p>")]
    public void Read_PageWithoutMenus_SetsNothingAside(string body) => Assert.Empty(Read($"<html><body>{body}</body></html>").Furniture);

    [Fact]
    public void Read_SentencesBesideTheArticle_StayText()
    {
        var article = string.Concat(Enumerable.Repeat("<p>坚持疏堵结合，港区面貌一年一变。</p>", 20));
        var source = Read($"<html><body><div>{Links}</div><div>{article}</div><div>东港由市海洋局另行公布。</div></body></html>");

        Assert.Equal(1, Assert.Single(source.Furniture));
    }

    private static SourceText Read(string page) => PlanReader.Read(Encoding.UTF8.GetBytes(page)).Source!;
}
