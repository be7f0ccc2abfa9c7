using System.Text;
using PlanSearch.Answers.Clips;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Answers.Tests.Clips;

public sealed class ClipFileTests(ITestOutputHelper output)
{
    private const string Clip = """{"plan":"a","anchor":"b","words":"氢能","context":"sentence"}""";

    public static TheoryData<string, string> Wrong => new()
    {
        // file                                                                      what the message says
        { "",                                                                        "第 1 行" },
        { "氢能",                                                                    "第 1 行" },
        { "{\n  \"format\": \"plansearch-clips\",\n",                                "第 3 行" },
        { "[]",                                                                      "最外层 应为对象" },
        { "{}",                                                                      "format 缺失" },
        { """{"format":"other"}""",                                                  "不是摘录夹文件" },
        { """{"format":7}""",                                                        "format 应为文字" },
        { """{"format":"plansearch-clips","version":2}""",                           "第 2 版" },
        { """{"format":"plansearch-clips","version":"1"}""",                         "version 应为" },
        { File("", "7"),                                                             "clips 应为列表" },
        { File("", $"[{Clip},7]"),                                                   "clips[1] 应为对象" },
        { File("", """[{"plan":"a"}]"""),                                            "clips[0].anchor 缺失" },
        { File("", $"[{Clip.Replace("sentence", "page", StringComparison.Ordinal)}]"), "clips[0].context 只能是" },
        { File("", $"[{With("\"search\":0")}]"),                                     "clips[0].search 应为 searches 中的一项，而 searches 是空的" },
        { File("", $"[{With("\"hits\":[[1]]")}]"),                                   "clips[0].hits 应为 [起点, 长度]" },
        { File("", $"[{With("\"hits\":[[-1,2]]")}]"),                                "clips[0].hits 应为" },
        { File("", $"[{With("\"hits\":[[5,2],[6,2]]")}]"),                           "clips[0].hits 须依次排列" },
        { File("", $"[{With("\"hits\":[[5,0]]")}]"),                                 "clips[0].hits 须依次排列" },
        { File("", $"[{With("\"aspect\":\"一二三四五六七八九十一二三四五六七八九十一\"")}]"), "clips[0].aspect 超过 20 个字符" },
        { File("", $"[{With("\"note\":\"\\uD800\"")}]"),                             "clips[0].note 含不成对的代理码" },
        { File("""{"q":"a","mode":"guess"}""", "[]"),                                "searches[0].mode 只能是" },
        { File("""{"q":"a","exact":1}""", "[]"),                                     "searches[0].exact 应为" },
        { File("""{"q":"a","filters":[]}""", "[]"),                                  "searches[0].filters 应为" },
        { File("""{"q":"a","filters":{"part":"专栏"}}""", "[]"),                     "searches[0].filters 应为文字的列表" },
        { File("", $"[{string.Join(',', Enumerable.Repeat(Clip, ClipFolder.MaxClips + 1))}]"), "clips 有 301 项" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Read_WrongFile_SaysWhatAndWhere(string file, string place)
    {
        var fault = ClipFile.Read(Encoding.UTF8.GetBytes(file)).Fault;

        Assert.Contains(place, fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhatWriteWrote_IsTheSameFolderAlsoBehindAMark()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        for (var clips = 0; clips < 40; clips++)
        {
            var folder = RandomFolders.Make(random, clips);
            var file = ClipFile.Write(folder);

            Assert.Equal(RandomFolders.Print(folder), RandomFolders.Print(ClipFile.Read(file).Value!));
            Assert.Equal(
                RandomFolders.Print(folder),
                RandomFolders.Print(ClipFile.Read([0xEF, 0xBB, 0xBF, .. ClipFile.Write(folder, isCompact: true)]).Value!));
        }
    }

    [Fact]
    public void Read_TruncatedAnywhere_IsAFault()
    {
        var file = ClipFile.Write(RandomFolders.Make(new Random(3), 5), isCompact: true);

        for (var length = 0; length < file.Length; length++)
        {
            Assert.NotNull(ClipFile.Read(file.AsSpan(0, length)).Fault);
        }
    }

    [Fact]
    public void Read_AnyByteChanged_NeverThrows()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var file = ClipFile.Write(RandomFolders.Make(random, 5), isCompact: true);
        var faults = 0;
        for (var run = 0; run < 20_000; run++)
        {
            var changed = file.ToArray();
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
            faults += ClipFile.Read(changed).Fault is null ? 0 : 1;
        }

        Assert.InRange(faults, 1_000, 20_000);
    }

    [Fact]
    public void Read_FileOverTheBound_IsAFault() =>
        Assert.Contains("1024 KB", ClipFile.Read(new byte[ClipFile.MaxBytes + 1]).Fault!.Message, StringComparison.Ordinal);

    [Fact]
    public void Read_BytesOfAnotherEncoding_SaysSo() =>
        Assert.Contains("不是 UTF-8", ClipFile.Read([0xC7, 0xE2, 0xC4, 0xDC]).Fault!.Message, StringComparison.Ordinal);

    private static string File(string search, string clips) =>
        $$"""{"format":"plansearch-clips","version":1,"searches":[{{search}}],"clips":{{clips}}}""";

    private static string With(string member) => Clip[..^1] + "," + member + "}";
}
