using System.Collections.Immutable;

namespace PlanSearch.Plans.Parsing.Blocks;

/// <summary>Names of a table's columns from its header rows (R-TABLE-2).</summary>
internal static class ColumnNames
{
    /// <summary>The names left to right; an upper cell that spans several lower ones names each of them; empty without a header.</summary>
    public static ImmutableArray<string> Read(List<BlockDraft> drafts, int first, int end)
    {
        var rows = new List<BlockDraft>();
        for (var i = first; i < end && rows.Count < 2; i++)
        {
            if (drafts[i].Kind == BlockKind.TableHeader)
            {
                rows.Add(drafts[i]);
            }
            else if (rows.Count > 0)
            {
                break;
            }
        }

        if (rows.Count == 0)
        {
            return [];
        }

        var upper = CellsOf(rows[0]);
        var lower = rows.Count > 1 ? CellsOf(rows[1]) : [];
        var width = Math.Max(upper.FindLastIndex(cell => cell.Length > 0), lower.FindLastIndex(cell => cell.Length > 0)) + 1;
        var names = ImmutableArray.CreateBuilder<string>(width);
        var spanning = "";
        for (var i = 0; i < width; i++)
        {
            var (top, bottom) = (At(upper, i), At(lower, i));
            spanning = top.Length > 0 ? top : spanning;
            names.Add(bottom.Length == 0 ? top : spanning.Length == 0 ? bottom : $"{spanning} / {bottom}");
        }

        return names.ToImmutable();
    }

    private static string At(List<string> cells, int index) => index < cells.Count ? cells[index] : "";

    private static List<string> CellsOf(BlockDraft row) => [.. row.Cells.Select(cell => row.Text.Substring(cell.Start, cell.Length))];
}
