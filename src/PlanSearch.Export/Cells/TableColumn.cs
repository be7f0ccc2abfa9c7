namespace PlanSearch.Export.Cells;

/// <summary>What a table says of all cells below a header.</summary>
/// <param name="Name">Its header.</param>
/// <param name="IsNumber">Whether its cells are whole numbers.</param>
/// <param name="Width">How wide a spreadsheet shows it, in characters.</param>
internal record TableColumn(string Name, bool IsNumber, int Width);
