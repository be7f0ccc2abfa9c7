using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Stored;

/// <summary>
/// The text of a block as the plan has it, TAB between cells, and as the engine has it, where nothing matches across cells.
/// </summary>
internal static class BlockTexts
{
    private const char CellEnd = '\t';

    /// <exception cref="ArgumentException">The text holds <see cref="Fold.Separator"/>, which no reader lets through.</exception>
    public static string ToIndex(StoredBlock block, string text)
    {
        if (text.Contains(Fold.Separator))
        {
            throw new ArgumentException("A text holds U+FFFF, which ends cells in the index.", nameof(text));
        }

        return block.Cells.IsEmpty ? text : text.Replace(CellEnd, Fold.Separator);
    }

    public static string FromIndex(string text) => text.Replace(Fold.Separator, CellEnd);
}
