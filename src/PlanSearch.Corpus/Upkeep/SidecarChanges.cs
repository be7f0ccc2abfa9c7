using System.Collections.Immutable;
using PlanSearch.Corpus.Ingest.Files;
using PlanSearch.Corpus.Ingest.Metadata;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Corpus.Upkeep;

/// <summary>A table of metadata -> what it changes in the sidecars beside the plan files. Bad rows are named, the others taken.</summary>
/// <remarks>
/// A cell that says what is known already changes nothing, so that recognition stays free to do better. An empty cell takes back what a
/// sidecar says; a column that is not there is not looked at.
/// </remarks>
internal sealed class SidecarChanges
{
    private readonly IPlanSnapshot _snapshot;
    private readonly Func<StoredPlan, bool> _isOurs;
    private readonly List<string> _plans = [];
    private readonly List<Func<FileSwap>> _swaps = [];
    private readonly List<string> _faults = [];
    private int _unchanged;

    private SidecarChanges(IPlanSnapshot snapshot, Func<StoredPlan, bool> isOurs) => (_snapshot, _isOurs) = (snapshot, isOurs);

    /// <summary>The swaps of files, each made when it is taken.</summary>
    public IEnumerable<FileSwap> Swaps => _swaps.Select(swap => swap());

    /// <summary>What there is to tell of it.</summary>
    public MetadataImportReport Report => new([.. _plans], _unchanged, [.. _faults]);

    /// <summary>Reads a table; changes nothing yet.</summary>
    /// <param name="snapshot">The plans as they are known.</param>
    /// <param name="divisions">What regions are looked up in.</param>
    /// <param name="table">CSV or xlsx, as an export of the metadata is written.</param>
    /// <param name="isOurs">Whether a plan's folder may be written to.</param>
    public static SidecarChanges Of(IPlanSnapshot snapshot, DivisionTree divisions, byte[] table, Func<StoredPlan, bool> isOurs)
    {
        var changes = new SidecarChanges(snapshot, isOurs);
        foreach (var row in MetadataTable.Read(table, divisions, changes._faults))
        {
            if (changes.Take(row) is { } fault)
            {
                changes._faults.Add($"第 {row.Line} 行：{fault}，这一行没有采用。");
            }
        }

        return changes;
    }

    /// <summary>Why a row is not taken; null when it is, or says nothing new.</summary>
    private string? Take(MetadataRow row)
    {
        if (_snapshot.Find(row.Plan) is var number && number < 0)
        {
            return $"没有编号为“{row.Plan}”的规划";
        }

        var plan = _snapshot.Plan(number);
        var file = Path.Combine(plan.Root, plan.File);
        if (!_isOurs(plan) || !File.Exists(file))
        {
            return $"规划文件已不在规划文件夹中：{plan.File}";
        }

        var path = FileNames.SidecarOf(file, plan.Id);
        var (before, broken) = SidecarText.Read(path);
        if (before is null)
        {
            return broken!.Message.TrimEnd('。');
        }

        var (after, fault) = SidecarText.Change(before, ChangesOf(plan, row, before.Values));
        if (after is null)
        {
            return fault!.Message.TrimEnd('。');
        }

        if (after.Values.SequenceEqual(before.Values))
        {
            _unchanged++;
            return null;
        }

        _plans.Add(plan.Id);
        _swaps.Add(() => after.Values.IsEmpty ? FileSwap.Remove(path) : FileSwap.Write(path, SidecarText.Write(after)));
        return null;
    }

    private static Dictionary<string, string?> ChangesOf(StoredPlan plan, MetadataRow row, ImmutableSortedDictionary<string, string> before)
    {
        var changes = row.Values
            .Where(cell => cell.Value != before.GetValueOrDefault(cell.Key, "")
                && (cell.Value.Length == 0 || before.ContainsKey(cell.Key) || cell.Value != MetadataCells.Of(plan.Metadata, cell.Key)))
            .ToDictionary(cell => cell.Key, cell => cell.Value.Length == 0 ? null : cell.Value, StringComparer.Ordinal);

        // A title that is written is in for the short one too, unless that is written as well.
        if (changes.GetValueOrDefault("title") is not null && row.Values.GetValueOrDefault("short_title") is { Length: > 0 } shortTitle)
        {
            changes["short_title"] = shortTitle;
        }

        return changes;
    }
}
