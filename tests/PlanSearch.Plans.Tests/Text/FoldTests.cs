using PlanSearch.Plans.Text;
using PlanSearch.TestSupport;

namespace PlanSearch.Plans.Tests.Text;

public sealed class FoldTests
{
    [Fact]
    public void Of_EveryCodeUnitTwice_IsAsOnce()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            Assert.Equal(Fold.Of((char)unit), Fold.Of(Fold.Of((char)unit)));
        }
    }

    [Fact]
    public void Of_StandardCharacters_ChangesNone()
    {
        var path = Path.Combine(Repository.Root, "src", "PlanSearch.Plans", "Text", "FoldData", "standard-characters.txt");
        var characters = File.ReadLines(path).Where(line => !line.StartsWith('#')).SelectMany(line => line.EnumerateRunes()).ToList();
        Assert.Equal(8105, characters.Count);
        Assert.All(characters, character => Assert.Equal(character.ToString(), Fold.Of(character.ToString())));
    }

    [Fact]
    public void Of_SurrogatesAndSeparator_ChangesNone()
    {
        for (var unit = '\uD800'; unit <= '\uDFFF'; unit++)
        {
            Assert.Equal(unit, Fold.Of(unit));
        }

        Assert.Equal(Fold.Separator, Fold.Of(Fold.Separator));
        Assert.DoesNotContain(Enumerable.Range(0, char.MaxValue), unit => Fold.Of((char)unit) == Fold.Separator);
    }

    [Theory]
    [InlineData("ＡＢＣ１２３", "abc123")]
    [InlineData("PM₂.₅", "pm2.5")]
    [InlineData("國際論壇", "国际论坛")]
    [InlineData("“十四五”——", "\"十四五\"--")]
    [InlineData("①㎡著", "①㎡著")]
    [InlineData("（一）：", "(一):")]
    [InlineData("　", " ")]
    public void Of_Text_FoldsWidthCaseGlyphAndMarks(string text, string folded) => Assert.Equal(folded, Fold.Of(text));
}
