using PlanSearch.Corpus;
using PlanSearch.Corpus.Generations;
using PlanSearch.Export.Word;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Scan;

namespace PlanSearch.Export.Tests.Word;

public sealed class TemplateCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void FaultOf_NoDocument_IsNamedUntilOneIsThere()
    {
        var check = new TemplateCheck();
        var options = new CorpusOptions { WordTemplate = _folder.At("template.docx") };
        File.WriteAllText(options.WordTemplate, "no document");

        Assert.Contains("不是 Word 文档", check.FaultOf(options), StringComparison.Ordinal);

        File.WriteAllBytes(options.WordTemplate, WordTemplate.Default());
        File.SetLastWriteTimeUtc(options.WordTemplate, File.GetLastWriteTimeUtc(options.WordTemplate).AddMinutes(1));

        Assert.Null(check.FaultOf(options));
    }

    [Fact]
    public void FaultOf_TemplateOfTheProgram_IsNone() => Assert.Null(new TemplateCheck().FaultOf(InventedCollection.Options));

    [Fact]
    public void Status_TemplateThatIsNone_IsAmongTheWarnings()
    {
        var options = InventedCollection.Options with
        {
            WordTemplate = _folder.At(
            "none.docx"),
            TemplateFault = new TemplateCheck().FaultOf
        };
        var index = new ScanPlanIndex();
        InventedCollection.Publish(index, InventedCollection.Manifest, []);

        using var collection = PlanCollection.Open(options, () => index);
        using var reader = collection.Read();

        Assert.Contains("none.docx", Assert.Single(reader.Status.Warnings), StringComparison.Ordinal);
        Assert.Equal<string>(collection.Faults, reader.Status.Warnings);
    }

    public void Dispose() => _folder.Dispose();
}
