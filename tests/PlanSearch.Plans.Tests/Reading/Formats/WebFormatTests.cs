using System.Text;
using PlanSearch.Plans.Files;

namespace PlanSearch.Plans.Tests.Reading.Formats;

/// <summary>What Markdown and HTML become, line by line; blank lines are left out.</summary>
public sealed class WebFormatTests
{
    [Theory]
    [InlineData("<p>甲<br>乙</p><p>丙</p>", "甲|乙|丙")]
    [InlineData("<div>甲<div>乙</div>丙</div>", "甲|乙|丙")]
    [InlineData("<p>PM<sub>2.5</sub>、10<sup>8</sup>吨、飞地<sup>①</sup></p>", "PM2.5、108吨、飞地^①")]
    [InlineData("<p><b>营造环境。</b>各级要办好。</p><p><b>第一章 总则</b></p>", "**营造环境。**各级要办好。|第一章 总则")]
    [InlineData("<ol start=3><li>甲</li><li><p>乙</p></li></ol><ul><li>丙</li></ul>", "3. 甲|4. 乙|• 丙")]
    [InlineData("<p hidden>甲</p><p style='display: none'>乙</p><script>丙</script><select><option>丁</option></select>戊", "戊")]
    [InlineData("<table><tr><th rowspan=2>指标</th><th colspan=2>数量</th></tr><tr><td>一</td><td>二</td></tr></table>", "指标\t数量\t|\t一\t二")]
    [InlineData("<table><tr><td><p>专栏1 工程</p><p>1. 甲；</p></td></tr></table>", "专栏1 工程|1. 甲；")]
    [InlineData("<table><tr><td colspan=3>专栏2 指标</td></tr><tr><td>一</td><td>二</td><td>三</td></tr></table>", "专栏2 指标|一\t二\t三")]
    [InlineData("<table><tr><td>一</td><td>甲\n乙<br>丙</td></tr><tr><td>二</td><td></td></tr></table>", "一\t甲 乙 丙|二\t")]
    public void Read_Html_GivesTheLinesABrowserShows(string body, string lines) =>
        Assert.Equal(lines, LinesOf($"<html><body>{body}</body></html>", "HTML"));

    [Theory]
    [InlineData("## 第一章 总则 ##", "第一章 总则")]
    [InlineData("1. 甲\n2. 乙", "1. 甲|2. 乙")]
    [InlineData("- 甲\n\n  乙\n* 丙", "- 甲|乙|* 丙")]
    [InlineData("03. 甲", "03. 甲")]
    [InlineData("- 12 -", "- 12 -")]
    [InlineData("**营造环境。**各级*都*要办，2*3*4。", "**营造环境。**各级都要办，2*3*4。")]
    [InlineData("    建设加氢站。", "建设加氢站。")]
    [InlineData("甲\n乙", "甲|乙")]
    [InlineData("飞地[^1]经济。\n\n乙。\n\n[^1]: 跨区的经济。", "飞地^①经济。|^① 跨区的经济。|乙。")]
    [InlineData("| 甲 | 乙 |\n|---|---|\n| 1 | |", "甲\t乙|1\t")]
    [InlineData("<table><tr><td>甲</td><td>乙</td></tr></table>", "甲\t乙")]
    [InlineData("见[通知](http://a/)和![图](b.png)。", "见通知和。")]
    public void Read_Markdown_GivesTheLinesOfPlainText(string body, string lines) =>
        Assert.Equal("甲部|乙部|" + lines, LinesOf($"# 甲部\n\n# 乙部\n\n{body}\n", "Markdown"));

    [Theory]
    [InlineData("第一章 总则\n\n**加粗**的字和 # 号。\n\n# 一个井号\n")]
    [InlineData("<br>三国时期</br>\n\n第一章\n")]
    [InlineData("甲 | 乙\n丙 | 丁\n")]
    public void Read_TextWithAFewSigns_IsPlainText(string text) =>
        Assert.Equal("纯文本", PlanReader.Read(Encoding.UTF8.GetBytes(text)).Source!.Format);

    private static string LinesOf(string text, string format)
    {
        var source = PlanReader.Read(Encoding.UTF8.GetBytes(text)).Source!;

        Assert.Equal(format, source.Format);
        return string.Join('|', source.Lines.Where(line => line.Length > 0));
    }
}
