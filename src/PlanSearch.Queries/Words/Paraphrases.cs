using System.Collections.Immutable;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PlanSearch.Queries.Words;

/// <summary>What people say, and what plans write for the same (paraphrases.yaml): 看病贵, 医疗费用. Never changes.</summary>
/// <remarks>
/// They are looked for beside the words of a question, never in their place, and decide nothing of a literal or an expression.
/// </remarks>
public sealed class Paraphrases
{
    private readonly Dictionary<string, Paraphrase> _bySaying;
    private readonly Dictionary<string, Paraphrase>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int _longest;

    private Paraphrases(ImmutableArray<Paraphrase> entries, string text)
    {
        Count = entries.Length;
        Version = ListVersion.Of(text);
        _bySaying = new(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var saying in entry.Say)
            {
                // What is said in two entries is that of the first.
                _bySaying.TryAdd(Fold.Of(saying), entry);
            }
        }

        _lookup = _bySaying.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = _bySaying.Keys.Select(saying => saying.Length).DefaultIfEmpty().Max();
    }

    /// <summary>None.</summary>
    public static Paraphrases Empty { get; } = new([], "");

    /// <summary>How many entries there are.</summary>
    public int Count { get; }

    /// <summary>Another text is another version.</summary>
    public string Version { get; }

    /// <summary>Reads paraphrases.yaml in a folder; without the file there are none.</summary>
    /// <exception cref="InvalidDataException">The file is no list of them; the message says where and why.</exception>
    public static Paraphrases Load(string directory) => YamlLists.Load(Path.Combine(directory, "paraphrases.yaml"), Read, Empty);

    /// <summary>Reads a list of them.</summary>
    /// <exception cref="YamlException">The text is none; what is missing is named.</exception>
    public static Paraphrases Read(TextReader text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var whole = text.ReadToEnd();
        return YamlLists.Read(new StringReader(whole), ReadEntry) is { IsEmpty: false } entries ? new Paraphrases(entries, whole) : Empty;
    }

    /// <summary>
    /// The sayings in a text with what plans write for them, in the order of the text, the longer first where several begin.
    /// </summary>
    public IEnumerable<(TextRange Where, Paraphrase Entry)> In(string text)
    {
        var folded = Fold.Of(text);
        for (var start = 0; start < folded.Length; start++)
        {
            for (var length = Math.Min(_longest, folded.Length - start); length > 1; length--)
            {
                if (_lookup.TryGetValue(folded.AsSpan(start, length), out var entry))
                {
                    yield return (new TextRange(start, length), entry);
                }
            }
        }
    }

    private static Paraphrase ReadEntry(Parser parser)
    {
        var start = parser.Consume<MappingStart>();
        var (say, plans) = (ImmutableArray<string>.Empty, ImmutableArray<string>.Empty);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            switch (key.Value)
            {
                case "say":
                    say = YamlLists.ReadWords(parser);
                    break;
                case "plans":
                    plans = YamlLists.ReadWords(parser);
                    break;
                default:
                    throw new YamlException(key.Start, key.End, $"an entry has no '{key.Value}', only say and plans");
            }
        }

        return say.IsEmpty || plans.IsEmpty
            ? throw new YamlException(start.Start, start.End, "an entry needs what people say, and what plans write")
            : new Paraphrase(say, plans);
    }
}

/// <summary>Wordings for one thing.</summary>
/// <param name="Say">What people say; at least one.</param>
/// <param name="Plans">What plans write, the most typical first; at least one.</param>
public sealed record Paraphrase(ImmutableArray<string> Say, ImmutableArray<string> Plans);
