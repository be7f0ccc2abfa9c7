using PlanSearch.Plans.Files;
using PlanSearch.Plans.Reading;

namespace PlanSearch.Corpus.Ingest.Files;

/// <summary>The bytes of a file, or the reason in Chinese why there are none: exactly one of the two is not null.</summary>
internal readonly record struct FileBytes(byte[]? Bytes, string? Failure)
{
    /// <summary>Reads a file whole; nothing of one that is too large to be a plan.</summary>
    public static FileBytes Read(string path)
    {
        try
        {
            // A pipe or device says 0 bytes; opening it could wait for ever.
            return FactsOf(path).Length switch
            {
                0 => new FileBytes([], null),
                > PlanReader.MaxFileBytes and var length => new FileBytes(
                    null, $"文件有 {length} 字节，超过上限 {PlanReader.MaxFileBytes} 字节（{ReadingBound.FileBytes.Name}）；请拆分后再入库。"),
                _ => new FileBytes(File.ReadAllBytes(path), null),
            };
        }
        catch (UnauthorizedAccessException)
        {
            return new FileBytes(null, "没有读取权限；请检查文件的权限。");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new FileBytes(null, new FileInfo(path).LinkTarget is { } target ? $"链接指向的文件不存在：{target}" : "读取时文件已不在。");
        }
        catch (IOException e)
        {
            return new FileBytes(null, $"读不出文件：{e.Message}");
        }
    }

    /// <summary>When a file was last written, in ticks of UTC; 0 where there is none. Of what it leads to when it is a link.</summary>
    public static long WrittenAt(string path) => OfFacts(path, facts => facts.LastWriteTimeUtc.Ticks);

    /// <summary>The size of a file; 0 for one that cannot be looked at.</summary>
    public static long LengthOf(string path) => OfFacts(path, facts => facts.Length);

    private static long OfFacts(string path, Func<FileInfo, long> what)
    {
        try
        {
            return FactsOf(path) is { Exists: true } facts ? what(facts) : 0;
        }
        catch (IOException)
        {
            // A link that leads to itself has neither size nor time.
            return 0;
        }
    }

    /// <summary>Size and time of a file; of what it leads to when it is a link.</summary>
    /// <exception cref="IOException">The link leads to itself.</exception>
    public static FileInfo FactsOf(string path)
    {
        var info = new FileInfo(path);
        return info.LinkTarget is not null && info.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target : info;
    }
}
