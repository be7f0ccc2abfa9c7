using System.Collections.Immutable;
using PlanSearch.Corpus.Words;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Words;

namespace PlanSearch.Answers.Words;

/// <summary>One text, looked through for wrong characters. Private to one call.</summary>
/// <remarks>
/// A character may be wrong where the words around it are: it is in no word of several characters that is known or occurs, or beside such
/// a one (河长治), or in a long word that is else as typed. It is changed where that makes a longer part of the text a known word which
/// occurs, while the part as it was typed does not.
/// </remarks>
internal sealed class SpellingAttempt
{
    /// <summary>So many times it is asked whether something occurs.</summary>
    private const int MostAsked = 40;

    /// <summary>A word as long as that may have two wrong characters, or lack one.</summary>
    private const int LongEnough = 4;

    /// <summary>In a word as long as that a part that is a word by itself may be wrong: 非物资文化遗产.</summary>
    private const int LongEnoughToTell = 5;

    /// <summary>They are words by themselves, beside any other.</summary>
    private const string Numerals = "一二三四五六七八九十百千万亿两第";

    private readonly SpellingWords _words;
    private readonly Hanzi _hanzi;
    private readonly Func<string, bool> _occurs;
    private readonly string _text, _folded;
    private readonly TextRange?[] _pieceAt;
    private readonly bool[] _isDoubtful;
    private readonly Dictionary<string, bool> _asked = new(StringComparer.Ordinal);

    public SpellingAttempt(SpellingWords words, WordCutter cutter, Hanzi hanzi, string text, Func<string, bool> occurs)
    {
        (_words, _hanzi, _text, _folded, _occurs) = (words, hanzi, text, Fold.Of(text), occurs);
        (_pieceAt, _isDoubtful) = (new TextRange?[text.Length], new bool[text.Length]);
        foreach (var piece in cutter.CutLoosely(text))
        {
            Array.Fill(_pieceAt, piece, piece.Start, piece.Length);
        }
    }

    /// <summary>The guesses, best first.</summary>
    public ImmutableArray<SpellingGuess> Guesses()
    {
        Doubt();
        var (chosen, others) = (new List<SpellingFix>(), new List<SpellingFix>());
        foreach (var fix in Fixes().DistinctBy(fix => (fix.Typed, fix.To)).OrderByDescending(fix => fix.Worth))
        {
            var better = chosen.Find(fix.Overlaps);
            if ((better is null || better.IsOfTheSame(fix)) && IsNeeded(fix))
            {
                (better is null ? chosen : others).Add(fix);
            }
        }

        return SpellingFix.Applied(_text, chosen, others);
    }

    private void Doubt()
    {
        for (var at = 0; at < _text.Length; at++)
        {
            _isDoubtful[at] = _pieceAt[at] is { } piece
                && _hanzi.Holds(_folded[at])
                && !Numerals.Contains(_folded[at], StringComparison.Ordinal)
                && (piece.Length == 1 || (!_words.Holds(Folded(piece)) && !Occurs(piece)));
        }

        // What is known is right, whatever it was cut into.
        foreach (var window in Windows().Where(window => _words.Holds(Folded(window))))
        {
            Array.Clear(_isDoubtful, window.Start, window.Length);
        }
    }

    private IEnumerable<SpellingFix> Fixes() =>
        Windows().SelectMany(
            window => HasDoubt(window) ? Changed(window).Concat(Completed(window)).Concat(Shortened(window))
                : window.Length >= LongEnoughToTell ? Changed(window)
                : []);

    // Parts of the text between punctuation, as long as a word may be.
    private IEnumerable<TextRange> Windows()
    {
        for (var start = 0; start < _text.Length; start++)
        {
            for (var end = start; end < _text.Length && end - start < SpellingWordList.LongestWord && _pieceAt[end] is not null; end++)
            {
                if (end > start)
                {
                    yield return new TextRange(start, end + 1 - start);
                }
            }
        }
    }

    private bool HasDoubt(TextRange window) => _isDoubtful.AsSpan(window.Start, window.Length).Contains(true);

    private IEnumerable<SpellingFix> Changed(TextRange window)
    {
        var words = Enumerable.Range(0, window.Length).SelectMany(at => _words.WithOtherAt(Folded(window), at));
        var doubtful = _isDoubtful.AsSpan(window.Start, window.Length).Count(true);
        words = window.Length >= LongEnough && doubtful > 1 ? words.Concat(_words.Sounding(Folded(window))) : words;
        return words.Select(word => Changed(window, word)).OfType<SpellingFix>();
    }

    private SpellingFix? Changed(TextRange window, SpellingWord word)
    {
        if (word.Folded.Length != window.Length)
        {
            return null;
        }

        var (changed, cost) = (new List<int>(), 0);
        for (var at = window.Start; at < window.End; at++)
        {
            var meant = word.Folded[at - window.Start];
            if (meant != _folded[at])
            {
                var likeness = _hanzi.Compare(_folded[at], meant);
                if (!MayChange(window, at, likeness, word))
                {
                    return null;
                }

                changed.Add(at);
                cost += HanziLikeness.SameSound + 1 - likeness;
            }
        }

        if (changed.Count == 0 || changed.Count > (window.Length < LongEnough ? 1 : window.Length / 2))
        {
            return null;
        }

        // A word that begins or ends within a word that is right (能源 in 氢能缘) must be said with the whole of it.
        var whole = WholePieces(window);
        var to = _text.Substring(whole.Start, whole.Length).ToCharArray();
        changed.ForEach(at => to[at - whole.Start] = word.Text[at - window.Start]);
        return new SpellingFix(
            whole, new string(to), word.Plans > 0 && whole == window, [.. changed], (2 * (window.Length - changed.Count)) - cost);
    }

    private bool MayChange(TextRange window, int at, HanziLikeness likeness, SpellingWord word)
    {
        var piece = _pieceAt[at]!.Value;
        return (piece.Length, window.Length) switch
        {
            (1, _) when !_isDoubtful[at] => false,
            ( > 1, >= LongEnoughToTell) when !_isDoubtful[at] => likeness > HanziLikeness.None && word.Plans > 0 && IsWithin(piece, window),
            // A word of the dictionary may be a rare one: only where it sounds the same as what people look for.
            ( > 1, _) => likeness == HanziLikeness.SameSound && word.IsListed && IsWithin(piece, window) && piece.Length < window.Length,
            (_, 2) => likeness == HanziLikeness.SameSound && !IsAlone(at),
            _ => likeness > HanziLikeness.None && (word.IsListed || !IsAlone(at) || (at > window.Start && at < window.End - 1)),
        };
    }

    // 知识权 is 知识产权, where nothing else is typed: within a longer text 工业区 is no 工业园区.
    private IEnumerable<SpellingFix> Completed(TextRange window) =>
        window.Length < LongEnough - 1 || BeginsWithin(window) || EndsWithin(window)
        ? []
        : Enumerable.Range(1, window.Length - 1)
            .Where(at => _isDoubtful[window.Start + at - 1] || _isDoubtful[window.Start + at])
            .SelectMany(at => _words.WithMoreAt(Folded(window), at)
                .Where(word => word.IsListed && word.Folded.Length == window.Length + 1 && word.Folded.Remove(at, 1) == Text(window))
                .Select(
                    word => new SpellingFix(
                        window, word.Text, word.Plans > 0, [.. Enumerable.Range(window.Start, window.Length)], window.Length - 1)));

    // 营商环环境 is 营商环境.
    private IEnumerable<SpellingFix> Shortened(TextRange window) => Enumerable.Range(window.Start + 1, window.Length - 1)
        .Where(at => window.Length > 3 && _folded[at] == _folded[at - 1] && (_isDoubtful[at] || _isDoubtful[at - 1]))
        .Select(at => Text(window).Remove(at - window.Start, 1))
        .Where(shorter => _words.Holds(shorter))
        .Select(
            shorter => new SpellingFix(window, shorter, Occurs: false, [.. Enumerable.Range(window.Start, window.Length)], window.Length));

    private bool IsNeeded(SpellingFix fix) => (fix.Occurs || Occurs(Fold.Of(fix.To))) && !Occurs(Text(fix.Typed)) && IsSaidHere(fix);

    // Two characters are alike to many: with a word before or after them that is said with what they would be, it is no chance.
    private bool IsSaidHere(SpellingFix fix)
    {
        var (isAfter, isBefore) = (BeginsWithin(fix.Typed), EndsWithin(fix.Typed));
        return fix.Typed.Length > 2 || (!isAfter && !isBefore)
            || (isAfter && Occurs(Text(_pieceAt[fix.Typed.Start - 1]!.Value) + Fold.Of(fix.To)))
            || (isBefore && Occurs(Fold.Of(fix.To) + Text(_pieceAt[fix.Typed.End]!.Value)));
    }

    private bool BeginsWithin(TextRange window) => window.Start > 0 && _pieceAt[window.Start - 1] is not null;

    private bool EndsWithin(TextRange window) => window.End < _text.Length && _pieceAt[window.End] is not null;

    private TextRange WholePieces(TextRange window)
    {
        var start = _pieceAt[window.Start]!.Value.Start;
        return new TextRange(start, _pieceAt[window.End - 1]!.Value.End - start);
    }

    private bool IsAlone(int at) => LooseCharacters.IsAlone(_folded[at].ToString());

    private static bool IsWithin(TextRange piece, TextRange window) => piece.Start >= window.Start && piece.End <= window.End;

    private ReadOnlySpan<char> Folded(TextRange span) => _folded.AsSpan(span.Start, span.Length);

    private string Text(TextRange span) => _folded.Substring(span.Start, span.Length);

    private bool Occurs(TextRange span) => Occurs(Text(span));

    // What was not asked any more may occur: nothing is guessed of it.
    private bool Occurs(string folded) => _asked.TryGetValue(folded, out var known) ? known
        : _asked.Count >= MostAsked || (_asked[folded] = _occurs(folded));
}
