namespace PlanSearch.Plans.Parsing.Book;

/// <summary>All rules of the parser, by pass. RULES.md says more of each and has an example.</summary>
internal static class Rules
{
    private static readonly List<Rule> Written = [];

    public static readonly Rule UnlikelyText = Write(
        "R-READ-1", Pass.Reading,
        "Bytes that decode as GB18030 to text with less than 85 % common Han and ASCII are read, with a warning: most likely another "
        + "encoding.");
    public static readonly Rule ReservedCharacters = Write(
        "R-READ-2", Pass.Reading,
        "U+0000 and U+FFFF become U+FFFD, named by line: the index keeps them for itself.");
    public static readonly Rule PageWithoutText = Write(
        "R-READ-3", Pass.Reading,
        "A page without any text is named: a picture, or blank.");
    public static readonly Rule UnknownGlyphs = Write(
        "R-READ-4", Pass.Reading,
        "Characters of a page whose font does not say which they are become U+FFFD; the page is named, with their number.");

    public static readonly Rule BlankLine = Write("R-LINE-1", Pass.Lines, "A blank line is no block.");
    public static readonly Rule TabRow = Write(
        "R-LINE-2", Pass.Lines,
        "A line with a TAB inside, or with TABs at its ends, is a row of cells.");
    public static readonly Rule GluedBox = Write(
        "R-LINE-3", Pass.Lines,
        "A 专栏 title that is glued to the end of a paragraph, or followed by its entries, is a line of its own.");
    public static readonly Rule PlanOnFewLines = Write(
        "R-LINE-4", Pass.Lines,
        "A source line that holds many headings in sequence (a plan on a few lines) is cut at them.");
    public static readonly Rule TwoHeadings = Write(
        "R-LINE-5", Pass.Lines,
        "`第一章 总体要求 第一节 指导思想` on one line are two headings: a deeper one begins after a blank within the first.");
    public static readonly Rule Marker = Write(
        "R-MARK-1", Pass.Lines,
        "Markers are 第一篇 / 编 / 部分, 第一章, 第一节 (第一節), 第1条 with a blank or nothing behind it, 一、, （一） and （甲）, 1. and 1、 "
        + "(full-width too), （1） and 1）, ①, ——, and bullets (◆ ● ■ ▶ √ …, signs of symbol fonts too).");
    public static readonly Rule Enumeration = Write(
        "R-MARK-2", Pass.Lines,
        "一、 before another number is no marker: `一、二、三产业协调发展` opens a sentence.");
    public static readonly Rule Quantity = Write(
        "R-MARK-3", Pass.Lines,
        "A digit after the point makes a quantity: `2.69 万亿元` has no marker.");
    public static readonly Rule ListDash = Write(
        "R-MARK-4", Pass.Lines,
        "`--` stands for `——`; `- 1.` is number 1 of a list and never a heading, and after it a digit may follow the point (`- 3.5G 基站`).");
    public static readonly Rule NumberInSequence = Write(
        "R-MARK-5", Pass.Lines,
        "A number before a digit is a marker all the same when it goes on with the sequence and the line before it ended: `6.200 "
        + "万吨钢渣利用` after number 5.");
    public static readonly Rule DecimalSection = Write(
        "R-MARK-6", Pass.Lines,
        "`1.1 空间结构` is a section when such numbers run on through the document (1.1, 1.2, 2.1); `1.1 万亿元` is a quantity.");
    public static readonly Rule DecimalChapter = Write(
        "R-MARK-7", Pass.Lines,
        "In such an outline `4 空间布局` between 3.2 and 5.1 is a chapter without sections, and no number set off by a blank from a title "
        + "is a page's.");
    public static readonly Rule MarkdownRow = Write(
        "R-TABLE-7", Pass.Lines,
        "`| 指标 | 单位 |` is a row of a Markdown table; the line of dashes under its header is noise; a row of one cell is a line of text.");
    public static readonly Rule WideBlanks = Write(
        "R-LINE-6", Pass.Lines,
        "Two wide blanks within a long line are the indent of a line that once began there: it is cut at them.");
    public static readonly Rule HeadingAtLineEnd = Write(
        "R-LINE-7", Pass.Lines,
        "A heading that is glued to the end of a paragraph is a line of its own, where its number goes on with the one before and the "
        + "next one follows; it ends a box.");
    public static readonly Rule OddMarker = Write(
        "R-MARK-8", Pass.Lines,
        "`一）标题`, `〈一）标题` and numbers printed in forms that fold to them (Kangxi radicals) are markers too.");
    public static readonly Rule DecimalsUnderIdeographs = Write(
        "R-HEAD-14", Pass.Lines,
        "Where 十、 stands over 10.1, the ideographs are the chapters: 1.1 is one level below 一、.");
    public static readonly Rule NoticeHead = Write(
        "R-LINE-8", Pass.Lines,
        "In the first lines, `…的通知`, the document number behind it and the addressees after that are lines of their own.");
    public static readonly Rule BoxLabelOnTwoLines = Write(
        "R-BOX-7", Pass.Lines,
        "`专栏` alone on a line and a number alone on the next are one label: the number is no page's.");
    public static readonly Rule TaggedTable = Write(
        "R-TABLE-8", Pass.Lines,
        "The rows between `<table>` and `</table>` are rows, on one source line or on many; the tags are marks.");

    public static readonly Rule DressedNumber = Write(
        "R-PAGE-1", Pass.Pages,
        "A page number with something around it is noise: `- 12 -`, `第 12 页`, `3/90`.");
    public static readonly Rule BareNumber = Write(
        "R-PAGE-2", Pass.Pages,
        "A bare number on a line is a page number when it stands in a sequence with others, a page of text apart: tables printed one "
        + "cell a line have numbers too.");
    public static readonly Rule GluedNumber = Write(
        "R-PAGE-3", Pass.Pages,
        "So is a number glued to the front of a line when it stands in such a sequence of at least four, or of three where it is glued to "
        + "专栏, 第一节, 一、 or （一）: `15三、强化要素保障` after 13 and 14.");
    public static readonly Rule RunningHead = Write(
        "R-PAGE-4", Pass.Pages,
        "A short line beside the page number that is the same on three pages is the title printed on each of them: noise like the number.");
    public static readonly Rule PrintedAgain = Write(
        "R-PAGE-5", Pass.Pages,
        "What a page prints again because a box or table goes on is noise: `专栏2 …（续）`, `续专栏2`, `续表`, and the same title right after a "
        + "page number.");
    public static readonly Rule LeaderLines = Write(
        "R-PAGE-6", Pass.Pages,
        "Lines with leaders, close together, are the contents page before any line is put together.");
    public static readonly Rule RepeatedTitles = Write(
        "R-PAGE-7", Pass.Pages,
        "Four titles of 第…章 or its like that stand close together, and then the first of them again, are a contents page, with page "
        + "numbers or without, on one line or many.");
    public static readonly Rule SiteHeader = Write(
        "R-PAGE-8", Pass.Pages,
        "What a web site, a database or an archive puts above a document is noise, down to the first sentence or number; "
        + "so is the foot of a page that was copied.");
    public static readonly Rule WebFurniture = Write(
        "R-PAGE-9", Pass.Pages,
        "What a web page shows around its article, its buttons and its links to files are noise.");

    public static readonly Rule WrappedSource = Write(
        "R-WRAP-1", Pass.Wrapping,
        "Where widths gather right below one width and full lines stop in mid-sentence, the source is wrapped; its lines are put "
        + "together before any other rule looks at them. So is what is beside such a span, where no line is wider and one is cut.");
    public static readonly Rule FullLine = Write(
        "R-WRAP-2", Pass.Wrapping,
        "A line is full when what opens the next one (a character with the signs that may not open a line, a Latin word, a number) "
        + "would have found no room on it.");
    public static readonly Rule NumberOpensUnit = Write(
        "R-WRAP-3", Pass.Wrapping,
        "In wrapped text a number opens a unit when it begins or goes on with a sequence.");
    public static readonly Rule HalfOfTitle = Write(
        "R-WRAP-4", Pass.Wrapping,
        "A title of 章, 节, or of a kind of number whose lines mostly are titles, goes on only in its own short second half.");
    public static readonly Rule ShortLine = Write(
        "R-WRAP-5", Pass.Wrapping,
        "A line that is not full is complete, unless it stops at a comma or in a paragraph that has gone over lines already.");
    public static readonly Rule StopOnFullLine = Write(
        "R-WRAP-6", Pass.Wrapping,
        "A full line that ends a sentence goes on, unless an indent, a blank line, the width of a paragraph's first line, a lead "
        + "sentence or a label shows that a paragraph begins.");
    public static readonly Rule LostIndent = Write(
        "R-WRAP-7", Pass.Wrapping,
        "First lines of paragraphs that lost their indent are shorter by two; where most full lines are first ones, the width is that "
        + "of the others.");
    public static readonly Rule NextMember = Write(
        "R-WRAP-8", Pass.Wrapping,
        "Where 一是 opens a paragraph, 二是 at the start of a line opens the next one.");
    public static readonly Rule KnownTitleWrapped = Write(
        "R-WRAP-9", Pass.Wrapping,
        "A title that the contents page names is complete where it ends there, and goes on until it does.");
    public static readonly Rule NearlyFullLine = Write(
        "R-WRAP-10", Pass.Wrapping,
        "Widths vary: a line in mid-sentence of three quarters of the width goes on in a line without marker and lead.");
    public static readonly Rule TitleOverFirstLine = Write(
        "R-WRAP-11", Pass.Wrapping,
        "A title with a number is complete where the next line is full but for the indent that first lines have lost, however long "
        + "the title is.");
    public static readonly Rule TwoWidths = Write(
        "R-WRAP-12", Pass.Wrapping,
        "Where lines in mid-sentence gather at two widths, those of boxes are set at one of their own, with or without an indent that "
        + "first lines have lost.");

    public static readonly Rule Cover = Write(
        "R-FRONT-1", Pass.Fronts,
        "Cover: the short lines without sentence before the first heading, contents page or paragraph, when one of them names a plan.");
    public static readonly Rule Contents = Write(
        "R-FRONT-2", Pass.Fronts,
        "A contents page begins at 目录 and ends where one of its titles comes again, or at a line that can be no entry: a sentence, or "
        + "a line without page number among entries that have one. An annex named over the first title that comes again is still its "
        + "entry, and so is a title with a full stop that comes again.");
    public static readonly Rule UntitledContents = Write(
        "R-FRONT-3", Pass.Fronts,
        "Without the word 目录, four marked lines (1.1 counts) with page numbers in a row begin one, and 前言 with its number right "
        + "before them.");
    public static readonly Rule Notice = Write(
        "R-FRONT-4", Pass.Fronts,
        "A covering notice (印发…的通知) ends with its date: office and date are trailer, the plan's title after them is cover; what "
        + "stands before is running text.");
    public static readonly Rule FurtherDocument = Write(
        "R-FRONT-7", Pass.Fronts,
        "A further document begins where, after chapters, a title stands before a contents page, a preface or a first chapter; its "
        + "numbering counts anew.");
    public static readonly Rule SpacedCover = Write(
        "R-FRONT-8", Pass.Fronts,
        "A cover may be letter-spaced (`规 划 纲 要`), and 附件 may stand over it where the plan is the annex of a notice.");
    public static readonly Rule Trailer = Write(
        "R-TAIL-1", Pass.Fronts,
        "Trailer: at the end, 抄送, 印发 lines, dates, and offices beside them.");
    public static readonly Rule FigureCaption = Write("R-FIG-1", Pass.Fronts, "`图1 空间布局示意图`: the word, a number, a title, no sentence.");

    public static readonly Rule Rows = Write(
        "R-TABLE-1", Pass.Tables,
        "Two or more rows of cells, over blank lines and page numbers, are one table.");
    public static readonly Rule HeaderRow = Write("R-TABLE-2", Pass.Tables, "The first row is the header.");
    public static readonly Rule HeaderAgain = Write(
        "R-TABLE-3", Pass.Tables,
        "A row equal to the header is the header again, printed after a page break; its second row likewise.");
    public static readonly Rule GroupRow = Write(
        "R-TABLE-4", Pass.Tables,
        "A row with words in its first cell only names a group; so does a short line without cells between two rows.");
    public static readonly Rule TableCaption = Write(
        "R-TABLE-5", Pass.Tables,
        "The short unmarked line right over the rows is the caption, unless it goes on with a sentence.");
    public static readonly Rule TableNote = Write("R-TABLE-6", Pass.Tables, "`注：…`, `资料来源：…` right under the rows are notes of the table.");
    public static readonly Rule BlankColumns = Write(
        "R-TABLE-9", Pass.Tables,
        "Cells may be parted by blanks alone: under a header (`指标 单位 2025年`, or any that opens with 序号 or names two years and has as "
        + "many cells as its rows), or in three rows of as many cells, when most cells are values.");
    public static readonly Rule CellLines = Write(
        "R-TABLE-10", Pass.Tables,
        "Cells on lines of their own: after a header, names are followed by values, row for row.");
    public static readonly Rule UnitLine = Write(
        "R-TABLE-11", Pass.Tables,
        "A unit (`单位：亿元`) between the caption and the rows is part of the caption; the line over it is the caption still.");
    public static readonly Rule NextNote = Write(
        "R-TABLE-12", Pass.Tables,
        "A numbered note goes on with its next number: `注：①…`, then `②…` on a line of its own.");
    public static readonly Rule NamesUnderTitle = Write(
        "R-TABLE-13", Pass.Tables,
        "Right under the title of a box or a numbered caption, three or more short names parted by blanks are columns, and lines of "
        + "as many cells are their rows, whatever they say.");
    public static readonly Rule NumberedCells = Write(
        "R-TABLE-14", Pass.Tables,
        "Cells on lines of their own whose header opens with 序号: where 1, 2 and 3 stand as far apart as the header is long, that is "
        + "the length of every row.");
    public static readonly Rule MarkedNote = Write("R-NOTE-1", Pass.Tables, "A line that opens with ^① is the body of a footnote.");
    public static readonly Rule AwaitedNote = Write(
        "R-NOTE-2", Pass.Tables,
        "So is a line that opens with ① when a mark ^① in the text above still waits for its body, or a ① behind a word does and the "
        + "line explains a term, or when it follows the footnote numbered one less.");
    public static readonly Rule BracketedNote = Write(
        "R-NOTE-4", Pass.Tables,
        "`[1]` behind a word is a mark too, and a line that opens with [1] its body, by the same evidence.");
    public static readonly Rule NumberedRows = Write(
        "R-TABLE-15", Pass.Tables,
        "Cells on lines of their own under a header with 序号 are rows from 1, 2, 3 to the next number, however long; a short line "
        + "right before a number names a group.");
    public static readonly Rule BrokenRows = Write(
        "R-TABLE-16", Pass.Tables,
        "Rows that 1, 2 and 3 open, their cells parted by blanks and broken over lines, are rows: a row has as many lines over its number "
        + "as under it.");
    public static readonly Rule FlatTable = Write(
        "R-TABLE-17", Pass.Tables,
        "Right under the title of a box, a line of words of a header alone, and one of values among which 1, 2 and 3 run, are a table "
        + "whose cells were run together.");

    public static readonly Rule NextNumber = Write("R-SEQ-1", Pass.Flow, "Each kind of marker has a running number.");
    public static readonly Rule NextOverHeadings = Write(
        "R-SEQ-2", Pass.Flow,
        "It goes on across headings too: some plans number their tasks 1 to 36 through all chapters.");
    public static readonly Rule StrongHeading = Write("R-HEAD-1", Pass.Flow, "第…篇/章/节 with a short title is a heading.");
    public static readonly Rule GoverningTitle = Write(
        "R-HEAD-2", Pass.Flow,
        "A numbered line of its own is a heading when it governs text: an unmarked paragraph, deeper numbers, a list, a table or a "
        + "box follows.");
    public static readonly Rule TitleShape = Write(
        "R-HEAD-3", Pass.Flow,
        "A title is short, has no sentence or lead within, and does not end with a comma: `1.建设湖滨绿道` but not `1.建设湖滨绿道。沿湖布设……`.");
    public static readonly Rule TitleWithStop = Write(
        "R-HEAD-4", Pass.Flow,
        "A title may end with 。 when a sibling that governs text ends without, or a deeper title or the first of deeper items "
        + "follows: `1. 夯实数字底座。` over a paragraph, beside `2. 壮大数字产业`.");
    public static readonly Rule TitleOnNextLine = Write(
        "R-HEAD-5", Pass.Flow,
        "`第三篇` alone on its line takes the next short line as its title; so do 附件1 and 专栏1.");
    public static readonly Rule UnnumberedHeading = Write(
        "R-HEAD-6", Pass.Flow,
        "前言, 引言, 序言, 绪言, 结语 and 附件, 附录, 附表 with number or title are headings of depth 1, in either form of the characters.");
    public static readonly Rule SecondHalf = Write(
        "R-HEAD-8", Pass.Flow,
        "A long 第…章 title goes on in a short line right under it, without a blank line between, when longer text, a number or a blank "
        + "line follows that line.");
    public static readonly Rule SpacedAnnex = Write(
        "R-HEAD-9", Pass.Flow,
        "`附表 重点项目表`: a blank sets the title of an annex off as a number or ： does.");
    public static readonly Rule TitlesWithStops = Write(
        "R-HEAD-10", Pass.Flow,
        "Titles may all end with 。 where each stands over a paragraph of its own: `（一）发展基础。`, text, `（二）存在问题。`, text.");
    public static readonly Rule BoxTitle = Write(
        "R-BOX-1", Pass.Flow,
        "`专栏5 …` (`專欄5 …`), `专栏 1-1 …`, `专栏一：…`, `【专栏5】…`, `专栏（1）…`, `专栏：…` without a sentence is a title.");
    public static readonly Rule SubHeading = Write(
        "R-BOX-2", Pass.Flow,
        "Inside a box a title-shaped numbered line over unmarked text or deeper numbers is a sub-heading, and so is a bare short line "
        + "(`制造业：`, `省级实验室`) that no bare name follows.");
    public static readonly Rule MarkedEntry = Write("R-BOX-3", Pass.Flow, "Any other marked line is an entry.");
    public static readonly Rule UnmarkedEntry = Write(
        "R-BOX-4", Pass.Flow,
        "An unmarked line is an entry when it opens with a label (`供水工程：……`, `【冷链】……`), stands among lines that open with a name "
        + "(`青浦市。……`), is one of several bare names (`绕城高速公路东段`) or of those counted with 一是, 二是, or a member of a list with ；.");
    public static readonly Rule BulletHeading = Write(
        "R-BOX-6", Pass.Flow,
        "A bullet with a title and no more over a paragraph is a sub-heading, where the bullet before it or after it stands over one "
        + "as well.");
    public static readonly Rule EndAtHeading = Write("R-BOX-END-1", Pass.Flow, "A heading ends every box.");
    public static readonly Rule EndAtNextBox = Write("R-BOX-END-2", Pass.Flow, "So does the title of the next box.");
    public static readonly Rule EndOfDocument = Write("R-BOX-END-3", Pass.Flow, "So do trailer and end of file.");
    public static readonly Rule OuterNumber = Write(
        "R-BOX-END-4", Pass.Flow,
        "So does a number that goes on with the numbering around the box: items 1 and 2, a box, item 3.");
    public static readonly Rule Belongs = Write(
        "R-BOX-END-5", Pass.Flow,
        "An unmarked line belongs to the box when it is the first after the title, stands under a sub-heading, follows a ： or a "
        + "member with ；, goes on with 一是, 二是, or has the label or name style of the entries.");
    public static readonly Rule EndWithTable = Write(
        "R-BOX-END-6", Pass.Flow,
        "A table belongs to the box when nothing but an introduction stands before it; then the box ends with the table and its notes.");
    public static readonly Rule EndAtLead = Write(
        "R-BOX-END-7", Pass.Flow,
        "A paragraph that opens with a lead sentence (`做强轴承产业。……`) after the entries is running text again.");
    public static readonly Rule EndAtParagraph = Write(
        "R-BOX-END-8", Pass.Flow,
        "So is any other paragraph without a reason to belong; less surely.");
    public static readonly Rule PlainParagraphs = Write(
        "R-BOX-END-9", Pass.Flow,
        "A box of plain paragraphs goes on as long as they have no lead sentence, when the paragraphs of the section before it have one.");
    public static readonly Rule EndAtNewList = Write(
        "R-BOX-END-10", Pass.Flow,
        "A list that begins anew with 1 is running text when nothing announces it: right after a list of the same kind, or after "
        + "labelled entries.");
    public static readonly Rule AsManyParagraphs = Write(
        "R-BOX-END-11", Pass.Flow,
        "Under its last sub-heading a box has as many paragraphs as under each one before.");
    public static readonly Rule NamesOfEntries = Write(
        "R-BOX-END-12", Pass.Flow,
        "Where no paragraph of the section before the box opens with a name (`铁路。…`) or a label (`铁路：…`), paragraphs after its title "
        + "that do are its entries, also under an introduction when two stand in a row.");
    public static readonly Rule Continuation = Write(
        "R-JOIN-1", Pass.Flow,
        "A text line that stops in mid-sentence goes on in the next text line, over footnotes, captions and page numbers.");
    public static readonly Rule OpensUnit = Write(
        "R-JOIN-2", Pass.Flow,
        "What opens a unit of its own does not continue: a heading, a box, a dash or bullet, a number that is 1 or in sequence.");
    public static readonly Rule TooShortToBeCut = Write(
        "R-JOIN-3", Pass.Flow,
        "What a page break cuts fills at least one printed line; a shorter line is complete as it stands.");
    public static readonly Rule ListWithoutStops = Write(
        "R-JOIN-4", Pass.Flow,
        "Where the entry before ended without a stop, the next one does too: a list of names, not a cut.");
    public static readonly Rule CommaForStop = Write("R-JOIN-6", Pass.Flow, "The width of the printed line is estimated from the cuts.");
    public static readonly Rule OverBox = Write(
        "R-JOIN-7", Pass.Flow,
        "A box or table that the page has put within a paragraph interrupts it: what stops in mid-sentence before it goes on in the "
        + "first unmarked line of text after it.");
    public static readonly Rule TwoNames = Write(
        "R-JOIN-8", Pass.Flow,
        "In a box, two unmarked lines without any comma or stop are two names of a list; what goes on with a cut sentence has one or "
        + "the other.");
    public static readonly Rule KnownTitle = Write(
        "R-HEAD-11", Pass.Flow,
        "A line that the contents page names is a heading, with a number or without.");
    public static readonly Rule TitleAlone = Write(
        "R-HEAD-12", Pass.Flow,
        "A title that ends with 。 and stands alone on its line is a heading whatever is under it, where the next of its kind stands "
        + "alone too.");
    public static readonly Rule LabelTitle = Write(
        "R-HEAD-13", Pass.Flow,
        "`1.典型场景：研发设计` over unmarked text is a heading where a neighbour in the numbering opens with the same label.");
    public static readonly Rule NumberStandsAlone = Write(
        "R-JOIN-9", Pass.Flow,
        "In a source that is not wrapped, no line that opens with a number goes on with the one before.");
    public static readonly Rule NoteInBrackets = Write(
        "R-JOIN-10", Pass.Flow,
        "A line is complete that ends with a note in brackets: `（责任单位：…）`, `（…牵头）`, or any behind a full stop.");
    public static readonly Rule UnseenSeam = Write(
        "R-JOIN-11", Pass.Flow,
        "Where the lines that stop in mid-sentence hardly ever meet the next in two characters that occur together elsewhere, no page "
        + "has cut the text, and only such pairs are joined.");
    public static readonly Rule IndentTells = Write(
        "R-JOIN-12", Pass.Flow,
        "Where most lines have neither indent nor stop and some an indent, one sentence is printed a line: an indent opens a "
        + "paragraph, a line without one goes on.");
    public static readonly Rule OpensWithYear = Write(
        "R-JOIN-13", Pass.Flow,
        "`到2027年，…` at the start of a line opens a paragraph, unless the line before stops at a comma.");

    public static readonly Rule ByHand = Write(
        "R-HAND-1", Pass.Corrections,
        "A line that a correction names is what the correction says: a heading of that depth, an item, text, or the last line of its box.");
    public static readonly Rule LostCorrection = Write(
        "R-HAND-2", Pass.Corrections,
        "A correction that finds its line no longer, or has no box to end, is listed and applied nowhere.");

    public static readonly Rule ContentsDiffer = Write(
        "R-FRONT-5", Pass.Blocks,
        "The contents page checks the outline: titles of the one that the other has not go into the ledger.");
    public static readonly Rule ContentsPages = Write(
        "R-FRONT-6", Pass.Blocks,
        "Its page numbers give the chapters their pages, in the ledger only: they are those of the print, not of the file.");
    public static readonly Rule RecordOfNote = Write(
        "R-NOTE-3", Pass.Blocks,
        "A footnote belongs to the record of its mark: the nearest before it, else the nearest after it, else the record it stands in.");
    public static readonly Rule Depth = Write(
        "R-HEAD-7", Pass.Blocks,
        "Depth: the kinds of markers that head text in this document, outermost first, are its levels. 章 is 1 unless 篇 head it; 一、 is "
        + "one below what encloses it, also in a chapter without 节; 1. is 3 where 一、 and （一） stand over it, also directly under 一、.");
    public static readonly Rule NestedItem = Write(
        "R-LIST-1", Pass.Blocks,
        "A list item encloses the items of deeper kinds after it, up to the next of its own kind or a heading: （一） around 1. around （1）.");
    public static readonly Rule DepthInAnnex = Write(
        "R-HEAD-15", Pass.Blocks,
        "An annex has levels of its own, one below its heading; those of the plan are those of the plan alone.");
    public static readonly Rule RunInEntries = Write(
        "R-BOX-5", Pass.Blocks,
        "`1. …；2. …；3. …。` on one line is one entry per number; the separator stays with the entry before it.");
    public static readonly Rule DoubledCharacters = Write(
        "R-JOIN-5", Pass.Blocks,
        "Characters that stand twice at a cut (`健身基|基础设施`) stay and are reported.");
    public static readonly Rule Marks = Write(
        "R-TEXT-1", Pass.Blocks,
        "** and the ^ before ① (or before a digit or bracket after Han text) are marks and go.");
    public static readonly Rule OuterBlanks = Write("R-TEXT-2", Pass.Blocks, "Indents, trailing blanks and zero-width characters go.");
    public static readonly Rule Seam = Write(
        "R-TEXT-3", Pass.Blocks,
        "Nothing is put between rejoined pieces; between two Latin letters, and between the lines of a title, one blank.");
    public static readonly Rule StrayBlank = Write(
        "R-TEXT-4", Pass.Blocks,
        "A blank with Chinese text or signs on either side goes: `2025 年`, `服 务`, `PM2.5 浓度`.");
    public static readonly Rule KeptBlank = Write(
        "R-TEXT-5", Pass.Blocks,
        "One blank stays: between Latin words, after a marker or label as printed, and between the halves of a heading, box title or "
        + "caption (`第一章 湖城新貌 奋楫争先`); letter-spaced words close up (`前 言`).");
    public static readonly Rule CellsOfRow = Write(
        "R-TEXT-6", Pass.Blocks,
        "A row is its cells, each cleaned in the same way, joined by one TAB; empty cells stay.");
    public static readonly Rule Lead = Write(
        "R-LEAD-1", Pass.Blocks,
        "A lead is what stands before the first 。 or ： (or within 【】) of a paragraph, item or entry, at most 30 characters, when "
        + "words follow it.");
    public static readonly Rule Record = Write(
        "R-REC-1", Pass.Blocks,
        "A record is a section (a node's own blocks), a box with its tables, or a table outside boxes.");
    public static readonly Rule NumberedRecord = Write("R-REC-2", Pass.Blocks, "Records are numbered by their first blocks.");
    public static readonly Rule Account = Write(
        "R-LEDGER-1", Pass.Blocks,
        "Every code unit is in a block, or a blank or mark that a rule leaves out; what is neither is counted as unplaced and must be 0.");
    public static readonly Rule NumberGap = Write(
        "R-LEDGER-2", Pass.Blocks,
        "A heading number that goes on with none of its kind is a gap: the text is a fragment (节选).");
    public static readonly Rule BoxGap = Write(
        "R-LEDGER-3", Pass.Blocks,
        "A gap in the numbers of the boxes is reported; it does not make a fragment.");
    public static readonly Rule CutText = Write(
        "R-LEDGER-4", Pass.Blocks,
        "A text whose last unit stops in mid-sentence, where most end with a stop, is a fragment.");

    public static readonly Rule DoubtfulOutline = Write(
        "R-DOUBT-1", Pass.Doubts,
        "An outline whose confidence is 0.8 or lower is named in the ledger with what speaks against it.");

    /// <summary>Every rule, by pass; a rule's place is its <see cref="Rule.Index"/>.</summary>
    public static IReadOnlyList<Rule> All => Written;

    private static Rule Write(string id, Pass pass, string sentence)
    {
        var rule = new Rule(Written.Count, id, pass, sentence);
        Written.Add(rule);
        return rule;
    }
}
