using System.Collections.Immutable;
using PlanSearch.Index.Stored;

namespace PlanSearch.Corpus.Changes;

/// <summary>
/// What became of the blocks of a plan whose anchors it has no longer, by the source lines that both versions were cut from.
/// </summary>
/// <remarks>
/// Both versions place every character of a source line, blanks and marks apart. So the n-th character of a line in the one is the n-th of
/// that line in the other, whatever blocks the rules have made of it. Where the texts differ, only what kept its anchor can be followed.
/// </remarks>
internal sealed class FormerAnchors
{
    private readonly StoredPlan _before;
    private readonly IReadOnlyList<string> _textsBefore;
    private readonly StoredPlan _plan;
    private readonly IReadOnlyList<string> _texts;
    private readonly Dictionary<string, int> _anchors = new(StringComparer.Ordinal);
    private readonly string[] _anchorsBefore;
    private Dictionary<(int Block, int Offset), (int Block, int Offset)>? _moves;

    private FormerAnchors(StoredPlan before, IReadOnlyList<string> textsBefore, StoredPlan plan, IReadOnlyList<string> texts)
    {
        (_before, _textsBefore, _plan, _texts) = (before, textsBefore, plan, texts);
        for (var block = 0; block < texts.Count; block++)
        {
            _anchors[BlockAnchor.Of(texts[block], plan.Blocks[block].Repeat)] = block;
        }

        _anchorsBefore = [.. textsBefore.Select((text, block) => BlockAnchor.Of(text, before.Blocks[block].Repeat))];
    }

    /// <summary>The former anchors of a plan: those it had, and those of the version before that are none of its own.</summary>
    /// <param name="before">The version before.</param>
    /// <param name="textsBefore">The texts of its blocks.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="texts">The texts of its blocks.</param>
    /// <returns>The oldest first, the spans of one block in their order.</returns>
    public static ImmutableArray<FormerAnchor> Of(
        StoredPlan before, IReadOnlyList<string> textsBefore, StoredPlan plan, IReadOnlyList<string> texts) =>
        textsBefore.SequenceEqual(texts) ? before.FormerAnchors : new FormerAnchors(before, textsBefore, plan, texts).Find();

    private ImmutableArray<FormerAnchor> Find()
    {
        var formers = new List<FormerAnchor>();
        foreach (var former in _before.FormerAnchors)
        {
            Follow(formers, former.Anchor, former.Start, former.Block, former.Offset, former.Length);
        }

        for (var block = 0; block < _anchorsBefore.Length; block++)
        {
            if (!_anchors.ContainsKey(_anchorsBefore[block]))
            {
                Follow(formers, _anchorsBefore[block], 0, block, 0, _textsBefore[block].Length);
            }
        }

        return [.. formers.TakeLast(FormerAnchor.MaxCount)];
    }

    // Where the span of a block of the version before is now: whole where the block kept its anchor, else piece by piece.
    private void Follow(List<FormerAnchor> formers, string anchor, int start, int block, int offset, int length)
    {
        if (_anchors.TryGetValue(_anchorsBefore[block], out var same))
        {
            formers.Add(new FormerAnchor(anchor, start, length, same, offset));
            return;
        }

        if (_before.TextDigest != _plan.TextDigest)
        {
            return;
        }

        _moves ??= Moves();
        FormerAnchor? open = null;
        for (var at = 0; at < length; at++)
        {
            if (!_moves.TryGetValue((block, offset + at), out var place))
            {
                continue;
            }

            if (open is not null && open.Block == place.Block && place.Offset - open.Offset == start + at - open.Start)
            {
                open = open with { Length = start + at + 1 - open.Start };
                continue;
            }

            Close(formers, open);
            open = new FormerAnchor(anchor, start + at, 1, place.Block, place.Offset);
        }

        Close(formers, open);
    }

    private static void Close(List<FormerAnchor> formers, FormerAnchor? open)
    {
        if (open is not null)
        {
            formers.Add(open);
        }
    }

    private Dictionary<(int Block, int Offset), (int Block, int Offset)> Moves()
    {
        var now = LinesOf(_plan, _texts);
        var moves = new Dictionary<(int, int), (int, int)>();
        foreach (var (line, places) in LinesOf(_before, _textsBefore))
        {
            if (!now.TryGetValue(line, out var others))
            {
                continue;
            }

            // A mark that only one of them leaves out, or cells in another order: what is at both ends still is the same.
            var (former, today) = (TextOf(places, _textsBefore), TextOf(others, _texts));
            var head = former.AsSpan().CommonPrefixLength(today);
            var tail = 0;
            while (tail < Math.Min(former.Length, today.Length) - head && former[^(tail + 1)] == today[^(tail + 1)])
            {
                tail++;
            }

            for (var at = 0; at < head; at++)
            {
                moves[places[at]] = others[at];
            }

            for (var at = 1; at <= tail; at++)
            {
                moves[places[^at]] = others[^at];
            }
        }

        return moves;
    }

    private static string TextOf(List<(int Block, int Offset)> places, IReadOnlyList<string> texts) =>
        string.Create(places.Count, (places, texts), static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = source.texts[source.places[i].Block][source.places[i].Offset];
            }
        });

    // The characters of each source line, blanks apart, in the order of the blocks.
    private static Dictionary<int, List<(int Block, int Offset)>> LinesOf(StoredPlan plan, IReadOnlyList<string> texts)
    {
        var lines = new Dictionary<int, List<(int, int)>>();
        for (var block = 0; block < texts.Count; block++)
        {
            var pieces = plan.Blocks[block].Lines;
            for (var i = 0; i < pieces.Length; i++)
            {
                var end = i + 1 < pieces.Length ? pieces[i + 1].Start : texts[block].Length;
                if (!lines.TryGetValue(pieces[i].Line, out var places))
                {
                    lines.Add(pieces[i].Line, places = []);
                }

                for (var at = pieces[i].Start; at < end; at++)
                {
                    if (!char.IsWhiteSpace(texts[block][at]))
                    {
                        places.Add((block, at));
                    }
                }
            }
        }

        return lines;
    }
}
