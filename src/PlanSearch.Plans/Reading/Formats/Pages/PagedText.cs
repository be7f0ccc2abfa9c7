using PlanSearch.Plans.Parsing.Book;

namespace PlanSearch.Plans.Reading.Formats.Pages;

/// <summary>Pages of placed text -> lines: paragraphs put together, tables as TAB rows, each line with the page it begins on.</summary>
/// <param name="most">The most pieces of text.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class PagedText(ReadingBound most, CancellationToken cancellationToken)
{
    // Fewer characters on the average page are stamps and page numbers over pictures.
    private const int LeastWords = 20;

    private readonly List<List<PageLine>> _pages = [];
    private readonly LineCollector _lines = new();
    private long _words;
    private long _characters;
    private int _unmapped;

    /// <summary>Adds a page; one without text counts as a page all the same.</summary>
    /// <param name="fragments">Its text.</param>
    /// <param name="unmapped">How many of its characters are not known.</param>
    public void AddPage(IEnumerable<TextFragment> fragments, int unmapped = 0)
    {
        ReadingBound.Pages.Hold(_pages.Count + 1);
        _pages.Add(PageLayout.LinesOf(fragments.Select(Counted)));
        if (unmapped > 0)
        {
            _unmapped += unmapped;
            _lines.Note(new ParseDiagnostic(0, Rules.UnknownGlyphs.Id, $"第 {_pages.Count} 页有 {unmapped} 个字的字体没有对应的字符，以 U+FFFD 代替。"));
        }
        else if (_pages[^1].Count == 0)
        {
            _lines.Note(new ParseDiagnostic(0, Rules.PageWithoutText.Id, $"第 {_pages.Count} 页没有文字：可能是图片，也可能是空白页。"));
        }
    }

    /// <summary>The source; a scan is a failure.</summary>
    /// <param name="format">What the file is.</param>
    public ReadResult Finish(string format)
    {
        var flow = new PageFlow(_pages);
        for (var page = 0; page < _pages.Count; page++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _lines.Page = page + 1;
            AddPage(page, flow);
        }

        var least = LeastWords * _pages.Count;
        return _lines.Words < least
            ? ReadResult.Fail(ReadFailureCode.Scanned, $"疑似扫描件（{_pages.Count} 页只有 {_lines.Words} 个字），需先 OCR 识别成文字再入库。")
            : _lines.Words - _unmapped < least
            ? ReadResult.Fail(ReadFailureCode.Scanned, $"文件的字体没有说明字形对应哪些字（{_lines.Words} 个字里有 {_unmapped} 个认不出），需先 OCR 识别成文字再入库。")
            : _lines.Finish(format, decoded: null);
    }

    private TextFragment Counted(TextFragment fragment)
    {
        most.Hold(++_words);
        ReadingBound.Characters.Hold(_characters += fragment.Text.Length);
        return fragment;
    }

    private void AddPage(int page, PageFlow flow)
    {
        var printed = _pages[page];
        for (var at = 0; at < printed.Count;)
        {
            if (flow.IsTaken(printed[at]))
            {
                at++;
                continue;
            }

            var rows = TableRun.From(printed, at);
            if (rows > 1 && PageColumns.RowsOf(printed.GetRange(at, rows)) is { } texts)
            {
                _lines.EndParagraph();
                texts.ForEach(_lines.Add);
                _lines.EndParagraph();
                at += rows;
            }
            else
            {
                _lines.AddParagraph(flow.TakeParagraph(page, at++));
            }
        }
    }
}
