using PlanSearch.Plans.Printing;

namespace PlanSearch.Plans.Tests.Parsing;

public sealed class OutlineConfidenceTests
{
    private const string Paragraph = "推动茶产业、茶文化、茶科技融合发展，让山区群众共享发展成果，建成全国知名的茶业强县。";

    [Fact]
    public void Parse_WholeOutline_IsSure()
    {
        var document = PlanText.Parse($"第一章 总体要求\n{Paragraph}\n第二章 主要任务\n{Paragraph}\n第三章 保障措施\n{Paragraph}");

        Assert.Equal(1, document.Confidence.Value);
        Assert.Empty(document.Confidence.Reasons);
        Assert.DoesNotContain(document.Ledger.Diagnostics, diagnostic => diagnostic.Rule == "R-DOUBT-1");
    }

    [Fact]
    public void Parse_LongTextWithoutAnyHeading_IsInDoubtAndSaysSo()
    {
        var document = PlanText.Parse(string.Join('\n', Enumerable.Repeat(Paragraph, 60)));

        Assert.True(document.Confidence.IsInDoubt);
        Assert.Equal("没有找到任何标题", document.Confidence.Reasons[0]);
        Assert.Contains(document.Ledger.Diagnostics, diagnostic => diagnostic.Rule == "R-DOUBT-1" && diagnostic.Line == 0);
    }

    [Theory]
    [InlineData("第一章 总体要求\nP\n第二章 主要任务\nP\n第二章 主要任务\nP", "相同")]
    [InlineData("第一章 总体要求\nP\n第三章 主要任务\nP", "缺项")]
    [InlineData("第一章 总体要求\n第二章 主要任务\nP\n第三章 保障措施\nP", "没有文字")]
    [InlineData("第二章 总体要求\nP\n第一章 主要任务\nP", "不接续")]
    [InlineData("第一章 总体要求\nP\n产业布局\nP\n第二章 主要任务\nP", "短行")]
    [InlineData("目录\n第一章 总体要求\n第二章 主要任务\n第三章 重大项目\n第四章 保障措施\n第一章 总体要求\nP\n第二章 主要任务\nP", "目录")]
    public void Parse_FaultOfTheOutline_GivesItsReason(string lines, string reason) =>
        Assert.Contains(
            PlanText.Parse(lines.Replace("P", Paragraph, StringComparison.Ordinal)).Confidence.Reasons,
            said => said.Contains(reason, StringComparison.Ordinal));

    [Fact]
    public void Parse_GapThatTheFileHas_IsAFragment() =>
        Assert.False(PlanText.Parse($"一、总体要求\n{Paragraph}\n三、保障措施\n{Paragraph}").Ledger.IsComplete);

    [Fact]
    public void Parse_GapThatTheOutlineMade_IsNone()
    {
        var plan = PlanText.Parse(
            $"一、总体要求\n{Paragraph}\n湖城{Paragraph}二、主要任务：{Paragraph}。二、{Paragraph}\n三、保障措施\n{Paragraph}");

        Assert.True(plan.Ledger.IsComplete);
    }

    [Fact]
    public void Parse_TextThatBreaksOff_IsAFragment()
    {
        var text = string.Join('\n', Enumerable.Repeat(Paragraph, 10));

        Assert.False(PlanText.Parse($"{text}\n{Paragraph[..30]}").Ledger.IsComplete);
        Assert.True(PlanText.Parse(text).Ledger.IsComplete);
        Assert.True(PlanText.Parse($"{text}\n湖城县人民政府").Ledger.IsComplete);
    }

    [Fact]
    public void Print_Outline_HasLineDepthAndTitle()
    {
        using var writer = new StringWriter();
        OutlinePrinter.Print(PlanText.Parse($"一、总体要求\n{Paragraph}\n（一）指导思想\n{Paragraph}\n（二）主要目标\n{Paragraph}"), writer);

        Assert.Equal(
            "{\"confidence\":1,\"reasons\":[],\"headings\":[{\"line\":1,\"depth\":1,\"title\":\"一、总体要求\"},"
            + "{\"line\":3,\"depth\":2,\"title\":\"（一）指导思想\"},{\"line\":5,\"depth\":2,\"title\":\"（二）主要目标\"}]}\n",
            writer.ToString());
    }
}
