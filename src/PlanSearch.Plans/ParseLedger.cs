using System.Collections.Immutable;

namespace PlanSearch.Plans;

/// <summary>The parser's part of a plan's 入库报告: what went in, where it went, what was odd.</summary>
/// <remarks>
/// Characters are UTF-16 code units of the lines (line ends not counted), and
/// <see cref="Characters"/> = sum of <see cref="CharactersByKind"/> + <see cref="BlanksRemoved"/> + <see cref="MarksRemoved"/> +
/// <see cref="CharactersUnplaced"/>.
/// </remarks>
public sealed record ParseLedger
{
    /// <summary>Lines of the file, blank ones included.</summary>
    public required int Lines { get; init; }

    /// <summary>Code units of all lines, line ends left out.</summary>
    public required int Characters { get; init; }

    /// <summary>Code units of the source that are in blocks, by kind of block.</summary>
    public required ImmutableSortedDictionary<BlockKind, int> CharactersByKind { get; init; }

    /// <summary>Blanks that the logical text leaves out: indents, trailing and stray blanks, TABs between cells.</summary>
    public required int BlanksRemoved { get; init; }

    /// <summary>Marks that the logical text leaves out: ** and ^.</summary>
    public required int MarksRemoved { get; init; }

    /// <summary>Code units that are neither in a block nor left out by a rule: must be 0.</summary>
    public required int CharactersUnplaced { get; init; }

    /// <summary>Pieces rejoined to the text before them.</summary>
    public required int Joins { get; init; }

    /// <summary>Boxes (专栏) found.</summary>
    public required int Boxes { get; init; }

    /// <summary>Tables found.</summary>
    public required int Tables { get; init; }

    /// <summary>Whether the numbering begins at its start and has no gap (全文) or not (节选); the reason is among the diagnostics.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>
    /// What was odd, by line: numbering gaps, doubled characters at a cut, suspected conversion faults, unsure decisions.
    /// </summary>
    public required ImmutableArray<ParseDiagnostic> Diagnostics { get; init; }
}
