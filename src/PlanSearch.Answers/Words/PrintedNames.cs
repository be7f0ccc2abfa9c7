using System.Collections.Immutable;
using PlanSearch.Answers.Texts;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Words;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Signs;

namespace PlanSearch.Answers.Words;

/// <summary>Which names the plans of a view print: headings, box titles, entries, and what the rows of tables are about.</summary>
internal static class PrintedNames
{
    /// <summary>What is longer is a sentence.</summary>
    private const int MaxLength = 40;

    /// <summary>Each once, in division order.</summary>
    public static ImmutableArray<PrintedName> Of(CorpusView view)
    {
        var found = new Dictionary<string, (string Kind, ImmutableArray<int>.Builder Plans)>(StringComparer.Ordinal);
        var inPlan = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in view.InOrder)
        {
            inPlan.Clear();
            var plan = new PlanText(view.Snapshot, entry);
            for (var block = 0; block < plan.Plan.Blocks.Length; block++)
            {
                if (NameOf(plan, block) is var (text, kind) && inPlan.Add(text))
                {
                    if (!found.TryGetValue(text, out var known))
                    {
                        found[text] = known = (kind, ImmutableArray.CreateBuilder<int>(1));
                    }

                    known.Plans.Add(entry.Number);
                }
            }
        }

        return [.. found.Select(one => new PrintedName(one.Key, one.Value.Kind, one.Value.Plans.DrainToImmutable()))];
    }

    private static (string Text, string Kind)? NameOf(PlanText plan, int block)
    {
        var stored = plan.Plan.Blocks[block];
        var (text, kind) = stored.Kind switch
        {
            BlockKind.Heading => (plan.BlockText(block)[Math.Min(stored.Marker.Length, plan.BlockText(block).Length)..], "heading"),
            BlockKind.BoxTitle => (stored.Box >= 0 ? plan.Plan.Boxes[stored.Box].Title : "", "box"),
            BlockKind.BoxEntry when stored.Lead.Length
                > 0 => (plan.BlockText(block).Substring(stored.Lead.Start, stored.Lead.Length), "entry"),
            BlockKind.TableRow => (FirstNamed(plan.BlockText(block), stored), PrintedName.Indicator),
            _ => ("", ""),
        };
        text = text.Trim(' ', '　', '：', ':', '。', '．', '.');
        return text.Length is >= 2 and <= MaxLength && QueryText.Clean(text) == text ? (text, kind) : null;
    }

    // The cell before it may hold the number of the row.
    private static string FirstNamed(string text, StoredBlock row) =>
        row.Cells.Select(cell => text.Substring(cell.Start, cell.Length)).FirstOrDefault(cell => cell.Any(Fold.IsHan), "");
}
