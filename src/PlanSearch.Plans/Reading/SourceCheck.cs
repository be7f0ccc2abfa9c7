namespace PlanSearch.Plans.Reading;

/// <summary>The last look at lines, whatever format they came from.</summary>
internal static class SourceCheck
{
    /// <summary>The source, or why its lines are no plan: nothing but blanks, or a line too long.</summary>
    public static ReadResult Of(SourceText source)
    {
        if (source.Lines.All(line => line.AsSpan().Trim().IsEmpty))
        {
            return ReadResult.Fail(ReadFailureCode.Empty, "文件中只有空白。");
        }

        for (var i = 0; i < source.Lines.Length; i++)
        {
            if (source.Lines[i].Length > ReadingBound.MaxLineLength)
            {
                return new ReadResult(null, new ReadFailure(
                    ReadFailureCode.LineTooLong,
                    $"第 {i + 1} 行有 {source.Lines[i].Length} 个字符，超过上限 {ReadingBound.MaxLineLength}（{ReadingBound.LineLength.Name}）。")
                {
                    Bound = ReadingBound.LineLength.Name,
                });
            }
        }

        return new ReadResult(source, null);
    }
}
