using System.Collections.Immutable;

namespace PlanSearch.Index.Port;

/// <summary>Which plans are searched, by what is known of them: every choice holds.</summary>
/// <remarks>A column or a value that no plan has holds for none.</remarks>
public sealed record PlanFilter
{
    /// <summary>Lets every plan through.</summary>
    public static PlanFilter All { get; } = new();

    /// <summary>What confines the asker: there is nothing outside it, whatever is asked.</summary>
    public ImmutableArray<PlanChoice> Scope { get; init; } = [];

    /// <summary>What is a part of the query.</summary>
    public ImmutableArray<PlanChoice> Lasting { get; init; } = [];

    /// <summary>
    /// What was chosen among the values of a facet, and does not hold for that facet itself. One for each column at most.
    /// </summary>
    public ImmutableArray<PlanChoice> Chosen { get; init; } = [];

    /// <summary>Whether nothing is filtered.</summary>
    public bool IsEmpty => Scope.IsEmpty && Lasting.IsEmpty && Chosen.IsEmpty;
}

/// <summary>What is chosen of a column of plans.</summary>
/// <param name="Column">See <see cref="PlanColumns"/>.</param>
/// <param name="Included">Values of which a plan has at least one; empty asks for none.</param>
/// <param name="Excluded">Values of which a plan has none.</param>
public sealed record PlanChoice(string Column, ImmutableArray<string> Included, ImmutableArray<string> Excluded);
