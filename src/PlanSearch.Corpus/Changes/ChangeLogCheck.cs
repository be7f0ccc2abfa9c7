using System.Collections.Immutable;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;

namespace PlanSearch.Corpus.Changes;

/// <summary>
/// Reads the former versions that the newest generation names, and checks that each change has those of the plans it replaced or removed.
/// </summary>
public static class ChangeLogCheck
{
    /// <summary>Checks the log of an index. Damage is a finding.</summary>
    /// <param name="options">Where the collection lies.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Null where no generation can be read, or it has no log: the check of the index says why.</returns>
    public static ChangeLogReport? Check(CorpusOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            using var index = options.Store.Open();
            using var snapshot = index.OpenNewest();
            return snapshot?.Manifest.ChangeLog is { } log ? Check(snapshot, log, cancellationToken) : null;
        }
        catch (IndexUnusableException)
        {
            // Found and named by the check of the index itself.
            return null;
        }
    }

    private static ChangeLogReport Check(IPlanSnapshot snapshot, ChangeLog log, CancellationToken cancellationToken)
    {
        var findings = ImmutableArray.CreateBuilder<string>();
        var plans = 0;
        foreach (var change in log.Changes)
        {
            var kept = snapshot.Kept(change.Name);
            plans += kept.Length;
            if (!kept.Select(plan => plan.Facts.Id)
                .Order(StringComparer.Ordinal)
                .SequenceEqual(change.Set.Former.Order(StringComparer.Ordinal)))
            {
                findings.Add(
                    $"{change.Name}: {kept.Length} former versions are kept of other plans than the {change.Set.Former.Count()} it "
                        + "replaced or removed");
            }

            foreach (var plan in kept)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (FaultOf(plan) is { } fault)
                {
                    findings.Add(fault);
                }
            }
        }

        return new ChangeLogReport(log.From, log.Changes.Length, plans, findings.ToImmutable());
    }

    private static string? FaultOf(KeptPlan plan)
    {
        try
        {
            plan.Read();
            return null;
        }
        catch (IndexUnusableException fault)
        {
            return fault.Message;
        }
    }
}

/// <summary>What was found of a log of changes.</summary>
/// <param name="From">The oldest generation that feeds can be asked for.</param>
/// <param name="Changes">Changes that can be told.</param>
/// <param name="Plans">Former versions that are kept.</param>
/// <param name="Findings">What is wrong, one line each; empty when all is whole.</param>
public sealed record ChangeLogReport(long From, int Changes, int Plans, ImmutableArray<string> Findings);
