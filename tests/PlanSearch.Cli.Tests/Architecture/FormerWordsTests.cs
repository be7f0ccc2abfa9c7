using System.Text.RegularExpressions;

namespace PlanSearch.Cli.Tests.Architecture;

/// <summary>Words that pages, files, manuals and the command line no longer say, because nobody in the trade does.</summary>
public sealed class FormerWordsTests
{
    // The notes on upgrading name what was; this file reads the former names of query fields for ever.
    private static readonly string[] Exempt = ["docs/升级说明.md", "src/PlanSearch.Queries/Signs/QueryField.cs"];

    /// <summary>A pattern, and what is said today.</summary>
    public static TheoryData<string, string> Words => new()
    {
        { "(?<=[0-9}几每各哪这一两逐同多] ?)部(?![门委分署位长队级件属])|规划部数|的部数|\"部\"", "份" },
        { "部位", "文中位置" },
        { "语境", "用法" },
        { "读作", "理解为" },
        { "逐字形|逐字比较", "区分繁简和全半角" },
        { "文件顺序", "按行政区划" },
        { "[数据文本]摘要|，摘要|\"摘要\"|的摘要", "校验码（SHA-256）" },
        { "字符去向|没有去向|\"去向", "文字归类" },
        { "题录", "规划信息" },
        { "提示(?=[\"：（]|的)", "待核事项" },
        { "命中", "检索词、各处" },
        { "下辖 ", "下辖地区（2）" },
        { "写入密钥", "录入密钥" },
        { "分母", "统计范围" },
        { "人工校正|\"维护\"(?!,)|维护：", "更正" },
        { "存疑", "待核" },
        { "专题对比表|同源表述|相近段落|按词检索", "表述对照表、相近表述、相关内容、相关检索" },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void Former_Word_IsSaidNowhere(string former, string today)
    {
        var pattern = new Regex(former, RegexOptions.None, TimeSpan.FromSeconds(5));
        var files = SourceTree.Files("src", ".cs", ".razor", ".js", ".json", ".ndjson", ".csv", ".xml", ".txt", ".html", ".md")
            .Concat(SourceTree.Files("docs", ".md")).Concat(["README.md", "README.zh.md"]).Except(Exempt).ToList();

        Assert.True(files.Count > 300);
        Assert.Equal("", string.Join('\n', files.SelectMany(path => SourceTree.Read(path).Split('\n')
            .Select((line, at) => (Line: line, At: at + 1))
            .Where(row => pattern.IsMatch(row.Line))
            .Select(row => $"{path}:{row.At}: “{today}”: {row.Line.Trim()}"))));
    }

    // A lint that finds nothing may also look for nothing.
    [Theory]
    [InlineData("共 3 部规划")]
    [InlineData("$\"{first} 部，\"")]
    [InlineData("每部规划一行")]
    public void Former_PatternOfUnits_FindsThem(string line) => Assert.Matches((string)Words.First()[0], line);

    [Theory]
    [InlineData("全部规划")]
    [InlineData("各部门")]
    [InlineData("一部分")]
    public void Former_PatternOfUnits_LeavesOtherWords(string line) => Assert.DoesNotMatch((string)Words.First()[0], line);
}
