using PlanSearch.Plans.Printing;
using PlanSearch.Plans.Tests.Parsing;

namespace PlanSearch.Plans.Tests.Printing;

public sealed class JsonLinesPrinterTests
{
    [Fact]
    public void Print_SmallPlan_GivesOneObjectPerBlock()
    {
        using var writer = new StringWriter();

        JsonLinesPrinter.Print(PlanText.Parse("第一章 湖城新貌\n\n专栏1 冷链工程\n\n1. 湖东冷库；2. 湖西冷库。\n"), writer);

        Assert.Equal(
            """
            {"kind":"heading","lines":[1],"depth":1,"box":null,"entry":null,"lead":null,"path":["第一章 湖城新貌"],"marker":"第一章","paragraph":null,"record":0,"text":"第一章 湖城新貌"}
            {"kind":"box_title","lines":[3],"depth":null,"box":1,"entry":null,"lead":null,"path":["第一章 湖城新貌"],"marker":"","paragraph":null,"record":1,"text":"专栏1 冷链工程"}
            {"kind":"box_entry","lines":[5],"depth":null,"box":1,"entry":1,"lead":null,"path":["第一章 湖城新貌"],"marker":"1.","paragraph":null,"record":1,"text":"1. 湖东冷库；"}
            {"kind":"box_entry","lines":[5],"depth":null,"box":1,"entry":2,"lead":null,"path":["第一章 湖城新貌"],"marker":"2.","paragraph":null,"record":1,"text":"2. 湖西冷库。"}

            """.ReplaceLineEndings("\n"),
            writer.ToString());
    }

    [Fact]
    public void Of_EveryKind_HasAName() =>
        Assert.Equal(
            Enum.GetValues<BlockKind>().Length, Enum.GetValues<BlockKind>().Select(KindNames.Of).Distinct(StringComparer.Ordinal).Count());
}
