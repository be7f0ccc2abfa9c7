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
    /// <summary>So many other characters may be between those of a saying.</summary>
    private const int MostBetween = 6;

    /// <summary>A saying says the same as a word of it where it has so many more characters at most.</summary>
    private const int MostAround = 3;

    private readonly Dictionary<string, Paraphrase> _bySaying;
    private readonly Dictionary<string, Paraphrase>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly ILookup<char, string> _byFirst;
    private readonly ILookup<string, string> _byPair;
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
        _byFirst = _bySaying.Keys.Where(saying => saying.Length > 1).ToLookup(saying => saying[0]);
        _byPair = _bySaying.Keys
            .SelectMany(saying => PairsOf(saying).Distinct().Select(pair => (pair, saying)))
            .ToLookup(one => one.pair, one => one.saying);
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

    /// <summary>
    /// The sayings that a text has with other characters between: 河臭 in 河水又黑又臭. What is apart begins where a word begins,
    /// so that 跑路 is no 路 of 公路.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Its words; what is between them is no part of any saying.</param>
    public IEnumerable<(TextRange Where, string Saying, Paraphrase Entry)> Apart(string text, IReadOnlyCollection<TextRange> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var folded = Fold.Of(text);
        var (begins, isWord) = (new bool[folded.Length], new bool[folded.Length]);
        foreach (var word in words)
        {
            begins[word.Start] = true;
            Array.Fill(isWord, value: true, word.Start, word.Length);
        }

        foreach (var start in words.Select(word => word.Start))
        {
            foreach (var saying in _byFirst[folded[start]])
            {
                if (EndApart(saying, start) is var end && end > start + saying.Length)
                {
                    yield return (new TextRange(start, end - start), saying, _bySaying[saying]);
                }
            }
        }

        int EndApart(string saying, int start)
        {
            var (at, limit) = (start + 1, Math.Min(folded.Length, start + saying.Length + MostBetween));
            for (var next = 1; next < saying.Length; next++, at++)
            {
                var first = at;
                while (at < limit && isWord[at] && (folded[at] != saying[next] || (at > first && !begins[at])))
                {
                    at++;
                }

                if (at >= limit || !isWord[at])
                {
                    return -1;
                }
            }

            return at;
        }
    }

    /// <summary>The entries with a saying that has a word of several characters and few others: 作业 is in 作业多 and 写作业.</summary>
    public IEnumerable<Paraphrase> Around(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var folded = Fold.Of(word);
        return PairsOf(folded).Take(1).SelectMany(pair => _byPair[pair])
            .Where(saying => saying.Length <= folded.Length + MostAround && saying.Contains(folded, StringComparison.Ordinal))
            .Select(saying => _bySaying[saying])
            .Distinct();
    }

    private static IEnumerable<string> PairsOf(string text) =>
        Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(start => text.Substring(start, 2));

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
