using PlanSearch.Corpus.Ingest.Files;

namespace PlanSearch.Corpus.Tests.Ingest.Files;

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

    [Theory]
    [InlineData("/a/甲.txt", "甲", "/a/甲.meta.yaml")]
    [InlineData("/a/甲.pdf", "甲.pdf", "/a/甲.pdf.meta.yaml")]
    [InlineData("/a/县/甲.pdf", "县~甲.pdf", "/a/县/甲.pdf.meta.yaml")]
    [InlineData("/a/甲.pdf.pdf", "甲.pdf", "/a/甲.pdf.meta.yaml")]
    [InlineData("/a/甲", "甲", "/a/甲.meta.yaml")]
    public void SidecarOf_File_LiesBesideItUnderTheNameOfItsId(string path, string id, string sidecar) =>
        Assert.Equal(sidecar, FileNames.SidecarOf(path, id));
}
