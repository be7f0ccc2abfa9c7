using PlanSearch.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace PlanSearch.Web.Tests.Hosting;

public sealed class StartUpTests
{
    [Fact]
    public async Task Run_DamagedIndex_EndsWith3AndNeverServes()
    {
        using var collection = new SmallCollection();
        BuildIndex(collection);
        foreach (var file in Directory.GetFiles(collection.Index, "*", SearchOption.AllDirectories)
            .Where(file => new FileInfo(file).Length > 0))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            bytes[bytes.Length / 2] ^= 0x40;
            await File.WriteAllBytesAsync(file, bytes);
        }

        Assert.Equal(3, await WebHost.RunAsync(Arguments(collection)));
    }

    [Fact]
    public void HostSettings_PlansPartedBySemicolonOrNumbered_AreAllTaken()
    {
        Assert.Equal<string>(["/a", "/b"], Settings(("Plans", "/a; /b")).Plans);
        Assert.Equal<string>(["/a", "/b"], Settings(("Plans:0", "/a"), ("Plans:1", "/b")).Plans);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("/", "")]
    [InlineData("guihua", "/guihua")]
    [InlineData("/guihua/", "/guihua")]
    public void HostSettings_PathBase_IsEmptyOrBeginsWithASlash(string? setting, string expected) =>
        Assert.Equal(expected, Settings(("PathBase", setting)).PathBase);

    [Theory]
    [InlineData("QuerySeconds", "soon")]
    [InlineData("QuerySeconds", "0")]
    [InlineData("RequestsPerMinute", "-1")]
    [InlineData("MaxUploadBytes", "999999999999")]
    [InlineData("BuildOnStart", "perhaps")]
    [InlineData("ChangeDays", "0.5")]
    [InlineData("Exports", "1.9")]
    [InlineData("PublicUrl", "portal.example")]
    [InlineData("PublicUrl", "https://portal.example/?a=b")]
    public async Task Run_SettingThatMakesNoSense_EndsWith2AndNamesIt(string name, string value)
    {
        Assert.Contains(name, Assert.Throws<HostSettingsException>(() => Settings((name, value))).Message, StringComparison.Ordinal);
        Assert.Equal(2, await WebHost.RunAsync([$"--PlanSearch:{name}={value}"]));
    }

    [Theory]
    [InlineData("https://portal.example", "https://portal.example", "")]
    [InlineData("https://portal.example/guihua/", "https://portal.example/guihua", "/guihua")]
    [InlineData("https://portal.example/规划", "https://portal.example/规划", "/规划")]
    public void HostSettings_PublicUrl_GivesThePathWhenNoneIsSaid(string setting, string url, string path)
    {
        var settings = Settings(("PublicUrl", setting));

        Assert.Equal((url, path), (settings.PublicUrl, settings.PathBase));
    }

    private static HostSettings Settings(params (string Name, string? Value)[] settings) =>
        HostSettings.From(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("PlanSearch:" + setting.Name, setting.Value))).Build());

    private static string[] Arguments(SmallCollection collection) =>
        [$"--PlanSearch:Plans={collection.Plans}", $"--PlanSearch:IndexDirectory={collection.Index}", "--urls=http://127.0.0.1:0"];

    private static void BuildIndex(SmallCollection collection) => Corpus.Ingest.PlanIngest.Run(
        new Corpus.CorpusOptions { IndexDirectory = collection.Index }, new([collection.Plans]), progress: null, CancellationToken.None);
}
