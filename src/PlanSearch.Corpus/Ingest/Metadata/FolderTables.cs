using System.Collections.Immutable;
using PlanSearch.Corpus.Ingest.Files;
using PlanSearch.Index.Stored;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Corpus.Ingest.Metadata;

/// <summary>What the metadata tables in the folders of plans (metadata.csv, metadata.xlsx) say of each plan.</summary>
internal sealed class FolderTables
{
    private readonly Dictionary<string, Sidecar> _byPlan = new(StringComparer.Ordinal);
    private readonly List<string> _warnings = [];

    /// <summary>What is wrong with them, in Chinese, each with the table's name.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>
    /// Reads each table once, roots in their order; where two speak of the same plan, the first counts and the other row is named.
    /// </summary>
    /// <param name="roots">The roots as they were found.</param>
    /// <param name="files">The plans there are; a row about any other is named.</param>
    /// <param name="divisions">What regions are looked up in.</param>
    public static FolderTables Read(IEnumerable<IngestRoot> roots, IEnumerable<FoundFile> files, DivisionTree divisions)
    {
        var tables = new FolderTables();
        var ids = files.Select(file => file.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var table in roots.SelectMany(root => root.Tables).DistinctBy(table => table.FullPath))
        {
            tables.Take(table, ids, divisions);
        }

        return tables;
    }

    /// <summary>What is written of a plan; nothing where no table names it.</summary>
    public Sidecar Of(string plan) => _byPlan.GetValueOrDefault(plan, Sidecar.Empty);

    /// <summary>A digest of what is written of a plan; empty where nothing is.</summary>
    public string DigestOf(string plan) =>
        Of(plan) is { Values.IsEmpty: false } written
            ? TextDigest.Of(written.Values.SelectMany(pair => new[] { pair.Key, pair.Value }))
            : "";

    private void Take(FoundFile table, HashSet<string> ids, DivisionTree divisions)
    {
        var (bytes, failure) = FileBytes.Read(table.FullPath);
        if (bytes is null)
        {
            _warnings.Add($"{table.File}：{failure}");
            return;
        }

        var faults = new List<string>();
        var folder = table.File[..(table.File.LastIndexOf('/') + 1)].Replace('/', '~');
        foreach (var row in MetadataTable.Read(bytes, divisions, faults))
        {
            // In a folder below the root plans may be named from there, as people see them.
            var id = ids.Contains(folder + row.Plan) ? folder + row.Plan : row.Plan;
            if (!ids.Contains(id))
            {
                faults.Add($"第 {row.Line} 行：没有编号为“{row.Plan}”的规划，这一行没有采用。");
            }
            else if (!_byPlan.TryAdd(id, row.Written))
            {
                faults.Add($"第 {row.Line} 行：“{row.Plan}”在另一张表里已有一行，这一行没有采用。");
            }
        }

        _warnings.AddRange(faults.Select(fault => $"{table.File}：{fault}"));
    }
}
