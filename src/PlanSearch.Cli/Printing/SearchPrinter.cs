using PlanSearch.Answers.Hits;
using PlanSearch.Corpus.Generations;

namespace PlanSearch.Cli.Printing;

/// <summary>Prints one page of records for people.</summary>
internal sealed class SearchPrinter(Terminal terminal)
{
    private readonly TextWriter _writer = terminal.Out;
    private readonly TerminalText _marks = new(terminal.HasColor);

    /// <summary>The proof, other readings, the records with their passages, and who does not mention it.</summary>
    public void Print(SearchAnswer answer)
    {
        CertificatePrinter.Print(answer.Certificate, _writer);
        if (answer.Spelling is { } spelling)
        {
            _writer.WriteLine($"您要找的是不是：{string.Join("、", spelling.Select(one => $"{one.Text}（{one.Mentions} 处）"))}");
        }

        foreach (var reading in answer.Readings)
        {
            _writer.WriteLine($"另可：{reading.Text}（{reading.Mentions} 处）");
        }

        foreach (var topic in answer.Topics)
        {
            _writer.WriteLine(
                $"专题“{topic.Name}”各词（各自计数，不相加）："
                    + string.Join(
                        " · ", topic.Members.Select(member => $"{member.Word} {member.Mentions}{(member.IsOn ? "" : "（停用）")}")));
        }

        Print(answer.Words);
        foreach (var hit in answer.Hits.Concat(answer.Words?.Hits ?? []))
        {
            _writer.WriteLine();
            Print(hit);
        }

        _writer.WriteLine();
        Print("全文未提及", answer.Absent.NotMentioned);
        Print("文本不完整，不能判断", answer.Absent.Undecidable);
        if (answer.Next is { } next)
        {
            _writer.WriteLine($"还有更多；下一页：--cursor {next}");
        }
    }

    private void Print(WordsAnswer? words)
    {
        if (words is null)
        {
            return;
        }

        _writer.WriteLine($"相关检索 · 按词排序，不是全部提及：{words.Mentions} 处 · {words.Records} 章节 · {words.Plans} 份");
        foreach (var (from, to) in words.Respelled)
        {
            _writer.WriteLine($"“{from}”没有出现，按“{to}”找");
        }

        foreach (var applied in words.AppliedFilters)
        {
            _writer.WriteLine($"按“{applied.Said}”筛选{applied.Label}（--no-places 不作筛选）");
        }

        foreach (var term in words.Words.GroupBy(word => word.For))
        {
            _writer.WriteLine(
                $"{term.Key}：{string.Join(" · ", term.Select(word => $"{word.Word} {word.Mentions}{(word.On ? "" : "（停用）")}"))}");
        }

        if (!words.Missing.IsEmpty)
        {
            _writer.WriteLine($"库中没有、也没有别的说法：{string.Join('、', words.Missing)}");
        }
    }

    private void Print(RecordHit hit)
    {
        _writer.WriteLine($"{hit.Citation}  {hit.Mentions} 处");
        if (hit.Answers is { Lacks: { IsEmpty: false } lacks })
        {
            _writer.WriteLine($"  缺：{string.Join('、', lacks)}");
        }

        foreach (var passage in hit.Passages)
        {
            _writer.WriteLine(
                $"  {(passage.Offset > 0 ? "…" : "")}"
                    + _marks.Mark(passage.Text, passage.Marks.Select(mark => (IReadOnlyList<int>)mark))
                    + (passage.IsCut ? "…" : ""));
        }

        if (hit.MoreMentions > 0)
        {
            _writer.WriteLine($"  另有 {hit.MoreMentions} 处");
        }
    }

    private void Print(string group, IEnumerable<PlanName> plans)
    {
        var names = string.Join("、", plans.Select(plan => plan.ShortTitle));
        if (names.Length > 0)
        {
            _writer.WriteLine($"{group}：{names}");
        }
    }
}
