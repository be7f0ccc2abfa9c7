using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Corpus.Upkeep;

/// <summary>A table of metadata -> sidecars beside the plan files; the next ingest takes them up.</summary>
public static class MetadataImport
{
    /// <summary>Writes what the table says otherwise than the index: a sidecar a plan, all of them or none.</summary>
    /// <param name="options">Where the collection lies.</param>
    /// <param name="table">CSV or xlsx, as an export of the metadata is written.</param>
    /// <returns>What was done; a fault when a folder cannot be written to.</returns>
    /// <exception cref="IndexMissingException">There is no index: ids mean nothing yet.</exception>
    public static Outcome<MetadataImportReport> Run(CorpusOptions options, byte[] table)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(table);
        using var index = options.Store.Open();
        using var snapshot = index.OpenNewest() ?? throw new IndexMissingException(options.IndexPlace);
        var (divisions, unread) = ReferenceDivisions.Of(options);
        if (divisions is null)
        {
            return unread!;
        }

        var changes = SidecarChanges.Of(snapshot, divisions, table, _ => true);
        using var made = new MadeSwaps();
        if (made.Make(changes.Swaps) is { } refused)
        {
            return refused;
        }

        made.Keep();
        return changes.Report;
    }
}

/// <summary>What an import did.</summary>
/// <param name="Written">Ids of the plans whose sidecars were written.</param>
/// <param name="Unchanged">Rows that say nothing new.</param>
/// <param name="Faults">Rows and columns that were not taken, each with its line and the reason, in Chinese.</param>
public sealed record MetadataImportReport(ImmutableArray<string> Written, int Unchanged, ImmutableArray<string> Faults);
