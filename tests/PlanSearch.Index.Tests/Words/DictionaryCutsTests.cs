using Lucene.Net.Analysis.Cn.Smart;
using PlanSearch.Index.Words;

namespace PlanSearch.Index.Tests.Words;

public sealed class DictionaryCutsTests
{
    // Left alone the analyzer reads a folder named by the environment, or any smartcn-data above the program. Both are laid out here before
    // it is loaded, empty.
    static DictionaryCutsTests()
    {
        Environment.SetEnvironmentVariable("lucene:smartcn:data:dir", NamedFolder);
        Directory.CreateDirectory(NamedFolder);
        Directory.CreateDirectory(FolderBeside);
    }

    private static string NamedFolder { get; } = Path.Combine(AppContext.BaseDirectory, "smartcn-named");

    private static string FolderBeside { get; } = Path.Combine(AppContext.BaseDirectory, "smartcn-data");

    [Fact]
    public void EndsOf_FoldersOfADictionaryNamedOrBeside_AreNeitherReadNorWritten()
    {
        Assert.Equal([2, 4], DictionaryCuts.EndsOf("经济发展"));

        Assert.Equal("", AnalyzerProfile.ANALYSIS_DATA_DIR);
        Assert.Empty(Directory.EnumerateFileSystemEntries(NamedFolder));
        Assert.Empty(Directory.EnumerateFileSystemEntries(FolderBeside));
        Assert.Contains(
            typeof(SmartChineseAnalyzer).Assembly.GetManifestResourceNames(),
            name => name.EndsWith("coredict.mem", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("经济发展", "2 4")]
    [InlineData("氢能", "1 2")]             // why it is not asked alone
    [InlineData("营商环境", "1 2 4")]
    [InlineData("的", "1")]
    [InlineData("", "")]
    public void EndsOf_Text_AreWhereTheDictionaryEndsWords(string text, string ends) =>
        Assert.Equal(ends, string.Join(' ', DictionaryCuts.EndsOf(text)));

    [Theory]
    [InlineData(1)]
    [InlineData(DictionaryCuts.LongestPiece)]
    [InlineData(DictionaryCuts.LongestPiece + 1)]
    [InlineData(10_000)]
    public void EndsOf_AnyLength_RiseToTheEnd(int length)
    {
        var text = string.Concat(Enumerable.Repeat("推进营商环境优化和氢能产业发展", length / 15 + 1))[..length];

        var ends = DictionaryCuts.EndsOf(text);

        Assert.Equal(length, ends[^1]);
        Assert.Equal(ends.Distinct().Order(), ends);
    }
}
