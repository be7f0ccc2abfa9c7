using PlanSearch.Plans.Reading;

namespace PlanSearch.Corpus.Ingest;

/// <summary>The bytes of a file, or the reason in Chinese why there are none: exactly one of the two is not null.</summary>
internal readonly record struct FileBytes(byte[]? Bytes, string? Failure)
{
    /// <summary>Reads a file whole; nothing of one that is too large to be a plan.</summary>
    public static FileBytes Read(string path)
    {
        try
        {
            var info = new FileInfo(path);
            if (info.LinkTarget is not null && !info.Exists)
            {
                return new FileBytes(null, $"链接指向的文件不存在：{info.LinkTarget}");
            }

            // A pipe or device says 0 bytes; opening it could wait for ever.
            return info.Length switch
            {
                0 => new FileBytes([], null),
                > PlanReader.MaxFileBytes => new FileBytes(null, $"文件有 {info.Length} 字节，超过上限 {PlanReader.MaxFileBytes} 字节；请拆分后再入库。"),
                _ => new FileBytes(File.ReadAllBytes(path), null),
            };
        }
        catch (UnauthorizedAccessException)
        {
            return new FileBytes(null, "没有读取权限；请检查文件的权限。");
        }
        catch (FileNotFoundException)
        {
            return new FileBytes(null, "读取时文件已不在。");
        }
        catch (IOException e)
        {
            return new FileBytes(null, $"读不出文件：{e.Message}");
        }
    }
}
