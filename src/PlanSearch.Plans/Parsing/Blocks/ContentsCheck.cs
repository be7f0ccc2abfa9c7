using System.Collections.Immutable;
using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Blocks;

/// <summary>
/// Compares the outline with the contents page: what is in one and not in the other goes into the ledger (R-FRONT-5).
/// </summary>
internal static class ContentsCheck
{
    private const int MaxNamed = 20;
    private const double MinShared = 0.5;

    /// <summary>
    /// Notes the differences, and the pages that the contents page gives the chapters; does nothing without a contents page.
    /// </summary>
    public static void Run(List<BlockDraft> drafts, ImmutableArray<OutlineNode> nodes, ParseLog log)
    {
        var entries = EntriesOf(drafts);
        if (entries.Count == 0)
        {
            return;
        }

        var headings = new HashSet<string>(StringComparer.Ordinal);
        var deepest = 0;
        for (var i = 1; i < nodes.Length; i++)
        {
            var key = ContentsEntry.Key(nodes[i].Heading);
            headings.Add(key);
            deepest = entries.ContainsKey(key) ? Math.Max(deepest, nodes[i].Depth) : deepest;
        }

        // A contents page that shares little with the outline is the one of an annex, or of another edition.
        var missing = entries.Where(entry => !headings.Contains(entry.Key)).ToList();
        if (missing.Count > (1 - MinShared) * entries.Count)
        {
            log.Add(entries.Values.Min(entry => entry.Line), Rules.ContentsDiffer,
                $"目录与正文标题出入较大：目录 {entries.Count} 条，正文中找到 {entries.Count - missing.Count} 条。");
            return;
        }

        foreach (var (_, entry) in missing.Take(MaxNamed))
        {
            log.Add(entry.Line, Rules.ContentsDiffer, $"目录中有而正文中没有的标题：“{entry.Title}”。");
        }

        foreach (var node in nodes.Skip(1)
            .Where(node => node.Depth <= deepest && node.Marker.Length > 0 && !entries.ContainsKey(ContentsEntry.Key(node.Heading)))
            .Take(MaxNamed))
        {
            log.Add(drafts[node.Block].Lines[0].Number, Rules.ContentsDiffer, $"正文中有而目录中没有的标题：“{node.Heading}”。");
        }

        NotePages(drafts, nodes, entries, log);
    }

    private static Dictionary<string, Entry> EntriesOf(List<BlockDraft> drafts)
    {
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var draft in drafts)
        {
            if (draft.Kind != BlockKind.Contents || MarkerReader.Read(draft.Text).Kind == MarkerKind.None)
            {
                continue;
            }

            var at = ContentsEntry.PageNumberStart(draft.Text);
            var title = at > 0 ? draft.Text[..at] : draft.Text;
            entries.TryAdd(
                ContentsEntry.Key(title), new Entry(title, draft.Lines[0].Number, at > 0 ? ContentsEntry.PageOf(draft.Text) : 0));
        }

        return entries;
    }

    // A section begins on its page of the contents and ends where the next one of its depth begins.
    private static void NotePages(
        List<BlockDraft> drafts, ImmutableArray<OutlineNode> nodes, Dictionary<string, Entry> entries, ParseLog log)
    {
        var top = nodes.Skip(1)
            .Where(node => node.Depth == 1 && entries.TryGetValue(ContentsEntry.Key(node.Heading), out var entry) && entry.Page > 0)
            .ToList();
        for (var i = 0; i < top.Count; i++)
        {
            var first = entries[ContentsEntry.Key(top[i].Heading)].Page;
            var range = i + 1 < top.Count
                ? $"第 {first}–{Math.Max(first, entries[ContentsEntry.Key(top[i + 1].Heading)].Page)} 页"
                : $"第 {first} 页起";
            log.Add(drafts[top[i].Block].Lines[0].Number, Rules.ContentsPages, $"据目录，“{top[i].Heading}”在{range}。");
        }
    }

    private readonly record struct Entry(string Title, int Line, int Page);
}
