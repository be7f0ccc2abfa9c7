using PlanSearch.Queries.Words;

namespace PlanSearch.Queries.Tests.Words;

public sealed class WordCutterTests
{
    private static readonly Lexicon Words = Lexicon.Of(["# 注", "", "氢能", "氢能源", "产业", "园", "高质量发展"]);

    [Theory]
    [InlineData("氢能源产业", "氢能源 产业", "")]                  // the longest word
    [InlineData("小镇的氢能", "小镇 氢能", "的")]                   // what the collection prints, the longest stretch first
    [InlineData("火星移民产业", "产业", "火星移民")]
    [InlineData("产业，产业（5G）", "产业 5G", "")]                 // once each; signs are no words
    [InlineData("高质量发展", "", "高质量发展")]                   // a word of the lexicon that does not occur
    [InlineData("，。", "", "")]
    public void Cut_Text_GivesWordsThatOccurAndThoseThatDoNot(string text, string found, string missing)
    {
        var cutter = new WordCutter(Words, word => "氢能源产业小镇5G".Contains(word, StringComparison.Ordinal));

        var (words, unknown) = cutter.Cut(text);

        Assert.Equal((found, missing), (string.Join(' ', words), string.Join(' ', unknown)));
    }
}
