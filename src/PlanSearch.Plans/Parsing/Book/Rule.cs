namespace PlanSearch.Plans.Parsing.Book;

/// <summary>A rule of the parser: nothing is decided about a line but by one (<see cref="Lines.Line.Decide(Rule)"/>).</summary>
/// <param name="index">Its place in <see cref="Rules.All"/>.</param>
/// <param name="id">Its number in RULES.md: R-BOX-3.</param>
/// <param name="pass">The pass that decides by it.</param>
/// <param name="sentence">What it says, as RULES.md begins it.</param>
internal sealed class Rule(int index, string id, Pass pass, string sentence)
{
    /// <summary>Its place in <see cref="Rules.All"/>.</summary>
    public int Index { get; } = index;

    /// <summary>Its number in RULES.md.</summary>
    public string Id { get; } = id;

    /// <summary>The pass that decides by it.</summary>
    public Pass Pass { get; } = pass;

    /// <summary>What it says; its line in RULES.md begins with this.</summary>
    public string Sentence { get; } = sentence;

    /// <inheritdoc/>
    public override string ToString() => Id;
}
