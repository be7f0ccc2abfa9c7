using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;

namespace PlanSearch.Corpus.Changes;

/// <summary>Reads every byte of the former versions that the newest generation names, and checks that each holds the plans its change replaced or removed.</summary>
public static class ChangeLogCheck
{
    /// <summary>Checks the log of an index.</summary>
    /// <remarks>Damage is a finding; a change whose files are gone is none: feeds say that they begin behind it.</remarks>
    /// <param name="options">Where the collection lies.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Null where no generation can be read: the check of the index says why.</returns>
    public static ChangeLogReport? Check(CorpusOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (LogOf(options.Store) is not { } log)
        {
            return null;
        }

        var store = options.Store.Formers;
        var there = store.List().ToHashSet(StringComparer.Ordinal);
        var findings = ImmutableArray.CreateBuilder<string>();
        var (from, changes, plans) = (log.From, 0, 0);
        foreach (var change in log.Changes)
        {
            if (!there.Contains(change.Name))
            {
                (from, changes, plans) = (change.Generation, 0, 0);
                continue;
            }

            var report = store.Check(change.Name, cancellationToken);
            findings.AddRange(report.Findings);
            if (report.Findings.IsEmpty && FaultOf(store, change.Name) is { } fault)
            {
                findings.Add(fault);
            }

            (changes, plans) = (changes + 1, plans + report.Documents);
        }

        return new ChangeLogReport(from, changes, plans, findings.ToImmutable());
    }

    private static ChangeLog? LogOf(IPlanIndexStore store)
    {
        try
        {
            using var index = store.Open();
            using var snapshot = index.OpenNewest();
            return snapshot?.Manifest.ChangeLog;
        }
        catch (IndexUnusableException)
        {
            // Found and named by the check of the index itself.
            return null;
        }
    }

    private static string? FaultOf(IFormerIndexes store, string name)
    {
        try
        {
            using var index = store.Open(name);
            using var former = index.OpenNewest();
            var held = former?.Facts([.. Enumerable.Range(0, former.PlanCount)]).Select(plan => plan.Id).ToHashSet(StringComparer.Ordinal);
            return former?.Manifest.ChangeSet is { } set && held!.SetEquals(set.Replaced.Concat(set.Removed))
                ? null
                : $"{store.Describe(name)}: it holds other plans than those of its change. Remove the folder; feeds then begin behind it";
        }
        catch (IndexUnusableException e)
        {
            return e.Message;
        }
    }
}

/// <summary>What was found of a log of changes.</summary>
/// <param name="From">The oldest generation that feeds can be asked for.</param>
/// <param name="Changes">Changes that can be told.</param>
/// <param name="Plans">Former versions that lie there.</param>
/// <param name="Findings">What is wrong, one line each; empty when all is whole.</param>
public sealed record ChangeLogReport(long From, int Changes, int Plans, ImmutableArray<string> Findings);
