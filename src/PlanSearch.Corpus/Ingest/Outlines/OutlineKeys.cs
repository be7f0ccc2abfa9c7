using System.Collections.Frozen;
using PlanSearch.Plans;

namespace PlanSearch.Corpus.Ingest.Outlines;

/// <summary>The words of a name.outline.yaml.</summary>
internal static class OutlineKeys
{
    /// <summary>The two lists.</summary>
    public const string Corrections = "corrections", Confirmed = "confirmed";

    /// <summary>Of a correction: the words of the line, which of equal ones, what it is, how deep a heading.</summary>
    public const string Line = "line", Occurrence = "occurrence", Is = "is", Depth = "depth";

    /// <summary>Of a confirmation: which part, what the text was, what the part was.</summary>
    public const string Part = "part", Text = "text", Content = "content";

    /// <summary>Of both: who, and on which day.</summary>
    public const string By = "by", At = "at";

    /// <summary>How a day is written.</summary>
    public const string DateFormat = "yyyy-MM-dd";

    /// <summary>The longest name of a person.</summary>
    public const int MaxName = 40;

    /// <summary>What a line is, in the order of <see cref="LineRole"/>.</summary>
    public static readonly string[] Roles = ["heading", "item", "text", "box_end"];

    /// <summary>What can be confirmed, in the order of <see cref="ConfirmedPart"/>.</summary>
    public static readonly string[] Parts = ["outline", "tables", "metadata"];

    /// <summary>Every key that an entry of either list may have.</summary>
    public static readonly FrozenSet<string> OfEntries =
        FrozenSet.Create(StringComparer.Ordinal, [Line, Occurrence, Is, Depth, Part, Text, Content, By, At]);

    /// <summary>The role of a word; null where it is none.</summary>
    public static LineRole? RoleOf(string word) => Array.IndexOf(Roles, word) is >= 0 and var at ? (LineRole)at : null;

    /// <summary>The part of a word; null where it is none.</summary>
    public static ConfirmedPart? PartOf(string word) => Array.IndexOf(Parts, word) is >= 0 and var at ? (ConfirmedPart)at : null;

    /// <summary>Why a name is none, in Chinese; null where it is one.</summary>
    public static string? NameFaultOf(string name) =>
        name.Length is 0 or > MaxName || name.Any(char.IsControl) ? $"没有姓名（{By}），或者超过 {MaxName} 个字符" : null;
}
