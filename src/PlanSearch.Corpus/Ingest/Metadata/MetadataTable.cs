using System.Collections.Immutable;
using System.Globalization;
using PlanSearch.Plans.Metadata;
using PlanSearch.Plans.Reading.Formats.Sheets;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Corpus.Ingest.Metadata;

/// <summary>
/// A table of metadata, one plan a row: the rows that can be taken; what is wrong with the others is told with their lines.
/// </summary>
internal sealed class MetadataTable
{
    /// <summary>The column that says which plan a row is about.</summary>
    public const string IdColumn = "编号";

    private static readonly string[] IdColumns = [IdColumn, "规划编号", "id", "ID"];

    private readonly DivisionTree _divisions;
    private readonly ICollection<string> _faults;
    private readonly Dictionary<int, string> _keys = [];
    private readonly List<MetadataRow> _rows = [];
    private readonly HashSet<string> _plans = new(StringComparer.Ordinal);
    private int _id;

    private MetadataTable(DivisionTree divisions, ICollection<string> faults) => (_divisions, _faults) = (divisions, faults);

    /// <summary>Reads a table; never throws on any bytes.</summary>
    /// <param name="bytes">CSV or xlsx.</param>
    /// <param name="divisions">What regions are looked up in.</param>
    /// <param name="faults">Takes what is wrong, in Chinese: 第 N 行：….</param>
    public static IReadOnlyList<MetadataRow> Read(byte[] bytes, DivisionTree divisions, ICollection<string> faults)
    {
        var (rows, fault) = TableText.Read(bytes);
        if (fault is not null)
        {
            faults.Add($"{fault}，没有采用。");
            return [];
        }

        var table = new MetadataTable(divisions, faults);
        if (rows.Length > 0 && table.ReadHeader(rows[0]))
        {
            foreach (var row in rows.Skip(1))
            {
                table.ReadRow(row);
            }
        }

        return table._rows;
    }

    private bool ReadHeader(SheetRow header)
    {
        _id = header.Cells.Select(cell => cell.Trim()).ToList().FindIndex(IdColumns.Contains);
        if (_id < 0)
        {
            _faults.Add($"第 {header.Number} 行：没有名为“{IdColumn}”的栏，没有采用。");
            return false;
        }

        for (var at = 0; at < header.Cells.Length; at++)
        {
            var key = MetadataKeys.KeyOf(header.Cells[at].Trim());
            if (at == _id || key.Length == 0)
            {
                continue;
            }

            if ((MetadataKeys.FaultOf(key) ?? (_keys.ContainsValue(key) ? $"“{header.Cells[at].Trim()}”重复" : null)) is { } fault)
            {
                _faults.Add($"第 {header.Number} 行：{fault}，这一栏没有采用。");
                continue;
            }

            _keys.Add(at, key);
        }

        return true;
    }

    private void ReadRow(SheetRow row)
    {
        var id = CellOf(row, _id);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var fault = id.Length == 0 ? $"“{IdColumn}”是空的"
            : _plans.Contains(id) ? $"“{id}”在前面已有一行"
            : null;
        foreach (var (at, key) in _keys)
        {
            var (value, wrong) = Read(key, CellOf(row, at));
            fault ??= wrong;
            values[key] = value;
        }

        if (fault is null)
        {
            _plans.Add(id);
            _rows.Add(new MetadataRow(row.Number, id, values.ToImmutableSortedDictionary(StringComparer.Ordinal)));
        }
        else
        {
            _faults.Add($"第 {row.Number} 行：{fault}，这一行没有采用。");
        }
    }

    private static string CellOf(SheetRow row, int column) => column < row.Cells.Length ? row.Cells[column].Trim() : "";

    private (string Value, string? Fault) Read(string key, string cell) => key switch
    {
        "region" => ReadRegion(cell),
        "date" => (ReadDate(cell), null),
        _ => (ValuesToday.Of(key, cell), MetadataKeys.FaultOf(key, cell)),
    };

    /// <summary>
    /// A path from the province down; a name alone where only one division has it. Zones and towns no table lists are below a known
    /// division.
    /// </summary>
    private (string Value, string? Fault) ReadRegion(string cell)
    {
        ImmutableArray<string> path = [.. cell.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        if (path is [var name] && _divisions.AtPath(path) is null && _divisions.Named(name) is [var only])
        {
            path = only.Path;
        }

        var region = string.Join('/', path);
        return region.Length == 0 || MetadataKeys.RegionFaultOf(region, _divisions) is not { } fault
            ? (region, null)
            : (cell, fault.Reason);
    }

    /// <summary>A spreadsheet turns a date that was typed into the number of its day since 1899.</summary>
    private static string ReadDate(string cell) =>
        cell.Length == 5 && int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            ? new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified).AddDays(day).ToString("yyyy年M月d日", CultureInfo.InvariantCulture)
            : cell;
}

/// <summary>What a table says of one plan.</summary>
/// <param name="Line">The line of the row, or its number in the sheet.</param>
/// <param name="Plan">The plan's id as written.</param>
/// <param name="Values">The cells by key, empty ones included: those say nothing.</param>
internal sealed record MetadataRow(int Line, string Plan, ImmutableSortedDictionary<string, string> Values)
{
    /// <summary>The values that say something.</summary>
    public Sidecar Written => new(Values.RemoveRange(Values.Where(pair => pair.Value.Length == 0).Select(pair => pair.Key)));
}
