using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Lines;

/// <summary>
/// A line of text as the rules see it, with what the passes decide about it: one stretch of a source line, or several that a fixed width
/// had wrapped. Mutable while a parse runs, private to it.
/// </summary>
internal sealed class Line
{
    private readonly Stretch[]? _further;
    private RuleSet _rules;
    private Opens? _opens;

    /// <summary>Takes one stretch.</summary>
    public Line(Stretch stretch, bool followsBlank)
        : this(stretch, followsBlank, Marks.Strip(stretch.Raw, stretch.Start, stretch.End)) =>
        Indent = stretch.Raw.AsSpan(0, stretch.Start).IsWhiteSpace() ? stretch.Start : 0;

    /// <summary>Takes the stretches of lines that are one line of text (R-WRAP-1), in their order.</summary>
    public Line(List<Line> parts, string plain)
        : this(parts[0].First, parts[0].FollowsBlank, plain)
    {
        Indent = parts[0].Indent;
        _further = [.. parts.SelectMany(part => part.Stretches).Skip(1)];
        foreach (var part in parts)
        {
            _rules.Add(part._rules);
        }
    }

    /// <summary>Takes lines that are one row of a table, with its cells.</summary>
    public Line(List<Line> parts, Stretch[] cells)
        : this(parts, string.Join('\t', parts.Select(part => part.Plain))) => Cells = cells;

    /// <summary>Takes the cells of a row, which may be on several source lines.</summary>
    public Line(Stretch[] cells, bool followsBlank)
        : this([new Line(cells[0], followsBlank), .. cells.Skip(1).Select(cell => new Line(cell, false))], cells)
    {
    }

    private Line(Stretch first, bool followsBlank, string plain)
    {
        (First, FollowsBlank, Plain) = (first, followsBlank, plain);
        Marker = MarkerReader.Read(plain);
        Ending = Sentence.EndOf(plain);
        if (Marker.Rule is { } rule)
        {
            Decide(rule);
        }
    }

    /// <summary>The source line it begins with.</summary>
    public Stretch First { get; }

    /// <summary>All its stretches in reading order.</summary>
    public IEnumerable<Stretch> Stretches => _further is null ? [First] : [First, .. _further];

    /// <summary>How many stretches it has; more than one where its source is wrapped.</summary>
    public int StretchCount => 1 + (_further?.Length ?? 0);

    /// <summary>The stretch at <paramref name="index"/>, 0 for the first.</summary>
    public Stretch StretchAt(int index) => index == 0 ? First : _further![index - 1];

    /// <summary>1-based line of the source in which it begins.</summary>
    public int Number => First.Number;

    /// <summary>Whether a blank line (or the start of the file) is before it.</summary>
    public bool FollowsBlank { get; }

    /// <summary>The text without ** and ^ marks; what the rules look at.</summary>
    public string Plain { get; }

    /// <summary>The number or bullet that opens it; of kind <see cref="MarkerKind.None"/> where there is none.</summary>
    public Marker Marker { get; private set; }

    /// <summary>What opens after the marker and its blanks.</summary>
    public ReadOnlySpan<char> Words => Marker.Kind == MarkerKind.None ? Plain : Plain.AsSpan(Marker.Rest);

    /// <summary>How it ends.</summary>
    public Ending Ending { get; }

    /// <summary>What it opens by its words; read once, and anew when it gets cells or another marker.</summary>
    public Opens Opens => _opens ??= LineOpening.Of(this);

    /// <summary>The cells of a row, left to right, empty ones with no code units; null for a line of text.</summary>
    public Stretch[]? Cells
    {
        get;
        set => (field, _opens) = (value, null);
    }

    /// <summary>Whether it is a row of cells, by its shape.</summary>
    public bool HasCells => Cells is not null;

    /// <summary>Whether a pass took it for a row of a table, so that its cells are its text.</summary>
    public bool IsRow => Kind is BlockKind.TableHeader or BlockKind.TableGroup or BlockKind.TableRow && HasCells;

    /// <summary>How many blanks are before its words at the start of the source line.</summary>
    public int Indent { get; }

    /// <summary>What was printed on its first source line, indent included.</summary>
    public ReadOnlySpan<char> Printed => First.Raw.AsSpan(First.Start - Indent, First.End - First.Start + Indent);

    /// <summary>What its width says of what comes after it.</summary>
    public LineRest Rest { get; set; }

    /// <summary>What it is; null until a pass knows.</summary>
    public BlockKind? Kind { get; private set; }

    /// <summary>The rule that said so.</summary>
    public Rule? KindRule { get; private set; }

    /// <summary>
    /// The rule that cut the line out of its source line, or put it together; null where it is the source line as it is.
    /// </summary>
    public Rule? FormRule { get; private set; }

    /// <summary>The rule that read its marker, where the shape alone did not.</summary>
    public Rule? MarkerRule { get; private set; }

    /// <summary>Index of the box it belongs to; -1 outside boxes.</summary>
    public int Box { get; set; } = -1;

    /// <summary>Whether the walk through a box took it for a sub-heading although it ends like a sentence.</summary>
    public bool IsSubHeading { get; set; }

    /// <summary>What spoke for and against its belonging to the box before it.</summary>
    public Ballot Ballot { get; set; }

    /// <summary>Index of the table it belongs to; -1 outside tables.</summary>
    public int Table { get; set; } = -1;

    /// <summary>The line whose text this one continues; null when it starts a block of its own.</summary>
    public Line? Continues { get; private set; }

    /// <summary>The rule that joined it to <see cref="Continues"/>.</summary>
    public Rule? JoinRule { get; private set; }

    /// <summary>Index of the block draft it goes into; -1 until blocks are drafted.</summary>
    public int Draft { get; set; } = -1;

    /// <summary>The outline level of a heading: the kind of its marker, <see cref="MarkerKind.None"/> for 前言 and 附件.</summary>
    public MarkerKind Level { get; set; }

    /// <summary>The depth that a person has given a heading; 0 where its marker decides.</summary>
    public int GivenDepth { get; set; }

    /// <summary>Whether the page leaves the flow of text here untouched: footnotes, page marks and captions of figures.</summary>
    public bool IsTransparent =>
        Kind is BlockKind.Footnote or BlockKind.Noise or BlockKind.FigureCaption or BlockKind.Contents or BlockKind.Cover;

    /// <summary>Whether its words open at least one of several things.</summary>
    public bool OpensAny(Opens any) => (Opens & any) != Opens.None;

    /// <summary>
    /// Whether its marker is the second half of a number that the end of <paramref name="open"/> begins: …；（十 and 一）海洋经济…, 质量第
    /// and 一、效益优先….
    /// </summary>
    public bool CompletesNumberOf(Line open) =>
        (Marker.Rule == Rules.OddMarker && Sentence.EndsInNumber(open.Plain))
        || (Marker.Kind is MarkerKind.Ideograph or MarkerKind.Arabic && open.Plain[^1] == '第');

    /// <summary>Notes that <paramref name="rule"/> decided something about the line that shows in no member of its own.</summary>
    public void Decide(Rule rule) => _rules.Add(rule);

    /// <summary>As <see cref="Decide(Rule)"/> where the rule holds; else it decides nothing.</summary>
    /// <returns>Whether it holds.</returns>
    public bool Decide(Rule rule, bool holds)
    {
        if (holds)
        {
            Decide(rule);
        }

        return holds;
    }

    /// <summary>Gives it its kind; a later pass that knows more may do so again.</summary>
    public void Decide(Rule rule, BlockKind kind)
    {
        Decide(rule);
        (Kind, KindRule) = (kind, rule);
    }

    /// <summary>Makes it a continuation of <paramref name="open"/>.</summary>
    public void Decide(Rule rule, Line open)
    {
        Decide(rule);
        (Continues, JoinRule) = (open, rule);
    }

    /// <summary>Takes a marker that only the lines around it show to be one.</summary>
    public void Decide(Rule rule, Marker marker)
    {
        Decide(rule);
        (Marker, MarkerRule, _opens) = (marker, rule, null);
    }

    /// <summary>Notes the rule that cut the line out of its source line or put it together; null for none.</summary>
    /// <returns>The line itself.</returns>
    public Line FormedBy(Rule? rule)
    {
        if (rule is not null)
        {
            Decide(rule);
            FormRule = rule;
        }

        return this;
    }

    /// <summary>Whether <paramref name="rule"/> decided something about the line.</summary>
    public bool IsDecidedBy(Rule rule) => _rules.Contains(rule);

    /// <summary>Makes it the start of a block again.</summary>
    public void StandAlone() => (Continues, JoinRule) = (null, null);

    /// <summary>Parts lines of text that were put together: what is before a stretch, and what begins with it.</summary>
    /// <param name="stretch">Not the first.</param>
    public (Line Before, Line From) CutBefore(int stretch)
    {
        var (before, from) = (PartOf(0, stretch), PartOf(stretch, StretchCount));
        from.Rest = Rest;
        before.TakeDecisionsOf(this);
        (from.Kind, from.KindRule, from.Box) = (Kind, KindRule, Box);
        return (before, from);
    }

    /// <summary>Parts a row whose cells are on several source lines: those before a line, those on it, those after it.</summary>
    /// <returns>Two or three rows; the row itself where all of it is on that line.</returns>
    public List<Line> CutCells(int sourceLine)
    {
        var groups = Cells!.GroupBy(cell => Math.Sign(cell.Number - sourceLine)).OrderBy(group => group.Key)
            .Select(group => group.ToArray()).ToList();
        if (groups.Count == 1)
        {
            return [this];
        }

        var rows = new List<Line>();
        foreach (var cells in groups)
        {
            cells[0] = cells[0] with { GoesOn = false };
            var row = new Line(cells, followsBlank: rows.Count == 0 && FollowsBlank);
            (row.Kind, row.KindRule, row.Box, row.Table) = (Kind, KindRule, Box, Table);
            row._rules.Add(_rules);
            rows.Add(row);
        }

        return rows;
    }

    private Line PartOf(int start, int end)
    {
        var parts = Enumerable.Range(start, end - start)
            .Select(at => new Line(StretchAt(at), followsBlank: at == 0 && FollowsBlank)).ToList();
        return parts.Count == 1 ? parts[0] : new Line(parts, Seam.Join(parts.Select(part => part.Plain))).FormedBy(FormRule);
    }

    private void TakeDecisionsOf(Line whole)
    {
        _rules.Add(whole._rules);
        (Marker, MarkerRule, Kind, KindRule) = (whole.Marker, whole.MarkerRule, whole.Kind, whole.KindRule);
        (Continues, JoinRule) = (whole.Continues, whole.JoinRule);
        (Box, Level, IsSubHeading, Ballot) = (whole.Box, whole.Level, whole.IsSubHeading, whole.Ballot);
    }

    /// <summary>
    /// R-MARK-5: takes the number before a digit as marker when it continues <paramref name="sequences"/>; else leaves the line as it
    /// is.
    /// </summary>
    public void TakeNumberInSequence(Sequences sequences)
    {
        if (Marker.Kind == MarkerKind.None
            && MarkerReader.ReadBeforeDigit(Plain) is var marker
            && sequences.GoesOn(marker)
            && sequences.IsLive(marker.Kind))
        {
            Decide(Rules.NumberInSequence, marker);
        }
    }
}

/// <summary>What the width of a line says of the text after it (R-WRAP-2).</summary>
internal enum LineRest
{
    /// <summary>Nothing: its source is not wrapped at a fixed width.</summary>
    Unknown,

    /// <summary>It is complete: its last stretch ends short of the width.</summary>
    Complete,

    /// <summary>Its last stretch reaches the width, so most likely it continues, over whatever is between.</summary>
    GoesOn,
}
