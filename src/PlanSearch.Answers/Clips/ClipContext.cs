namespace PlanSearch.Answers.Clips;

/// <summary>How much of a plan an excerpt shows around what was picked.</summary>
public enum ClipContext
{
    /// <summary>句: from the sentence of the first hit to that of the last, within the block, in a table within the cell.</summary>
    Sentence,

    /// <summary>段: the block, whole.</summary>
    Block,

    /// <summary>条目: in a 专栏 the entry with all that belongs to it, of a table the row under its header; elsewhere the block.</summary>
    Entry,
}

/// <summary>The names of contexts, as files, links, forms and answers write them.</summary>
public static class ClipContexts
{
    /// <summary>sentence, block or entry.</summary>
    public static string NameOf(ClipContext context) => context switch
    {
        ClipContext.Block => "block",
        ClipContext.Entry => "entry",
        _ => "sentence",
    };

    /// <summary>The context of a name; null for any other word.</summary>
    public static ClipContext? Of(string? name) => name switch
    {
        "sentence" => ClipContext.Sentence,
        "block" => ClipContext.Block,
        "entry" => ClipContext.Entry,
        _ => null,
    };
}
