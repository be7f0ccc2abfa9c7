using PlanSearch.Cli.Printing;

namespace PlanSearch.Cli.Tests.Printing;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData(false, "发展【氢能】和【氢能】 | 装备")]
    [InlineData(true, "发展\e[1;31m氢能\e[0m和\e[1;31m氢能\e[0m | 装备")]
    public void Mark_TextWithMarks_ShowsThemOnAScreenInColor(bool hasColor, string shown) =>
        Assert.Equal(shown, new TerminalText(hasColor).Mark("发展氢能和氢能\t装备", [[2, 2], [5, 2]]));

    [Fact]
    public void Mark_NoMarks_LeavesTheText() => Assert.Equal("氢能", new TerminalText(hasColor: true).Mark("氢能", []));
}
