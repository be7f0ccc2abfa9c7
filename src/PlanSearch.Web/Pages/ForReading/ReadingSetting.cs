using Microsoft.AspNetCore.Components;
using PlanSearch.Answers.ForReading;
using PlanSearch.Plans;
using PlanSearch.Web.Pages.Texts;
using PlanSearch.Web.Pages.Views;

namespace PlanSearch.Web.Pages.ForReading;

/// <summary>
/// What every part of a reading page needs to know of the whole: heading ranks, the trail of mentions, and how it is shown.
/// </summary>
public sealed class ReadingSetting
{
    private readonly int[] _nesting;
    private readonly MentionTrail _trail;
    private readonly PageTexts _texts;
    private readonly Func<string, string> _cite;

    /// <param name="reading">The plan.</param>
    /// <param name="trail">Its mentions.</param>
    /// <param name="texts">The language of the page.</param>
    /// <param name="withLines">Whether blocks show their source line.</param>
    /// <param name="cite">The address that cites a block, by its anchor.</param>
    internal ReadingSetting(PlanReading reading, MentionTrail trail, PageTexts texts, bool withLines, Func<string, string> cite)
    {
        (_trail, _texts, _cite, WithLines, Plan) = (trail, texts, cite, withLines, reading.Plan.Id);
        _nesting = new int[reading.Nodes.Length];
        for (var node = 1; node < _nesting.Length; node++)
        {
            _nesting[node] = _nesting[reading.Nodes[node].Parent] + 1;
        }
    }

    /// <summary>The block that is cited, and what says its citation below it; null for none.</summary>
    public CitationBelow? Cited { get; init; }

    /// <summary>What is said below some blocks: the citation of one of them; null where none is cited.</summary>
    public RenderFragment? Below(params IEnumerable<ReadingBlock> blocks) =>
        Cited is { } cited && blocks.Any(block => block.Anchor == cited.Anchor) ? cited.Panel : null;

    /// <summary>The plan's id.</summary>
    public string Plan { get; }

    /// <summary>Whether blocks show their source line.</summary>
    public bool WithLines { get; }

    /// <summary>The address that corrects a source line; null where nobody may.</summary>
    public Func<int, string>? Correct { get; init; }

    /// <summary>What that link is called.</summary>
    public string CorrectLabel => _texts.CorrectLine;

    /// <summary>What the link that cites a block is called.</summary>
    public string CiteLabel => _texts.CiteBlock;

    /// <summary>
    /// The element and style of a block outside tables. Headings begin at h2 below the page's title and never skip a rank;
    /// a 专栏's title is one deeper than the heading it is under.
    /// </summary>
    public (string Element, string Style) ElementOf(ReadingBlock block) => block.Kind switch
    {
        BlockKind.Heading => (Heading(_nesting[block.Node]), "heading"),
        BlockKind.BoxTitle => (Heading(_nesting[block.Node] + 1), "box-title"),
        BlockKind.BoxHeading => (Heading(_nesting[block.Node] + 2), "box-heading"),
        BlockKind.ListItem or BlockKind.BoxEntry => ("p", "item"),
        BlockKind.Footnote => ("p", "footnote"),
        BlockKind.TableCaption or BlockKind.FigureCaption => ("p", "caption"),
        BlockKind.TableNote => ("p", "table-note"),
        BlockKind.Cover or BlockKind.Contents => ("p", "front"),
        BlockKind.Trailer => ("p", "trailer"),
        BlockKind.Noise => ("p", "page-mark"),
        _ => ("p", "paragraph"),
    };

    /// <summary>The address that cites a block; null for what is not cited: cover, contents, page marks.</summary>
    public string? CiteOf(ReadingBlock block) =>
        block.Kind is BlockKind.Cover or BlockKind.Contents or BlockKind.Noise ? null : _cite(block.Anchor);

    /// <summary>Names and links the marks of a block.</summary>
    public Func<TextRange, MarkLink?> LinksOf(ReadingBlock block) => mark => _trail.Step(block.Anchor, mark) is not { } step
        ? null
        : new MarkLink(step.Id, step.Next, _texts.MentionNumber(Words.Number(step.Ordinal), Words.Number(_trail.Count)))
        {
            Steps = [(step.Previous, _texts.PreviousMention), (step.Next, _texts.NextMention), (_cite(block.Anchor), _texts.CiteThis)],
        };

    private static string Heading(int nesting) => $"h{Math.Clamp(nesting + 1, 2, 6)}";
}

/// <summary>A citation on the page of its plan.</summary>
/// <param name="Anchor">The block that is cited.</param>
/// <param name="Panel">What says it.</param>
public sealed record CitationBelow(string Anchor, RenderFragment Panel);
