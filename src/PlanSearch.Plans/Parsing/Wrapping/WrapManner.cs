using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Pages;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Wrapping;

/// <summary>
/// How the wrapped spans of a source show where a paragraph begins, and by that whether a line continues the one before (of the R-WRAP
/// rules those that look at a whole span).
/// </summary>
internal sealed class WrapManner
{
    /// <summary>How much a full line may fall short: characters that hang or are pushed down.</summary>
    public const double Tolerance = 1;

    /// <summary>The same for a line that ends a sentence: a complete one is as likely to fall short by a character.</summary>
    public const double StopTolerance = 0.25;

    private const int MaxOpening = 24;

    // A member of a run-in list takes a few lines.
    private const int TailLines = 8;

    // Of the first sentences of paragraphs 74 % have a lead up to this length and no comma, of the others 8 %.
    private const int MaxLead = 14;
    private const int MaxTitleTail = 4;
    private const double MinBlankShare = 0.02;
    private const double MaxBlankShare = 0.6;
    private const double MinIndentedShare = 0.03;
    private const double MaxIndentedShare = 0.7;

    // A full line may fall short of the width by so much: a word or number that found no room, an indent that was lost.
    private const double NearlyAsWide = 4;

    // Cells of a table that lost its columns have neither indents nor blank lines.
    private const double NearlyAll = 0.9;
    private const double NearlyFull = 0.75;
    private const int MinNearlyFull = 16;
    private const double MostlyTitles = 0.6;
    private const double SureTitles = 0.8;

    private readonly List<Line> _lines;
    private readonly WrapGauge _gauge;
    private readonly HashSet<Line> _decimals;
    private readonly HashSet<Line> _numberedParagraphs;
    private readonly HashSet<Line> _footnotes;
    private readonly ContentsTitles _titles;
    private readonly bool _indents;
    private readonly bool _parts;
    private readonly bool _leads;
    private readonly int _baseIndent;
    private readonly Dictionary<double, double> _droppedIndents;
    private readonly double[] _titleShare = new double[(int)MarkerKind.Bullet + 1];

    /// <summary>Looks at all wrapped lines.</summary>
    /// <param name="lines">All lines.</param>
    /// <param name="gauge">Where they are wrapped.</param>
    /// <param name="titles">What the contents page names.</param>
    public WrapManner(List<Line> lines, WrapGauge gauge, ContentsTitles titles)
    {
        (_lines, _gauge, _decimals, _titles) = (lines, gauge, DecimalOutline.LinesOf(lines), titles);
        _numberedParagraphs = DecimalOutline.ParagraphsOf(lines, _decimals);
        _footnotes = PageFootnotes.In(lines);
        var wrapped = Enumerable.Range(0, lines.Count)
            .Where(i => gauge.WidthAt(i) > 0 && lines[i] is { Kind: null, HasCells: false })
            .ToList();
        _baseIndent = wrapped.Min(i => lines[i].Indent);
        _indents = ShowsParagraphs(wrapped, IsIndented, MinIndentedShare, MaxIndentedShare);
        _parts = ShowsParagraphs(wrapped, i => lines[i].FollowsBlank, MinBlankShare, MaxBlankShare);
        // Boxes of another width have manners of their own.
        _droppedIndents = wrapped.GroupBy(i => gauge.HasTwoWidths ? gauge.WidthAt(i) : 0)
            .ToDictionary(group => group.Key, group => _indents ? 0 : FindDroppedIndent([.. group]));
        _leads = UsesLeads(wrapped);
        FindTitles(wrapped);
    }

    /// <summary>How many full lines that end a sentence were taken to continue although nothing shows it.</summary>
    public int Guesses { get; private set; }

    /// <summary>The source line after the first of them.</summary>
    public int FirstGuess { get; private set; }

    /// <summary>
    /// What cannot be parted from the first character of a line: a Latin word or number, and the characters that may not open a line.
    /// </summary>
    public static ReadOnlySpan<char> OpeningOf(string text)
    {
        var end = 1;
        while (end < text.Length && end < MaxOpening && IsWord(text[end - 1]) && IsWord(text[end]))
        {
            end++;
        }

        while (end < text.Length
            && end < MaxOpening
            && (Glyphs.IsCloser(text[end]) || Glyphs.IsFullStop(text[end]) || text[end] is '，' or '、' or '；' or '：' or '%' or '％'))
        {
            end++;
        }

        return text.AsSpan(0, Math.Min(end, text.Length));
    }

    /// <summary>
    /// What the indent of a paragraph's first line measured before the conversion dropped it, where the wrapped line at
    /// <paramref name="at"/> is: 2, or 0 when there was none.
    /// </summary>
    public double DroppedIndentAt(int at) => _droppedIndents[_gauge.HasTwoWidths ? _gauge.WidthAt(at) : 0];

    /// <summary>
    /// Whether the line at <paramref name="next"/> continues the chain that ends with the one at <paramref name="last"/>.
    /// </summary>
    public bool GoesOn(List<Line> chain, int last, int next, int afterNext, bool isFull, Sequences sequences) =>
        ByWhatOpens(chain, last, next, isFull)
            ?? ByTitle(chain, last, next, afterNext, isFull, sequences)
            ?? ByWidth(chain, last, next, afterNext, isFull);

    private bool? ByWhatOpens(List<Line> chain, int last, int next, bool isFull)
    {
        var (open, line) = (_lines[last], _lines[next]);
        if (OpensUnit(line) || _decimals.Contains(line) || _footnotes.Contains(line)
            || line.Decide(Rules.NumberOpensUnit, _numberedParagraphs.Contains(line))
            || ContentsEntry.EndsWithPage(open.Plain) || IsPassage(open) || IsPassage(line))
        {
            return false;
        }

        // An entry of the contents page that took two lines ends with its page number.
        var endsEntry = chain.Count == 1 && open.Marker.Kind != MarkerKind.None && line.Marker.Kind == MarkerKind.None
            && (ContentsEntry.EndsWithPage(line.Plain)
                || (ContentsEntry.EndsWithLeader(open.Plain) && ContentsEntry.IsNumber(line.Plain)));
        var cutsNumber = Glyphs.IsDigit(open.Plain[^1]) && Glyphs.IsDigit(line.Plain[0]);
        return endsEntry || (isFull && line.Marker.IsCounted && (cutsNumber || RunInList.Carries(TailOf(chain), line.Marker)))
            ? true
            : null;
    }

    // （2020年12月9日…全体会议通过） between a title and its text.
    private static bool IsPassage(Line line) =>
        line.Plain is ['（' or '(', .., '）' or ')'] && line.Plain.AsSpan(1, line.Plain.Length - 2).IndexOfAny("（(") < 0
        && line.Plain.Contains('年', StringComparison.Ordinal)
        && line.Plain.AsSpan(0, line.Plain.Length - 1) is [.., '通', '过'] or [.., '批', '准'] or [.., '发', '布'] or [.., '印', '发'];

    private bool? ByTitle(List<Line> chain, int last, int next, int afterNext, bool isFull, Sequences sequences)
    {
        var (open, line) = (_lines[last], _lines[next]);
        if (_titles.GoesOn(chain, line) is { } goesOn)
        {
            line.Decide(Rules.KnownTitleWrapped);
            return goesOn;
        }

        if (line.Decide(Rules.NumberOpensUnit, MarkerOpensUnit(open, next, sequences))
            || line.Decide(Rules.TitleOverFirstLine, chain.Count == 1 && IsTitleOverFirstLine(open, next)))
        {
            return false;
        }

        return line.Decide(Rules.HalfOfTitle, IsTitle(chain[0]))
            ? (isFull && IsSecondHalf(chain, next, afterNext)) || (chain.Count == 1 && EndsBoxTitle(open, line))
            : null;
    }

    private bool ByWidth(List<Line> chain, int last, int next, int afterNext, bool isFull)
    {
        var (open, line) = (_lines[last], _lines[next]);
        if (_indents && IsIndented(next))
        {
            return false;
        }

        if (EndsWithNumber(open.Plain))
        {
            return true;
        }

        if (!isFull)
        {
            open.Decide(Rules.ShortLine);
            return open.Ending == Ending.Open && !(_parts && line.FollowsBlank)
                && (IsCutShort(chain, open, line) || line.Decide(Rules.NearlyFullLine, IsNearlyFull(chain, last, line)));
        }

        return open.Decide(Rules.FullLine, open.Ending == Ending.Open)
            || open.Decide(Rules.StopOnFullLine, GoesOnAfterStop(chain[0], line, next, afterNext));
    }

    // …至阜新段；3. at the end of a line: a member's number is never all of it.
    private static bool EndsWithNumber(string text)
    {
        var at = text.Length - 1;
        if (at < 2 || text[at] is not ('.' or '．' or '、'))
        {
            return false;
        }

        while (at > 0 && Glyphs.IsDigit(text[at - 1]))
        {
            at--;
        }

        while (at > 0 && Glyphs.IsBlank(text[at - 1]))
        {
            at--;
        }

        return at > 0 && at < text.Length - 1 && text[at - 1] is '；' or ';' or '：' or '。';
    }

    private static bool IsWord(char c) => Glyphs.IsLatin(c) || Glyphs.IsDigit(c) || c is '.' or '-' or '%' or '/' or '&' or '+';

    // What no line of running text opens with, wherever the width cut it.
    private static bool OpensUnit(Line line) => line.OpensAny(Opens.Unit | Opens.Figure);

    // R-WRAP-3: a number opens a unit when it begins or continues a sequence and the line before does not plainly stop within a clause. A
    // title alone opens one whatever is before it: 、 and ， are what recognition makes of a 。
    private bool MarkerOpensUnit(Line open, int next, Sequences sequences)
    {
        var line = _lines[next];
        if (!line.Marker.IsCounted || line.CompletesNumberOf(open)
            || (line.Marker.Ordinal != 1 && !sequences.GoesOn(line.Marker)))
        {
            return false;
        }

        return open.Ending != Ending.Open || open.Plain[^1] is not ('，' or '、' or '（' or '“' or '《')
            || (line.Marker.Ordinal > 1 && !line.Marker.IsListed && line.OpensAny(Opens.Title)
                && Measure(next) < _gauge.WidthAt(next) - (2 * Tolerance));
    }

    // R-BOX-5: the member before it is within the chain, so this one is run in as well.
    private static string TailOf(List<Line> chain) =>
        string.Concat(chain.Skip(Math.Max(0, chain.Count - TailLines)).Select(line => line.Plain));

    // R-WRAP-4: a title never has running text after it on its line, so only its own second half continues it.
    private bool IsTitle(Line line) =>
        _decimals.Contains(line) ? line.Words.IndexOfAny("。；") < 0 && line.Plain.Length < Measures.Title
        : line.Marker.IsStrong ? line.OpensAny(Opens.StrongHeading)
        : line.Marker.Kind == MarkerKind.None ? line.OpensAny(Opens.BoxTitle)
        : line.Marker.IsCounted
            && _titleShare[(int)line.Marker.Kind] > (line.Words.Contains('，') ? SureTitles : MostlyTitles)
            && line.Words.IndexOfAny("。：；") < 0;

    // R-WRAP-11: the next line is full but for the indent that it lost, so it is the first of a paragraph, and what is over it a title.
    private bool IsTitleOverFirstLine(Line open, int next) =>
        DroppedIndentAt(next) is > 0 and var indent && open.Marker is { IsCounted: true, IsListed: false } && open.OpensAny(Opens.Title)
        && _lines[next] is { Marker.Kind: MarkerKind.None, Ending: Ending.Open }
        && Math.Abs(_gauge.WidthAt(next) - indent - Measure(next)) < 0.5;

    // 【重点任务1】建设深远海牧场 / 示范区: the title of a box is set larger, so no width tells; such a word alone is no title.
    private static bool EndsBoxTitle(Line open, Line line) =>
        open.OpensAny(Opens.BoxTitle) && open.Ending == Ending.Open && line.Plain.Length <= MaxTitleTail
        && line.Marker.Kind == MarkerKind.None
        && line.Plain.AsSpan() is "工程" or "项目" or "行动" or "计划" or "集群" or "示范区" or "基地" or "体系" or "任务" or "清单" or "举措";

    private bool IsSecondHalf(List<Line> chain, int next, int afterNext)
    {
        var line = _lines[next];
        if (chain.Count > 1 || line.Marker.Kind != MarkerKind.None || (_parts && line.FollowsBlank))
        {
            return false;
        }

        return Measure(next) < 0.4 * _gauge.WidthAt(next)
            || (line.Ending == Ending.Open && Measure(next) < _gauge.WidthAt(next) - (2 * Tolerance) - DroppedIndentAt(next)
            && (afterNext >= _lines.Count || _lines[afterNext].Marker.Kind != MarkerKind.None || Measure(afterNext) > Measure(next)));
    }

    // R-WRAP-5: a short line is complete, unless it stops at a comma, or in a paragraph that has had a sentence already.
    private static bool IsCutShort(List<Line> chain, Line open, Line line) =>
        open.Plain[^1] is '，' or '、' || (chain.Count > 2 && line.Marker.Kind == MarkerKind.None && Sentence.LeadOf(line.Plain) == 0);

    // R-WRAP-10: widths vary: a line in mid-sentence that comes near the width continues, unless it is a title alone.
    private bool IsNearlyFull(List<Line> chain, int last, Line line)
    {
        var open = _lines[last];
        return line.Marker.Kind == MarkerKind.None && Sentence.LeadOf(line.Plain) == 0
            && !(chain.Count == 1 && open.Marker.Kind != MarkerKind.None && open.OpensAny(Opens.Title))
            && Measure(last) >= Math.Max(MinNearlyFull, NearlyFull * _gauge.WidthAt(last));
    }

    // R-WRAP-6: a full line that ends a sentence: by chance, if nothing shows that a paragraph begins.
    private bool GoesOnAfterStop(Line first, Line line, int next, int afterNext)
    {
        if (line.Decide(Rules.NextMember, IsNextMember(first, line)) || (_parts && line.FollowsBlank) || IsLabel(line)
            || (line.Ending == Ending.Open && afterNext < _lines.Count && _lines[afterNext].HasCells))
        {
            return false;
        }

        if (_indents || _parts)
        {
            return true;
        }

        if (DroppedIndentAt(next) is > 0 and var indent && afterNext < _lines.Count && Measure(next) >= _gauge.WidthAt(next) - indent - 2)
        {
            var missing = _gauge.WidthAt(next) - Measure(next);
            if (line.Decide(Rules.LostIndent, missing is <= 0.5 or >= 1.5))
            {
                return missing < 1;
            }
        }

        var opensParagraph = (_leads && OpensWithLead(line.Plain)) || Sentence.OpensWithLabel(line.Plain);
        if (!opensParagraph)
        {
            FirstGuess = Guesses++ == 0 ? line.Number : FirstGuess;
        }

        return !opensParagraph;
    }

    // R-WRAP-8: 一是… opens the paragraph, 二是… the line: the members of the list are paragraphs.
    private static bool IsNextMember(Line first, Line line) =>
        Sentence.MemberOf(line.Plain) is > 1 and var member && Sentence.MemberOf(first.Plain) == member - 1;

    private static bool IsLabel(Line line) =>
        line.Ending == Ending.Colon && line.Plain.Length <= MaxLead && line.Plain.AsSpan().IndexOfAny("，。；") < 0;

    // A lead of few words without a comma hardly is at a line's start by chance.
    private static bool OpensWithLead(string text) =>
        Sentence.LeadOf(text) is var lead and > 0 and <= MaxLead && text.AsSpan(0, lead).IndexOf('，') < 0;

    private double Measure(int at) => _gauge.Measure(_lines[at].Printed);

    // The first lines of paragraphs are full lines that are shorter by the indent they have lost.
    private double FindDroppedIndent(List<int> wrapped)
    {
        var (shorter, equal) = (0, 0);
        for (var i = 1; i < wrapped.Count; i++)
        {
            var (before, at) = (wrapped[i - 1], wrapped[i]);
            if (_lines[before].Ending == Ending.Open || Measure(before) > _gauge.WidthAt(before) - NearlyAsWide || _lines[at].Ending != Ending.Open)
            {
                continue;
            }

            var missing = _gauge.WidthAt(at) - Measure(at);
            shorter += missing is >= 0.75 and <= 3 ? 1 : 0;
            equal += missing is > -2 and < 0.75 ? 1 : 0;
        }

        return shorter > equal ? 2 : 0;
    }

    // Whether indents or blank lines show where a paragraph begins: some lines have them and others do not. Where paragraphs are short
    // most lines have them, and nearly each of the others follows a line that is full.
    private bool ShowsParagraphs(List<int> wrapped, Predicate<int> begins, double minShare, double maxShare)
    {
        var beginnings = wrapped.Count(at => begins(at));
        if (beginnings <= minShare * wrapped.Count || beginnings < maxShare * wrapped.Count)
        {
            return beginnings > minShare * wrapped.Count;
        }

        var others = Enumerable.Range(1, wrapped.Count - 1).Where(i => !begins(wrapped[i])).ToList();
        var afterFull = others.Count(i => Measure(wrapped[i - 1]) > _gauge.WidthAt(wrapped[i - 1]) - NearlyAsWide);
        return others.Count > 0 && afterFull >= NearlyAll * others.Count;
    }

    private bool IsIndented(int at) => _lines[at].Indent >= _baseIndent + 2;

    private bool UsesLeads(List<int> wrapped)
    {
        var (led, all) = (0, 0);
        for (var i = 1; i < wrapped.Count; i++)
        {
            var (before, line) = (wrapped[i - 1], _lines[wrapped[i]]);
            if (line.Marker.Kind == MarkerKind.None && Measure(before) < _gauge.WidthAt(before) - NearlyAsWide && _lines[before].Ending == Ending.Stop)
            {
                all++;
                led += OpensWithLead(line.Plain) ? 1 : 0;
            }
        }

        return led >= 3 && led > 0.3 * all;
    }

    // The kinds of numbers whose lines mostly are short and without a sentence head text; those that mostly run on number paragraphs.
    private void FindTitles(List<int> wrapped)
    {
        var (alone, all) = (new int[_titleShare.Length], new int[_titleShare.Length]);
        foreach (var at in wrapped.Where(at => _lines[at].Marker is { IsCounted: true, IsListed: false }))
        {
            var line = _lines[at];
            var kind = (int)line.Marker.Kind;
            all[kind]++;
            alone[kind] += line.OpensAny(Opens.Title) && Measure(at) < _gauge.WidthAt(at) - NearlyAsWide ? 1 : 0;
        }

        for (var kind = 0; kind < _titleShare.Length; kind++)
        {
            _titleShare[kind] = all[kind] == 0 ? 0 : (double)alone[kind] / all[kind];
        }
    }
}
