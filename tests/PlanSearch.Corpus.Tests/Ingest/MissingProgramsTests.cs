using PlanSearch.Corpus.Ingest;

namespace PlanSearch.Corpus.Tests.Ingest;

public sealed class MissingProgramsTests
{
    [Fact]
    public void Warnings_ManyFiles_AreOneLineForEachProgram()
    {
        var missing = new MissingPrograms();
        foreach (var program in new[] { "某程序（program）", null, "LibreOffice（soffice）", "某程序（program）" })
        {
            missing.Take(program);
        }

        Assert.Equal(
            [
                "本机没有安装 LibreOffice（soffice）：1 个文件要靠它读取，没有入库；安装后重新入库即可。",
                "本机没有安装 某程序（program）：2 个文件要靠它读取，没有入库；安装后重新入库即可。",
            ],
            missing.Warnings);
    }

    [Fact]
    public void Warnings_NothingMissing_AreNone() => Assert.Empty(new MissingPrograms().Warnings);
}
