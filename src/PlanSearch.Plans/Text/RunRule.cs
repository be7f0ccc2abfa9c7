namespace PlanSearch.Plans.Text;

/// <summary>
/// The rule of whole runs: what begins or ends with a letter or digit of the folded a–z and 0–9 is not found inside a longer run of them.
/// 5G is not found in 15G.
/// </summary>
public static class RunRule
{
    /// <summary>Whether a place in a folded text is whole at both ends.</summary>
    /// <param name="folded">The text of a block.</param>
    /// <param name="start">Where the occurrence begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="isOpenAtStart">Whether the rule is lifted at the start.</param>
    /// <param name="isOpenAtEnd">Whether the rule is lifted at the end.</param>
    public static bool IsWhole(string folded, int start, int end, bool isOpenAtStart, bool isOpenAtEnd)
    {
        ArgumentNullException.ThrowIfNull(folded);
        var goesOnBefore = !isOpenAtStart && start > 0 && Fold.IsRunUnit(folded[start]) && Fold.IsRunUnit(folded[start - 1]);
        var goesOnAfter = !isOpenAtEnd && end < folded.Length && Fold.IsRunUnit(folded[end - 1]) && Fold.IsRunUnit(folded[end]);
        return !goesOnBefore && !goesOnAfter;
    }

    /// <summary>Whether the rule says anything about a literal.</summary>
    public static bool Concerns(LiteralQuery literal) => IsRunAtStart(literal) || IsRunAtEnd(literal);

    /// <summary>Whether the rule says anything about the start of a literal.</summary>
    public static bool IsRunAtStart(LiteralQuery literal)
    {
        ArgumentNullException.ThrowIfNull(literal);
        return literal is { IsExact: false, IsOpenAtStart: false } && Fold.FoldsToRunUnit(literal.Text[0]);
    }

    /// <summary>Whether the rule says anything about the end of a literal.</summary>
    public static bool IsRunAtEnd(LiteralQuery literal)
    {
        ArgumentNullException.ThrowIfNull(literal);
        return literal is { IsExact: false, IsOpenAtEnd: false } && Fold.FoldsToRunUnit(literal.Text[^1]);
    }

    /// <summary>The query with the rule lifted from all it looks for; what it prohibits stays. Null where the rule says nothing.</summary>
    public static Query? Opened(Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var opened = query.Replace(literal => Concerns(literal) ? literal with { IsOpenAtStart = true, IsOpenAtEnd = true } : literal);
        return opened == query ? null : opened;
    }
}
