namespace PlanSearch.Plans.Parsing.Lines;

/// <summary>A piece of one source line, from <paramref name="Start"/> up to <paramref name="End"/>, with no blank at either end.</summary>
/// <param name="Number">1-based line of the source.</param>
/// <param name="Raw">The whole source line.</param>
/// <param name="Start">0-based offset of the first code unit.</param>
/// <param name="End">Offset after the last one.</param>
internal readonly record struct Stretch(int Number, string Raw, int Start, int End)
{
    /// <summary>Whether it continues the cell that the stretch before it opens: a cell broken over lines.</summary>
    public bool GoesOn { get; init; }

    /// <summary>Its code units, marks included.</summary>
    public ReadOnlySpan<char> Span => Raw.AsSpan(Start, End - Start);
}
