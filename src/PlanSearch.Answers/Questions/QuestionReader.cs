using System.Collections.Immutable;
using PlanSearch.Answers.Facets;
using PlanSearch.Answers.Words;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Words;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Requests;
using PlanSearch.Queries.Signs;
using PlanSearch.Queries.Words;

namespace PlanSearch.Answers.Questions;

/// <summary>Reads an input as a question: cut into words, the empty ones left out, with other words for the same beside them.</summary>
/// <remarks>
/// What each kind of word weighs was fitted on half of the judged questions (tests/Benchmarks/judged). Private to one call.
/// </remarks>
internal sealed class QuestionReader
{
    /// <summary>So many words a question is answered by at most.</summary>
    private const int MaxWords = 32;

    private const double WeightOfPart = 0.45, WeightOfTopic = 0.1;

    /// <summary>What plans write for a wording, where that wording occurs in plans as well, and where it does not.</summary>
    private const double WeightBesideKnown = 0.5, WeightInPlaceOfUnknown = 1;

    /// <summary>A word that is only a part of what is said weighs so much of its own.</summary>
    private const double WeightWithin = 0.8;

    /// <summary>Characters that are no word of any list, but are side by side in plans too, often by chance: 人带 in 没人带.</summary>
    private const double WeightOfJoined = 0.3;

    /// <summary>A saying within a longer one says less: 公路 in 农村公路.</summary>
    private const double WeightOfShorterSaying = 0.3;

    /// <summary>What is said around a word that has no saying of its own.</summary>
    private const double WeightAround = 0.7;

    /// <summary>So many wordings are taken from what is said around a word.</summary>
    private const int MostAround = 5;

    /// <summary>A word in one section of so many is hardly written by plans.</summary>
    private const int SectionsOfOne = 400;

    /// <summary>Each next wording is a little less typical.</summary>
    private const double LossByPlace = 0.08;

    private readonly CollectionReader _reader;
    private readonly SearchRequest _request;
    private readonly CancellationToken _cancellationToken;
    private readonly PlacesInQuestion _places;
    private readonly List<Term> _terms = [];
    private ImmutableArray<SpellingChange> _respelled = [];
    private QuestionCut? _cut;

    private CollectionWords Words => ViewWords.Of(_reader, _cancellationToken).Words;

    private QuestionReader(CollectionReader reader, SearchRequest request, CancellationToken cancellationToken)
    {
        (_reader, _request, _cancellationToken) = (reader, request, cancellationToken);
        _places = new PlacesInQuestion(FacetCatalog.Of(reader.View), request.Filters);
    }

    /// <summary>Reads the query as a question, filters of the request kept; never a fault, but maybe no word.</summary>
    public static Question Read(CollectionReader reader, SearchRequest request, CancellationToken cancellationToken) =>
        new QuestionReader(reader, request, cancellationToken).Read();

    private Question Read()
    {
        var text = QueryText.Clean(_request.Query);
        var rest = AddOwnWords(Respelled(_request.WithPlaces ? _places.WithoutYears(text) : text));
        AddMeant(rest);
        AddParaphrases(rest);
        AddTopics();
        var terms = _terms.Where(term => term.Words.Count > 0).OrderBy(term => term.Where.Start).ToList();
        return new Question
        {
            Folded = Fold.Of(rest),
            Terms = [.. terms.Select(term => rest[term.Where.Start..term.Where.End])],
            Words = [.. Kept(terms).Select(word => word with { IsOff = _request.WordsOff.Contains(word.Text) })],
            Missing = [.. _terms.Where(term => term.Words.Count == 0).Select(term => rest[term.Where.Start..term.Where.End]).Distinct()],
            Places = _places.Found,
            Respelled = _respelled,
        };
    }

    // Only where a word occurs nowhere, or is none: 知识产全 has 产全, as 生产全过程 has.
    private string Respelled(string text)
    {
        var cut = CutOf(text);
        var isKnown = cut.Words
            .Select(where => (Where: where, Word: text.Substring(where.Start, where.Length)))
            .All(one => one.Word.Length == 1 || EmptyWords.Holds(one.Word) || (Occurs(one.Word) && !cut.IsJoined(one.Where)));
        if (isKnown || SpellingGuess.Find(_reader, text, _cancellationToken) is not [var guess, ..])
        {
            return text;
        }

        _respelled = guess.Changes;
        return guess.Text;
    }

    // 长治 is a word, and 河 is left over: where that is all of the input it may be one word, 河长制. Nobody knows, so both are looked for. In
    // a longer question the other words answer, and what people say as it is (搞科研) is right.
    private void AddMeant(string text)
    {
        if (_terms is [var term]
            && CutOf(text) is { Words.Length: 2 } cut
            && cut.Words.Any(where => where.Length == 1 && Fold.IsHan(text[where.Start])
                && !LooseCharacters.IsAlone(Fold.Of(text.Substring(where.Start, 1))))
            && !_reader.Vocabulary.Paraphrases.In(text).Any()
            && SpellingGuess.Find(_reader, text, _cancellationToken) is [{ Changes: [var change] }, ..]
            && change.From == text)
        {
            term.Add(change.To, QuestionWord.Spelling, 1);
        }
    }

    // The words as they are cut; a place or a period is left out of the text.
    private string AddOwnWords(string text)
    {
        var rest = text.ToCharArray();
        var cut = CutOf(text);
        foreach (var where in cut.Words)
        {
            var word = text.Substring(where.Start, where.Length);
            if (_request.WithPlaces && word.Length > 1 && _places.Take(word))
            {
                rest.AsSpan(where.Start, where.Length).Fill(' ');
            }
            else if (!EmptyWords.Holds(word) && (word.Length > 1 || Fold.FoldsToRunUnit(word[0])))
            {
                AddOwn(where, word, cut.Words.Length > 1 && cut.IsJoined(where) ? WeightOfJoined : 1);
            }
        }

        AddEmptyWords(text, cut.Words.Where(where => rest[where.Start] != ' '));
        return new string(rest);
    }

    // A question of nothing else asks for these: 上海 规划.
    private void AddEmptyWords(string text, IEnumerable<TextRange> words)
    {
        foreach (var where in words.Where(where => _terms.Count == 0 && where.Length > 1).ToList())
        {
            if (text.Substring(where.Start, where.Length) is var word && Occurs(word))
            {
                _terms.Add(new Term(where));
                _terms[^1].Add(word, QuestionWord.Own, 1);
            }
        }
    }

    private void AddOwn(TextRange where, string word, double weight)
    {
        var term = new Term(where);
        if (!Occurs(word) && Words.Cutter.PartsOf(word) is { Length: > 1 } parts
            && parts.All(part => part.Length > 1 && Occurs(word.Substring(part.Start, part.Length))))
        {
            // A word made of others that no plan writes together: 养老床位 is 养老 and 床位.
            foreach (var part in parts)
            {
                AddOwn(new TextRange(where.Start + part.Start, part.Length), word.Substring(part.Start, part.Length), weight);
            }

            return;
        }

        _terms.Add(term);
        if (Occurs(word))
        {
            var isRespelled = _respelled.Any(change => change.To.Contains(word, StringComparison.Ordinal));
            term.Add(word, isRespelled ? QuestionWord.Spelling : QuestionWord.Own, weight);
            return;
        }

        foreach (var part in PartsOf(word))
        {
            term.Add(part, QuestionWord.Part, WeightOfPart * weight);
        }
    }

    // The longest pieces that occur; of pieces of two characters all, as they say little one by one.
    private List<string> PartsOf(string word)
    {
        const int longest = 12;
        var found = new List<string>();
        for (var length = Math.Min(longest, word.Length - 1); length > 1 && found.Count == 0; length--)
        {
            for (var start = 0; start + length <= word.Length; start++)
            {
                var part = word.Substring(start, length);
                if (!EmptyWords.Holds(part) && !found.Contains(part) && Occurs(part))
                {
                    found.Add(part);
                }
            }
        }

        return found;
    }

    private void AddParaphrases(string text)
    {
        var paraphrases = _reader.Vocabulary.Paraphrases;
        var said = paraphrases.In(text).ToList();
        foreach (var (where, entry) in said)
        {
            var isWithin = said.Exists(other => other.Where.Length > where.Length && IsWithin(where, other.Where));
            AddSaid(text, where, entry, isWithin ? WeightOfShorterSaying : 1);
        }

        // Two characters that plans have as a word are that word only side by side: 水运 is not in 水果运出去.
        var apart = paraphrases.Apart(text, CutOf(text).Loose)
            .Where(one => one.Saying.Length > 2 || !Occurs(one.Saying))
            .OrderBy(one => one.Where.Start)
            .ThenByDescending(one => one.Where.Length)
            .ToList();
        foreach (var (where, _, entry) in apart)
        {
            AddWritten(Written(entry), WeightInPlaceOfUnknown, () => _terms.Find(term => IsWithin(where, term.Where)) ?? NewTerm(where));
        }

        var covered = said.Select(one => one.Where).Concat(apart.Select(one => one.Where)).ToList();
        foreach (var term in _terms.Where(term => term.Where.Length > 1 && !covered.Exists(where => IsWithin(term.Where, where))))
        {
            AddAround(term, text.Substring(term.Where.Start, term.Where.Length));
        }
    }

    // What is said takes the words it covers into one term: 看病贵 is one thing asked for, not 看病 and 贵.
    private void AddSaid(string text, TextRange where, Paraphrase entry, double share)
    {
        var said = text.Substring(where.Start, where.Length);
        var isKnown = Occurs(said);
        AddWritten(Written(entry), share * (isKnown ? WeightBesideKnown : WeightInPlaceOfUnknown), () =>
        {
            var term = TermOver(where);
            if (isKnown && !term.Holds(said))
            {
                term.Add(said, QuestionWord.Own, 1);
            }

            return term;
        });
    }

    // 本钱 without a saying of its own: what the sayings that have it stand for, the commonest first.
    private void AddAround(Term term, string word)
    {
        var counts = WordCounts.Of(_reader.View);
        if (counts.Of(_reader.View, word, _cancellationToken).Records * SectionsOfOne > counts.Records)
        {
            return;
        }

        var written = _reader.Vocabulary.Paraphrases.Around(word)
            .SelectMany(entry => entry.Plans.Select((wording, place) => (Wording: wording, Typical: 1 - (LossByPlace * place))))
            .GroupBy(one => one.Wording, StringComparer.Ordinal)
            .OrderByDescending(same => same.Sum(one => one.Typical))
            .Select(same => same.Key)
            .Where(Occurs)
            .Take(MostAround);
        AddWritten([.. written], WeightAround, () => term);
    }

    private List<string> Written(Paraphrase entry) => [.. entry.Plans.Where(Occurs)];

    private static void AddWritten(List<string> written, double weight, Func<Term> termOf)
    {
        if (written.Count == 0)
        {
            return;
        }

        var term = termOf();
        for (var place = 0; place < written.Count; place++)
        {
            term.Add(written[place], QuestionWord.Paraphrase, weight * (1 - (LossByPlace * place)));
        }
    }

    private static bool IsWithin(TextRange inner, TextRange outer) => inner.Start >= outer.Start && inner.End <= outer.End;

    private Term NewTerm(TextRange where)
    {
        var term = new Term(where);
        _terms.Add(term);
        return term;
    }

    private Term TermOver(TextRange where)
    {
        if (_terms.Find(term => IsWithin(where, term.Where)) is { } around)
        {
            return around;
        }

        var covered = _terms.Where(term => IsWithin(term.Where, where)).ToList();
        if (covered.Count == 0)
        {
            return NewTerm(where);
        }

        foreach (var other in covered.Skip(1))
        {
            covered[0].Take(other);
            _terms.Remove(other);
        }

        covered[0].Where = where;
        return covered[0];
    }

    private void AddTopics()
    {
        foreach (var term in _terms)
        {
            foreach (var word in term.Words.Where(word => word.Weight >= 1).Select(word => word.Text).ToList())
            {
                var members = _reader.Vocabulary.Topics.With(word)
                    .SelectMany(topic => topic.Members)
                    .Where(member => !member.Contains(word, StringComparison.Ordinal) && Occurs(member));
                foreach (var member in members)
                {
                    term.Add(member, QuestionWord.Topic, WeightOfTopic);
                }
            }
        }
    }

    // A word stands for the first term that has it. Where there are too many, the heaviest stay.
    private static IEnumerable<QuestionWord> Kept(List<Term> terms)
    {
        var all = terms
            .SelectMany((term, number) => term.Words.Select(word => new QuestionWord(word.Text, word.Source, word.Weight, number)))
            .GroupBy(word => word.Text, StringComparer.Ordinal)
            .Select(same => same.MaxBy(word => word.Weight)!)
            .ToList();
        var least = all.Count <= MaxWords ? 0 : all.Select(word => word.Weight).OrderDescending().ElementAt(MaxWords - 1);
        return all.Where(word => word.Weight >= least).Take(MaxWords).OrderBy(word => word.Term).ThenByDescending(word => word.Weight);
    }

    // Most texts are the same from first to last.
    private QuestionCut CutOf(string text) => _cut?.Text == text ? _cut : _cut = QuestionCut.Of(Words.Cutter, text);

    private bool Occurs(string word) => WordCounts.Occurs(_reader.View, word, _cancellationToken);

    /// <summary>Something that is asked for, with the words for it.</summary>
    private sealed class Term(TextRange where)
    {
        public TextRange Where { get; set; } = where;

        public List<(string Text, string Source, double Weight)> Words { get; } = [];

        public void Add(string word, string source, double weight)
        {
            if (!Words.Exists(known => known.Text == word))
            {
                Words.Add((word, source, weight));
            }
        }

        /// <summary>Whether a word of it says this too: 小企业 within 中小企业.</summary>
        public bool Holds(string said) => Words.Exists(word => word.Text.Contains(said, StringComparison.Ordinal));

        /// <summary>Takes the words of another one in.</summary>
        public void Take(Term other) => other.Words.ForEach(word => Add(word.Text, word.Source, WeightWithin * word.Weight));
    }
}
