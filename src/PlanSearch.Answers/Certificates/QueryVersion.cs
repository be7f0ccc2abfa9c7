using System.Collections.Immutable;
using PlanSearch.Index.Stored;

namespace PlanSearch.Answers.Certificates;

/// <summary>
/// The version of what decides a number between the texts and the answer: how an input is read, what filters keep, what is set aside.
/// </summary>
/// <remarks>It rises when the same search over the same plans may give another number. Certificates without one are of version 1.</remarks>
public static class QueryVersion
{
    /// <summary>What it is called among the versions of a certificate.</summary>
    public const string Name = "query";

    /// <summary>
    /// 2: filters on blocks keep mentions of the whole query; what is set aside is decided by the query; longer runs likewise.
    /// </summary>
    public const string Current = "2";

    /// <summary>
    /// How plans lie in the index decides no number: certificates of before 0.2.0 name it among their versions, and it is no cause of a
    /// difference.
    /// </summary>
    internal const string StorageFormat = "format";

    /// <summary>The versions of what decides a number.</summary>
    internal static ImmutableSortedDictionary<string, string> Of(CorpusManifest manifest) =>
        manifest.Versions.Remove(StorageFormat).SetItem(Name, Current);
}
