using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PlanSearch.Answers.Texts;
using PlanSearch.Corpus.Generations;
using PlanSearch.Plans;

namespace PlanSearch.Answers.ForReading;

/// <summary>A plan for reading, whole: its outline, its blocks in reading order, its boxes and tables.</summary>
public sealed record PlanReading
{
    /// <summary>What lists say of it: title, region, counts.</summary>
    public required PlanSummary Plan { get; init; }

    /// <summary>The outline in reading order; index 0 is the root.</summary>
    public required ImmutableArray<ReadingNode> Nodes { get; init; }

    /// <summary>All blocks in reading order, those that are not searched included.</summary>
    public required ImmutableArray<ReadingBlock> Blocks { get; init; }

    /// <summary>The boxes; <see cref="ReadingBlock.Box"/> is an index here.</summary>
    public required ImmutableArray<Box> Boxes { get; init; }

    /// <summary>The tables; <see cref="ReadingBlock.Table"/> is an index here.</summary>
    public required ImmutableArray<Table> Tables { get; init; }

    /// <summary>Mentions marked in the plan; 0 when there was no query.</summary>
    public required int Mentions { get; init; }
}

/// <summary>A heading in the outline.</summary>
/// <param name="Parent">Index of the enclosing node; -1 for the root.</param>
/// <param name="Depth">1 at the top; 0 for the root.</param>
/// <param name="Heading">As printed; empty for the root.</param>
/// <param name="Anchor">The anchor of the heading's block; empty for the root.</param>
/// <param name="Mentions">Mentions in the node and in all nodes below it, boxes and tables included.</param>
public sealed record ReadingNode(int Parent, int Depth, string Heading, string Anchor, int Mentions);

/// <summary>One block as the reading page shows it: its text, and what of it is marked.</summary>
public sealed record ReadingBlock
{
    /// <summary>Heading, paragraph, row and so on; it decides how the block is shown.</summary>
    public required BlockKind Kind { get; init; }

    /// <summary>Its lasting name in the plan: the fragment of its permalink.</summary>
    public required string Anchor { get; init; }

    /// <summary>The logical text; table cells are separated by TAB.</summary>
    public required string Text { get; init; }

    /// <summary>Mentions as [start, length], rising, not overlapping.</summary>
    public required ImmutableArray<TextRange> Marks { get; init; }

    /// <summary>The ranges of the cells of a row; empty for other kinds.</summary>
    public required ImmutableArray<TextRange> Cells { get; init; }

    /// <summary>The run-in lead; empty when there is none.</summary>
    public required TextRange Lead { get; init; }

    /// <summary>Index in <see cref="PlanReading.Nodes"/>; 0 is the root.</summary>
    public required int Node { get; init; }

    /// <summary>Index of its box; -1 outside boxes.</summary>
    public required int Box { get; init; }

    /// <summary>Index of its table; -1 outside tables.</summary>
    public required int Table { get; init; }

    /// <summary>Depth of a heading; 0 for other kinds.</summary>
    public required int Depth { get; init; }

    /// <summary>Where in its plan it begins: headings, box, paragraph, page, line.</summary>
    public required Place Place { get; init; }

    /// <summary>Fragments of addresses that led here before the plan was cut otherwise.</summary>
    [JsonIgnore]
    public ImmutableArray<string> FormerFragments { get; init; } = [];
}
