using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Formats;

namespace PlanSearch.Corpus.Tests.Ingest;

/// <summary>Files of WPS and of older Word are plans like any other, where LibreOffice is installed.</summary>
public sealed class OldOfficeIngestTests : IDisposable
{
    private readonly IngestFolder _folder = new();

    [ProgramTheory("soffice")]
    [InlineData("规划.wps")]
    [InlineData("规划.doc")]
    public void Run_FileOfAnOlderOffice_IsTheSamePlanAsItsText(string name)
    {
        var text = IngestFolder.PlanText("养鱼");
        _folder.WriteAt("plans/文本.txt", text);
        _folder.Write(name, OldWordFile.Write(WordFile.Write(PlanPiece.Of(text.TrimEnd('\n').Split('\n'))), "doc"));

        var report = _folder.Run();

        Assert.Empty(report.Failures);
        Assert.Equal<string>(["正文相同：文本、规划。"], report.Warnings);
        Assert.Equal((1, 1), (_folder.Find("养鱼")["规划"], _folder.Find("养鱼")["文本"]));
    }

    public void Dispose() => _folder.Dispose();
}
