using System.Text;
using PlanSearch.Corpus.Ingest.Metadata;
using PlanSearch.Queries.Signs;
using PlanSearch.Queries.Words;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PlanSearch.Corpus.Upkeep;

/// <summary>The text of topics.yaml with one word more: everything else stays as people have written it, comments too.</summary>
internal static class TopicsText
{
    /// <summary>The members of a set as the file lists them: <c>  members: [氢能, 氢气]</c>.</summary>
    public static string MembersLine(Topic topic) => $"  members: [{string.Join(", ", topic.Members.Select(Scalar))}]";

    /// <summary>
    /// The text with <paramref name="word"/> at the end of a set's members; null where the file is not laid out so that this can be done.
    /// </summary>
    /// <param name="text">A list of topics that can be read.</param>
    /// <param name="name">The set as the file names it, cleaned.</param>
    /// <param name="word">The word.</param>
    public static string? WithMember(string text, string name, string word) => EndOfMembers(text, name) is var (at, before)
        ? string.Concat(text.AsSpan(0, at), before, Scalar(word), text.AsSpan(at))
        : null;

    // Where the word goes, and what goes before it: a comma in [a, b], a line of its own below "- b".
    private static (int At, string Before)? EndOfMembers(string text, string name)
    {
        var parser = new Parser(new StringReader(text));
        (int, string)? members = null;
        var isNamed = false;
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case MappingStart:
                    (members, isNamed) = (null, false);
                    break;
                case Scalar { Value: "name" }:
                    parser.MoveNext();
                    isNamed = parser.Current is Scalar named && QueryText.Clean(named.Value) == name;
                    break;
                case Scalar { Value: "definition" }:
                    parser.MoveNext();
                    break;
                case Scalar { Value: "members" }:
                    members = EndOfList(parser);
                    break;
                case MappingEnd when isNamed:
                    return members;
            }
        }

        return null;
    }

    private static (int At, string Before)? EndOfList(Parser parser)
    {
        parser.MoveNext();
        if (parser.Current is not SequenceStart list)
        {
            return null;
        }

        Scalar? last = null;
        while (parser.MoveNext() && parser.Current is not SequenceEnd)
        {
            last = parser.Current as Scalar;
        }

        return last is null ? null
            : list.Style == SequenceStyle.Flow ? ((int)last.End.Index, ", ")
            : ((int)last.End.Index, "\n" + new string(' ', (int)list.Start.Column - 1) + "- ");
    }

    private static string Scalar(string word) => word.All(unit => char.IsLetterOrDigit(unit) || char.IsSurrogate(unit))
        ? word
        : YamlWords.Quote(new StringBuilder(), word).ToString();
}
