using System.Collections.Immutable;
using PlanSearch.Index.Search.Matching;
using PlanSearch.Index.Segments;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Search.Parts;

/// <summary>
/// A query over some segments, its positive literals looked up once in the dictionary of each, however many parts are searched.
/// </summary>
/// <remarks>Safe for any number of threads.</remarks>
internal sealed class PreparedQuery
{
    private const int LeastRoom = 256;
    private const int MostRoom = 1 << 16;

    private readonly IReadOnlyList<SegmentView> _segments;
    private readonly LiteralMatcher[] _matchers = [];
    private readonly LiteralList[] _lists = [];

    /// <summary>Looks the literals up.</summary>
    public PreparedQuery(IReadOnlyList<SegmentView> segments, Query query)
    {
        (_segments, Query, Literals) = (segments, query, query.Literals);
        _matchers = new LiteralMatcher[segments.Count * Literals.Length];
        for (var at = 0; at < _matchers.Length; at++)
        {
            _matchers[at] = new LiteralMatcher(segments[at / Literals.Length].Segment, Literals[at % Literals.Length]);
        }
    }

    /// <summary>Takes the lists of the literals, by segment, then by literal: nothing has to be looked up.</summary>
    public PreparedQuery(IReadOnlyList<SegmentView> segments, Query query, LiteralList[] lists) =>
        (_segments, Query, Literals, _lists) = (segments, query, query.Literals, lists);

    /// <summary>The query.</summary>
    public Query Query { get; }

    /// <inheritdoc cref="Query.Literals"/>
    public ImmutableArray<LiteralQuery> Literals { get; }

    /// <summary>At how many places the lists of the rarest bigrams say that its literals may be.</summary>
    public long Places => _matchers.Sum(static matcher => (long)matcher.Places) + _lists.Sum(static list => (long)list.Count);

    /// <summary>
    /// Room to rent for what a literal may have in a part, as if it spread evenly over the text; a buffer grows where that is too little.
    /// </summary>
    public int RoomFor(SegmentPart part, LiteralQuery literal)
    {
        var places = (long)Matcher(part.View, literal).Places * (part.TextEnd - part.TextStart)
            / Math.Max(1, part.View.Segment.Summary.TextLength);
        return (int)Math.Min(places, MostRoom) + LeastRoom;
    }

    /// <summary>
    /// Finds a literal of the query in a segment. What only a NOT, a pattern or the longer words of an <see cref="OutsideQuery"/> hold is
    /// looked up now.
    /// </summary>
    public LiteralMatcher Matcher(SegmentView view, LiteralQuery literal)
    {
        var place = PlaceOf(view, literal);
        return place >= 0 && place < _matchers.Length ? _matchers[place] : new LiteralMatcher(view.Segment, literal);
    }

    /// <summary>The list of a literal in a segment, where the query was prepared with lists; else null.</summary>
    public LiteralList? ListOf(SegmentView view, LiteralQuery literal) =>
        _lists.Length > 0 && PlaceOf(view, literal) is >= 0 and var place ? _lists[place] : null;

    /// <summary>The lists of a segment, by literal.</summary>
    public ReadOnlyMemory<LiteralList> ListsOf(SegmentView view) =>
        _lists.AsMemory(PlaceOf(view, Literals[0]), Literals.Length);

    private int PlaceOf(SegmentView view, LiteralQuery literal)
    {
        for (var segment = 0; segment < _segments.Count; segment++)
        {
            if (ReferenceEquals(_segments[segment], view) && Literals.IndexOf(literal) is >= 0 and var rank)
            {
                return (segment * Literals.Length) + rank;
            }
        }

        return -1;
    }
}
