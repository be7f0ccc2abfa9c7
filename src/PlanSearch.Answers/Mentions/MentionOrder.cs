namespace PlanSearch.Answers.Mentions;

/// <summary>The order of mentions one by one (逐处). Every order is total and stable.</summary>
public enum MentionOrder
{
    /// <summary>By plan in division order, then as the plan reads.</summary>
    Document,

    /// <summary>By what is before, read backwards from the mention.</summary>
    Left,

    /// <summary>By what is after, read forwards from the mention.</summary>
    Right,
}
