using System.Diagnostics;
using PlanSearch.Answers.Clips;
using PlanSearch.Export.Word;
using PlanSearch.Index.Stored;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Formats;

namespace PlanSearch.Export.Tests.Word;

/// <summary>What another program makes of a document; only where it is installed.</summary>
public sealed class WordRenderingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [ProgramTheory("soffice")]
    [InlineData(40)]
    public async Task WriteAsync_Folder_IsReadByAnotherProgramWithTableAndProof(int excerpts)
    {
        var plan = new HandMadePlan("甲").Heading("第一章");
        var texts = Enumerable.Range(0, excerpts).Select(number => $"第{number}条发展氢能和储能，建设加氢站。").ToList();
        texts.ForEach(text => plan.Paragraph(text));
        using var corpus = InventedCollection.Open(InventedCollection.Built(plan));
        var folder = corpus.Pick(
            ClipFolder.Empty,
            [.. texts.Select(text => $"甲#{BlockAnchor.Of(text, 1)}.{text.IndexOf("氢能", StringComparison.Ordinal)}.2")],
            InventedCollection.Ask("氢能")).Value!.Folder;
        await using (var file = File.Create(_folder.At("clips.docx")))
        {
            await ClipWordExport.WriteAsync(
                corpus.Resolve(folder, default), WordTemplate.Of(InventedCollection.Options).Value!, file, default);
        }

        await RunAsync(
            "soffice",
            $"-env:UserInstallation={new Uri(_folder.At("profile"))}",
            "--headless",
            "--convert-to",
            "txt:Text (encoded):UTF8",
            "--outdir",
            _folder.Path,
            _folder.At("clips.docx"));

        var read = await File.ReadAllTextAsync(_folder.At("clips.txt"));
        // Each once in the table and once by its region.
        Assert.All(texts, text => Assert.Equal(3, read.Split(text).Length));
        Assert.Contains("检索说明", read, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true
            })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{await output}{await error}");
    }
}
