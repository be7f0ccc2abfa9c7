namespace PlanSearch.Corpus.Answers;

/// <summary>The version of what decides a number between the texts and the answer: how an input is read, what filters keep, what is set aside.</summary>
/// <remarks>It rises when the same search over the same plans may give another number. Certificates without one are of version 1.</remarks>
public static class QueryVersion
{
    /// <summary>What it is called among the versions of a certificate.</summary>
    public const string Name = "query";

    /// <summary>2: filters on blocks keep mentions of the whole query; what is set aside is decided by the query; longer runs likewise.</summary>
    public const string Current = "2";
}
