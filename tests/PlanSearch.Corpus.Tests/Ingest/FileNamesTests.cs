using PlanSearch.Corpus.Ingest;

namespace PlanSearch.Corpus.Tests.Ingest;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("甲.txt", ".txt", "甲")]
    [InlineData("甲", "", "甲")]
    [InlineData("省/市/甲.txt", ".txt", "省~市~甲")]
    [InlineData("规划（2021.3印发）", "", "规划（2021.3印发）")]
    [InlineData("规划2021.3", "", "规划2021.3")]
    [InlineData("规划2021.3.txt", ".txt", "规划2021.3")]
    [InlineData("甲.docx", ".docx", "甲")]
    [InlineData("甲.longextension", "", "甲.longextension")]
    [InlineData("甲.", "", "甲.")]
    public void IdOf_AnyName_IsThePathWithoutExtension(string file, string extension, string id)
    {
        Assert.Equal(extension, FileNames.ExtensionOf(file));
        Assert.Equal(id, FileNames.IdOf(file));
    }

    [Theory]
    [InlineData("甲.txt", true)]
    [InlineData("甲.Txt", true)]
    [InlineData("甲", true)]
    [InlineData("甲.md", true)]
    [InlineData("甲.PDF", true)]
    [InlineData("甲.xlsx", false)]
    public void IsRead_AnyName_GoesByTheExtension(string file, bool expected) => Assert.Equal(expected, FileNames.IsRead(file));

    [Fact]
    public void SidecarOf_File_LiesBesideIt() => Assert.Equal("/a/甲.meta.yaml", FileNames.SidecarOf("/a/甲.txt"));
}
