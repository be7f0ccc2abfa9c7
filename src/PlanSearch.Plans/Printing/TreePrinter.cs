namespace PlanSearch.Plans.Printing;

/// <summary>Prints a document as an indented outline for people and golden files.</summary>
public static class TreePrinter
{
    /// <summary>Writes one line per block, ended by LF: indent by depth, kind, source lines, then the text with its lead in 〔〕.</summary>
    /// <remarks>
    /// After the blocks come the boxes with the rule that ended them, and the diagnostics, so that a golden file holds every decision.
    /// </remarks>
    public static void Print(PlanDocument document, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var block in document.Blocks)
        {
            var depth = block.Kind == BlockKind.Heading ? block.Depth - 1 : document.Nodes[block.Node].Depth;
            writer.Write(new string(' ', 2 * (depth + (block.Box >= 0 ? 1 : 0))));
            writer.Write($"{KindNames.Of(block.Kind)}{Number(block)} ({string.Join(',', block.Lines)}) {TextOf(block)}\n");
        }

        foreach (var box in document.Boxes)
        {
            writer.Write(
                $"box {box.Ordinal} {box.Label} {box.Title}: blocks {box.FirstBlock}..{box.EndBlock}, {box.EndReason} "
                    + $"{box.Confidence:0.0}\n");
        }

        foreach (var table in document.Tables)
        {
            writer.Write($"table {table.Caption}: {string.Join(" | ", table.Columns)}\n");
        }

        foreach (var diagnostic in document.Ledger.Diagnostics)
        {
            writer.Write($"line {diagnostic.Line} {diagnostic.Rule} {diagnostic.Message}\n");
        }
    }

    private static string Number(Block block) =>
        block.Kind == BlockKind.Heading ? $" {block.Depth}"
        : block.Entry > 0 ? $" {block.Entry}"
        : block.Paragraph > 0 ? $" {block.Paragraph}"
        : "";

    private static string TextOf(Block block)
    {
        var text = block.Text.Replace('\t', '|');
        return block.Lead.Length == 0 ? text : text.Insert(block.Lead.End, "〕").Insert(block.Lead.Start, "〔");
    }
}
