using System.Collections.Immutable;
using PlanSearch.Answers.Questions;
using PlanSearch.Answers.Texts;
using PlanSearch.Answers.Words;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;

namespace PlanSearch.Answers.Ranking;

/// <summary>Scores sections by the words of a question: by their texts, not by lists.</summary>
/// <remarks>
/// BM25F (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009) over text and titles, and three things that a bag of words
/// does not see. The weights were fitted on half of the judged questions; RESULTS.md says what each adds. Safe for any number of threads.
/// </remarks>
internal sealed class SectionScorer
{
    private const double Saturation = 1.0, WeightOfLength = 0.3, TimesInTitle = 3;

    private const double OfParagraph = 0.8, OfWording = 0.5, OfHeadings = 0.5;

    /// <summary>What a heading with nothing below it but subsections is worth beside a text: it names what they answer.</summary>
    private const double OfHeadingAlone = 0.5;

    /// <summary>Words within so many characters are near one another.</summary>
    private const int Near = 30;

    /// <summary>A span of the question counts from so many characters, and no more above so many.</summary>
    private const int ShortestWording = 4, LongestWording = 12;

    private readonly WordCounts _counts;
    private readonly string _folded;
    private readonly int _terms;
    private readonly SoughtWord[] _words;
    private readonly double[] _worths;

    public SectionScorer(Question question, WordCounts counts, Func<string, double> rarityOf)
    {
        (_counts, _folded, _terms) = (counts, string.Concat(question.Folded.Where(unit => unit != ' ')), question.Terms.Length);
        _words =
        [
            .. question.On.Select(word => new SoughtWord(word.Text, Fold.Of(word.Text), word.Term, word.Weight * rarityOf(word.Text))),
        ];
        _worths = new double[_terms];
        foreach (var word in _words)
        {
            _worths[word.Term] = Math.Max(_worths[word.Term], word.Worth);
        }
    }

    /// <summary>How well one record answers the question, by its own blocks and the headings above it.</summary>
    public SectionScore Score(PlanText plan, int record)
    {
        var section = new Section(this);
        var blocks = plan.Plan.Blocks;
        foreach (var block in RecordBlocks.Of(plan.Plan).Of(record))
        {
            section.Add(block, Fold.Of(plan.BlockText(block)), IsTitle(blocks[block].Kind));
        }

        return section.Score(Fold.Of(string.Join('\n', plan.HeadingsOf(plan.Plan.Records[record].Node))));
    }

    private static bool IsTitle(BlockKind kind) =>
        kind is BlockKind.Heading or BlockKind.BoxTitle or BlockKind.BoxHeading or BlockKind.TableCaption;

    // Within one longer run of letters and digits it is another word: 5G in 15G.
    private static int Next(string text, string word, int from)
    {
        var at = text.IndexOf(word, from, StringComparison.Ordinal);
        while (at >= 0 && !RunRule.IsWhole(text, at, at + word.Length, isOpenAtStart: false, isOpenAtEnd: false))
        {
            at = text.IndexOf(word, at + 1, StringComparison.Ordinal);
        }

        return at;
    }

    private sealed record SoughtWord(string Text, string Folded, int Term, double Worth);

    /// <summary>What is gathered of one section, block by block.</summary>
    private sealed class Section(SectionScorer scorer)
    {
        private readonly int[] _counts = new int[scorer._words.Length];
        private readonly double[] _frequencies = new double[scorer._words.Length];
        private readonly bool[] _terms = new bool[scorer._terms];
        private readonly List<(int Start, int Term)> _places = [];
        private int _length;
        private bool _hasText;
        private int _wording = ShortestWording - 1;
        private double _best;
        private int _bestBlock = -1;

        public void Add(int block, string text, bool isTitle)
        {
            _length += text.Length;
            _hasText |= !isTitle;
            _places.Clear();
            Span<double> ofTerms = stackalloc double[scorer._terms];
            for (var number = 0; number < scorer._words.Length; number++)
            {
                var word = scorer._words[number];
                for (var at = Next(text, word.Folded, 0); at >= 0; at = Next(text, word.Folded, at + word.Folded.Length))
                {
                    _counts[number]++;
                    _frequencies[number] += isTitle ? TimesInTitle : 1;
                    _places.Add((at, word.Term));
                    ofTerms[word.Term] = Math.Max(ofTerms[word.Term], word.Worth);
                    _terms[word.Term] = true;
                }
            }

            var worth = 0.0;
            foreach (var one in ofTerms)
            {
                worth += one;
            }

            if (worth > 0 && (worth + Nearest()) / 2 is var value && value > _best)
            {
                (_best, _bestBlock) = (value, block);
            }

            LengthenWording(text);
        }

        public SectionScore Score(string headings)
        {
            var shares = ImmutableArray.CreateBuilder<ScoreShare>();
            var found = ImmutableArray.CreateBuilder<(int, int)>();
            var damping = Saturation * (1 - WeightOfLength + (WeightOfLength * _length / scorer._counts.AverageLength));
            Span<double> above = stackalloc double[scorer._terms];
            for (var number = 0; number < _counts.Length; number++)
            {
                var word = scorer._words[number];
                if (_counts[number] > 0)
                {
                    found.Add((number, _counts[number]));
                    var saturated = _frequencies[number] * (Saturation + 1) / (_frequencies[number] + damping);
                    shares.Add(new ScoreShare("word", word.Text, word.Worth * saturated));
                }

                if (Next(headings, word.Folded, 0) >= 0)
                {
                    above[word.Term] = Math.Max(above[word.Term], word.Worth);
                }
            }

            var ofHeadings = 0.0;
            for (var term = 0; term < scorer._terms; term++)
            {
                ofHeadings += above[term];
                _terms[term] |= above[term] > 0;
            }

            AddShare(shares, "paragraph", OfParagraph * _best);
            var wording = _wording < ShortestWording ? 0 : _wording / (double)LongestWording;
            AddShare(shares, "wording", OfWording * scorer._worths.Sum() * wording);
            AddShare(shares, "headings", OfHeadings * ofHeadings);
            if (!_hasText)
            {
                Weaken(shares);
            }

            return new SectionScore(shares.Sum(share => share.Value), shares.ToImmutable(), found.ToImmutable(), [.. _terms], _bestBlock);
        }

        private static void AddShare(ImmutableArray<ScoreShare>.Builder shares, string kind, double value)
        {
            if (value > 0)
            {
                shares.Add(new ScoreShare(kind, null, value));
            }
        }

        private static void Weaken(ImmutableArray<ScoreShare>.Builder shares)
        {
            for (var number = 0; number < shares.Count; number++)
            {
                shares[number] = shares[number] with { Value = OfHeadingAlone * shares[number].Value };
            }
        }

        // The most that any few characters of the block have of the question.
        private double Nearest()
        {
            _places.Sort();
            var most = 0.0;
            Span<bool> seen = stackalloc bool[scorer._terms];
            for (var first = 0; first < _places.Count; first++)
            {
                seen.Clear();
                var sum = 0.0;
                for (var at = first; at < _places.Count && _places[at].Start - _places[first].Start <= Near; at++)
                {
                    sum += seen[_places[at].Term] ? 0 : scorer._worths[_places[at].Term];
                    seen[_places[at].Term] = true;
                }

                most = Math.Max(most, sum);
            }

            return most;
        }

        // The longest span of the question that occurs as it is.
        private void LengthenWording(string text)
        {
            var question = scorer._folded;
            for (var start = 0; _wording < LongestWording && start + _wording < question.Length; start++)
            {
                while (_wording < LongestWording && start + _wording < question.Length
                    && text.AsSpan().Contains(question.AsSpan(start, _wording + 1), StringComparison.Ordinal))
                {
                    _wording++;
                }
            }
        }
    }
}
