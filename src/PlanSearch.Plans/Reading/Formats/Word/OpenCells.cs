using DocumentFormat.OpenXml.Wordprocessing;

namespace PlanSearch.Plans.Reading.Formats.Word;

/// <summary>
/// Tells, row by row, the cells that only continue one above: vertical merges name themselves, and some carry the text again.
/// </summary>
internal sealed class OpenCells
{
    private HashSet<int> _above = [];
    private HashSet<int> _here = [];
    private int _column;

    /// <summary>Begins a row and gives the columns it leaves free at its left.</summary>
    public int BeginRow(TableRow row)
    {
        (_above, _here) = (_here, []);
        return _column = row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0;
    }

    /// <summary>Whether the next cell of the row continues the one above it.</summary>
    public bool Continues(TableCell cell, int span)
    {
        var at = _column;
        _column += span;
        if (cell.TableCellProperties?.VerticalMerge is not { } merge)
        {
            return false;
        }

        _here.Add(at);
        return merge.Val?.Value != MergedCellValues.Restart && _above.Contains(at);
    }
}
