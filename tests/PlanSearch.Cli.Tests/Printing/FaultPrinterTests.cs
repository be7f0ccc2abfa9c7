using PlanSearch.Cli.Printing;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Cli.Tests.Printing;

public sealed class FaultPrinterTests
{
    [Fact]
    public void Print_FaultInTheQuery_PutsTheCaretUnderIt() =>
        Assert.Equal(
            """
            氢能 (储能
                 ^
            括号没有合上。
            可以写作：氢能 (储能)

            """,
            Printed("氢能 (储能", new RequestFault("query_syntax", "括号没有合上。", 3, "氢能 (储能)")));

    [Fact]
    public void Print_FaultElsewhere_SaysOnlyTheReason() =>
        Assert.Equal("没有这份规划。\n", Printed("x", new RequestFault("plan_unknown", "没有这份规划。")));

    [Fact]
    public void Print_OffsetAtTheEnd_PutsTheCaretAfterTheQuery() =>
        Assert.StartsWith("氢能\n    ^\n", Printed("氢能", new RequestFault("query_syntax", "。", 2)), StringComparison.Ordinal);

    private static string Printed(string query, RequestFault fault)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        Assert.Equal(ExitCode.WrongUse, FaultPrinter.Print(query, fault, writer));
        return writer.ToString();
    }
}
