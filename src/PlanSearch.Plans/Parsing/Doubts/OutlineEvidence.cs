using System.Collections.Immutable;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Doubts;

/// <summary>How sure an outline is: exp(−Σ weight · share) over the evidence against it (R-DOUBT-1).</summary>
/// <remarks>
/// The evidence is the source lines, the contents page found anew and the titles of the outline; what rule made a heading, and how sure a
/// pass was, does not count, so that a fault of the rules does not vouch for itself.
/// </remarks>
internal sealed class OutlineEvidence
{
    private const int MinText = 1500;
    private const int MinLongText = 3000;
    private const int MaxShortLine = 13;
    private const int MaxShortRun = 3;
    private const int MaxRunInTitle = 40;
    private const int MaxItemTitle = 32;

    // A preface takes so much of a plan.
    private const double Preface = 0.08;
    private const double MinReason = 0.05;

    private readonly ImmutableArray<Block> _blocks;
    private readonly PrintedContents _contents;
    private readonly List<Opener> _openers = [];
    private readonly HeadingList _headings;
    // The source lines in boxes and tables.
    private readonly bool[] _framed;
    private readonly List<Doubt> _doubts = [];

    private OutlineEvidence(SourceText source, ImmutableArray<OutlineNode> nodes, ImmutableArray<Block> blocks)
    {
        _blocks = blocks;
        _contents = PrintedContents.Find(source.Lines);
        _headings = new HeadingList(nodes, blocks);
        _framed = new bool[source.Lines.Length + 1];
        foreach (var piece in blocks.Where(block => block.Box >= 0 || block.Table >= 0).SelectMany(block => block.Pieces))
        {
            _framed[piece.Line] = true;
        }

        for (var i = 0; i < source.Lines.Length; i++)
        {
            if (!_contents.Holds(i + 1))
            {
                Opener.AddAll(_openers, i + 1, source.Lines[i]);
            }
        }
    }

    /// <summary>Weighs the outline of a parsed plan.</summary>
    public static OutlineConfidence Weigh(SourceText source, ImmutableArray<OutlineNode> nodes, ImmutableArray<Block> blocks)
    {
        var evidence = new OutlineEvidence(source, nodes, blocks);
        evidence.LookForTitlesLeftOut();
        evidence.LookForNumbersLeftOut();
        evidence.LookAtShortLines();
        evidence.LookAtSwallowedNumbers(source.Lines);
        evidence.LookAtText();
        evidence._doubts.AddRange(evidence._headings.Doubts());
        evidence.CompareWithContents();
        var cost = evidence._doubts.Sum(doubt => doubt.Cost);
        return new OutlineConfidence(
            Math.Exp(-cost),
            [.. evidence._doubts.Where(doubt => doubt.Cost > MinReason)
                .OrderByDescending(doubt => doubt.Cost)
                .Select(doubt => doubt.Reason)]);
    }

    private int Headings => _headings.Count;

    private void Add(int count, int of, double weight, string reason)
    {
        if (count > 0)
        {
            _doubts.Add(new Doubt((double)count / Math.Max(1, of), weight, reason));
        }
    }

    private static bool IsProse(Block block) => block.Kind is BlockKind.Paragraph or BlockKind.ListItem;

    // 1.打造平台 alone over a paragraph, and not a heading.
    private void LookForTitlesLeftOut()
    {
        var (count, line) = (0, 0);
        var flow = _blocks.Where(block => IsProse(block) || block.Kind is BlockKind.Heading or BlockKind.BoxTitle).ToList();
        for (var i = 0; i + 1 < flow.Count; i++)
        {
            var text = flow[i].Text;
            if (flow[i].Kind == BlockKind.ListItem && text.Length <= MaxItemTitle && MarkerReader.Read(text).IsCounted
                && text.AsSpan(0, text.Length - 1).IndexOfAny("。；，") < 0
                && flow[i + 1] is { Kind: BlockKind.Paragraph, Text.Length: >= Measures.Paragraph })
            {
                line = count++ == 0 ? flow[i].LineAt(0) : line;
            }
        }

        Add(count, count + Headings, Weights.TitleLeftOut, $"{count} 个单独成行、带编号的短项（首见第 {line} 行）像是标题，而未列入大纲");
    }

    // A number in sequence that is neither a heading nor run in.
    private void LookForNumbersLeftOut()
    {
        var known = _headings.CountsByNumber();
        var (last, lastHeading) = (new int[(int)MarkerKind.Bullet + 1], new int[(int)MarkerKind.Bullet + 1]);
        var (strong, bracketed, firstStrong, firstBracketed) = (0, 0, default(Opener), default(Opener));
        foreach (var opener in _openers)
        {
            var kind = (int)opener.Kind;
            if (opener.Ordinal != 1 && opener.Ordinal != last[kind] + 1)
            {
                continue;
            }

            var key = (opener.Line, opener.Kind, opener.Ordinal);
            if (known.GetValueOrDefault(key) is > 0 and var left)
            {
                known[key] = left - 1;
                Take(last, opener);
                Take(lastHeading, opener);
                continue;
            }

            // 一、保障用水。完善… is an item.
            if (opener.Kind == MarkerKind.Ideograph && !opener.IsAlone && opener.Words < MaxRunInTitle)
            {
                continue;
            }

            Take(last, opener);

            // In a box or table it counts only where it continues the outline.
            if (_framed[opener.Line] && (opener.Ordinal == 1 || lastHeading[kind] + 1 != opener.Ordinal))
            {
                continue;
            }

            if (opener.Kind != MarkerKind.BracketedIdeograph)
            {
                firstStrong = strong++ == 0 ? opener : firstStrong;
            }
            else if (opener.IsAlone)
            {
                firstBracketed = bracketed++ == 0 ? opener : firstBracketed;
            }
        }

        Add(strong, strong + Headings, Weights.NumberLeftOut, $"{strong} 个接续的章节编号（首见第 {firstStrong.Line} 行）不在大纲中");
        Add(bracketed, bracketed + Headings, Weights.BracketLeftOut, $"{bracketed} 个单独成行的（一）、（二）（首见第 {firstBracketed.Line} 行）不在大纲中");
    }

    private static void Take(int[] last, Opener opener)
    {
        last[(int)opener.Kind] = opener.Ordinal;
        last.AsSpan((int)opener.Kind + 1).Clear();
    }

    // One to three of them in a row are titles without number; more are a list.
    private void LookAtShortLines()
    {
        var (count, line, prose) = (0, 0, 0);
        var run = new List<Block>();
        foreach (var block in _blocks.Where(IsProse))
        {
            prose++;
            if (block.Kind == BlockKind.Paragraph && block.Text.Length <= MaxShortLine && Sentence.EndOf(block.Text) == Ending.Open)
            {
                run.Add(block);
                continue;
            }

            TakeRun();
        }

        TakeRun();
        Add(count, prose + Headings, Weights.ShortLines, $"{count} 个无编号、无标点的短行（首见第 {line} 行）像是标题或表格");

        void TakeRun()
        {
            if (run.Count is > 0 and <= MaxShortRun)
            {
                line = count == 0 ? run[0].LineAt(0) : line;
                count += run.Count;
            }

            run.Clear();
        }
    }

    private void LookAtSwallowedNumbers(ImmutableArray<string> lines)
    {
        var (count, line) = (0, 0);
        foreach (var block in _blocks.Where(block => IsProse(block) && block.Pieces.Length > 1))
        {
            foreach (var number in block.Lines.Skip(1))
            {
                if (MarkerReader.Read(lines[number - 1].AsSpan().Trim()) is { IsCounted: true } or { IsStrong: true })
                {
                    line = count++ == 0 ? number : line;
                }
            }
        }

        Add(count, count + Headings, Weights.Swallowed, $"{count} 处带编号的行（首见第 {line} 行）被接到上一行之后");
    }

    private void LookAtText()
    {
        var (before, all, largest, chapter) = (0, 0, 0, 0);
        foreach (var block in _blocks.Where(block => block.IsSearched && block.Kind is not BlockKind.Trailer))
        {
            chapter = block is { Kind: BlockKind.Heading, Depth: 1 } ? 0 : chapter;
            all += block.Text.Length;
            before += block.Node == 0 ? block.Text.Length : 0;
            chapter += block.Node == 0 ? 0 : block.Text.Length;
            largest = Math.Max(largest, chapter);
        }

        if (all <= MinText)
        {
            return;
        }

        var share = Headings == 0 ? 1 : Math.Max(0, (((double)before / all) - Preface) / (1 - Preface));
        if (share > 0)
        {
            _doubts.Add(new Doubt(share, Weights.BeforeFirst, Headings == 0 ? "没有找到任何标题" : $"第一个标题之前有 {100.0 * before / all:0}% 的文字"));
        }

        if (all > MinLongText && 2 * largest > all && Headings > 0)
        {
            _doubts.Add(new Doubt(((2.0 * largest) / all) - 1, Weights.LargestChapter, $"一个一级标题之下有全文 {100.0 * largest / all:0}% 的文字"));
        }
    }

    private void CompareWithContents()
    {
        if (_contents.Titles.Count == 0)
        {
            return;
        }

        var (found, listed) = _headings.CompareWith(_contents.Titles);
        var (recall, precision) = ((double)found / _contents.Titles.Count, (double)found / Math.Max(1, listed));
        var agreement = found == 0 ? 0 : 2 * recall * precision / (recall + precision);
        if (agreement < 1)
        {
            _doubts.Add(new Doubt(1 - agreement, Weights.Contents, $"与目录不尽相符：目录 {_contents.Titles.Count} 条，正文标题中有 {found} 条"));
        }
    }
}
