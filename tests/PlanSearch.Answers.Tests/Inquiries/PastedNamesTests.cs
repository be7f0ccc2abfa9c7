using PlanSearch.Corpus;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;

namespace PlanSearch.Answers.Tests.Inquiries;

/// <summary>
/// Every heading, box title, entry and row of a plan, pasted as the file prints it or typed without its blanks, finds itself.
/// </summary>
public sealed class PastedNamesTests
{
    /// <summary>A long entry is pasted by its beginning: a query has a length.</summary>
    private const int MaxPasted = 60;

    [Fact]
    public void Read_NamesOfSamplePlans_FindThemselves() => FindThemselves([Repository.SamplePlans], 500);

    [SharedPlansFact]
    public void Read_NamesOfRealPlans_FindThemselves() => FindThemselves(Repository.SharedPlanFiles, 1_000);

    private static void FindThemselves(IEnumerable<string> roots, int least)
    {
        using var folder = new TemporaryFolder();
        var options = new CorpusOptions { IndexDirectory = folder.At("index"), ReferenceDirectory = Repository.ReferenceData };
        PlanIngest.Run(options, new IngestRequest([.. roots]), null, default);
        using var corpus = PlanCollection.Open(options);
        using var index = options.Store.Open();
        using var snapshot = index.OpenNewest()!;
        var pasted = 0;
        for (var number = 0; number < snapshot.PlanCount; number++)
        {
            var plan = snapshot.Plan(number);
            var lines = File.ReadAllLines(Path.Combine(plan.Root, plan.File));
            for (var block = 0; block < plan.Blocks.Length; block++)
            {
                foreach (var name in NamesOf(plan.Blocks[block], snapshot.BlockText(number, block), lines))
                {
                    Assert.True(Finds(corpus, plan, block, name), $"{plan.Id}, line {plan.Blocks[block].Lines[0].Line}: {name}");
                    pasted++;
                }
            }
        }

        Assert.True(pasted > least, $"only {pasted} pasted");
    }

    private static IEnumerable<string> NamesOf(StoredBlock block, string text, string[] lines)
    {
        switch (block.Kind)
        {
            case BlockKind.Heading or BlockKind.BoxTitle or BlockKind.BoxHeading or BlockKind.TableCaption:
                yield return text;
                if (block is { Kind: BlockKind.Heading or BlockKind.BoxTitle, Lines.Length: 1 }
                    && lines[block.Lines[0].Line - 1].Length < SearchRequest.MaxQueryLength)
                {
                    yield return lines[block.Lines[0].Line - 1];
                }

                // A number before a digit (1. 500千伏) is no marker without its blank.
                if (block.Marker.Length > 0 && !char.IsDigit(text[block.Marker.Length..].TrimStart()[0]))
                {
                    yield return block.Marker + text[block.Marker.Length..].TrimStart();
                    yield return $"{block.Marker} {text[block.Marker.Length..].TrimStart()}";
                }

                break;
            case BlockKind.BoxEntry:
                yield return Beginning(text);
                break;
            case BlockKind.TableRow when !block.Cells.IsEmpty && block.Cells[0].Length > 0:
                yield return text.Substring(block.Cells[0].Start, block.Cells[0].Length);
                break;
        }
    }

    // Not in the middle of a number or a Latin word: those are found whole.
    private static string Beginning(string text)
    {
        var end = Math.Min(MaxPasted, text.Length);
        while (end > 0 && end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end--;
        }

        return text[..end];
    }

    private static bool Finds(PlanCollection corpus, StoredPlan plan, int block, string name) =>
        corpus.Read(plan.Id, InventedCollection.Ask(name), default).Value!.Blocks[block].Marks.Length > 0;
}
