using PlanSearch.Cli.Printing;

namespace PlanSearch.Cli.Tests.Printing;

public sealed class TextColumnsTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("氢能", 4)]
    [InlineData("“十四五”规划", 12)]   // curly quotes are one column each
    [InlineData("ＡＢ，", 6)]
    [InlineData("𠮷", 2)]
    public void WidthOf_Text_CountsHanTwice(string text, int width) => Assert.Equal(width, TextColumns.WidthOf(text));

    [Fact]
    public void Write_RowsOfMixedWidth_AlignsColumnsAndNumbers()
    {
        using var writer = new StringWriter { NewLine = "\n" };

        TextColumns.Write([["编号", "名称", "处"], ["a-long-id", "短", "7"], ["b", "较长的名称", "12"], ["c", "", ""]], writer);

        Assert.Equal(
            """
            编号       名称        处
            a-long-id  短           7
            b          较长的名称  12
            c

            """,
            writer.ToString());
    }
}
