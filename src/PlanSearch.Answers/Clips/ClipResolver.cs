using System.Collections.Immutable;
using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Citations;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Texts;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Port;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Clips;

/// <summary>Looks the excerpts of a folder up in one generation. Private to one thread.</summary>
public sealed class ClipResolver(CollectionReader reader)
{
    private readonly Dictionary<string, PlanText?> _plans = new(StringComparer.Ordinal);
    private readonly Dictionary<SearchRequest, Outcome<Inquiry>> _inquiries = new(ReferenceEqualityComparer.Instance);

    /// <summary>The folder, answered. What is not found is said to be so; the order and the number stay.</summary>
    public ClipsAnswer Answer(ClipFolder folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        foreach (var ofSearch in folder.Clips.Where(clip => clip.Search is not null).GroupBy(clip => clip.Search!.Value, clip => clip.Plan))
        {
            FindMentions(folder.Searches[ofSearch.Key], ofSearch, cancellationToken);
        }

        var excerpts = ImmutableArray.CreateBuilder<Excerpt>(folder.Clips.Length);
        var shown = new HashSet<(int? Search, Mention Mention)>();
        foreach (var clip in folder.Clips)
        {
            cancellationToken.ThrowIfCancellationRequested();
            excerpts.Add(Resolve(clip, folder, excerpts.Count + 1, shown, cancellationToken));
        }

        var manifest = reader.View.Snapshot.Manifest;
        var found = excerpts.Where(excerpt => excerpt.IsFound).ToList();
        return new ClipsAnswer
        {
            Title = folder.Title,
            Excerpts = excerpts.ToImmutable(),
            Found = found.Count,
            Plans = found.Select(excerpt => excerpt.Plan).Distinct().Count(),
            // The same words found by two searches are one mention.
            Mentions = shown.Select(each => each.Mention with { Literal = 0 }).Distinct().Count(),
            Searches = [.. folder.Searches.Select(
                (search, at) => Prove(search, shown.Count(each => each.Search == at), cancellationToken))],
            Generation = reader.Generation,
            Digest = manifest.Digest,
            Versions = QueryVersion.Of(manifest),
            Time = reader.Options.Time.GetUtcNow(),
            Link = ClipLink.Write(folder) is { Length: > 0 and <= ClipLink.MaxLength } link ? link : null,
        };
    }

    /// <summary>Finds the mentions of a search in plans that will be looked at, all with one question to the index.</summary>
    internal void FindMentions(SearchRequest search, IEnumerable<string> plans, CancellationToken cancellationToken)
    {
        if (InquiryOf(search, cancellationToken).Value is { } inquiry)
        {
            inquiry.Counted.MentionsOf([.. plans.Distinct().Select(PlanOf).OfType<PlanText>().Select(plan => plan.Entry.Number)
                .Where(inquiry.Counted.Filters.Selected.Contains)]);
        }
    }

    /// <summary>What was picked, as an excerpt of a folder; null when this generation does not have the place.</summary>
    internal Clip? Take(ClipPick pick)
    {
        if (PlanOf(pick.Plan) is not { } plan || plan.Find(pick.Anchor, pick.Hits) is not var (block, hits))
        {
            return null;
        }

        var text = plan.BlockText(block);
        return Fits(hits, text)
            ? new Clip { Plan = pick.Plan, Anchor = plan.AnchorOf(block), Hits = hits, Words = Clip.WordsOf(text, hits) }
            : null;
    }

    /// <summary>
    /// Every mention of a search in the record that was picked, a sentence an excerpt; nothing where there are not as many as the page
    /// counted.
    /// </summary>
    internal IReadOnlyList<Clip> TakeRecord(ClipPick pick, SearchRequest search, CancellationToken cancellationToken)
    {
        if (search.Query.Length == 0 || InquiryOf(search, cancellationToken).Value is not { } inquiry
            || PlanOf(pick.Plan) is not { } plan || plan.Find(pick.Anchor) is not var (first, _))
        {
            return [];
        }

        var blocks = plan.Plan.Blocks;
        var mentions = MentionsIn(plan, inquiry).Where(mention => blocks[mention.Block].Record == blocks[first].Record).ToList();
        return mentions.Count == pick.OfRecord ? BySentence(pick.Plan, plan, mentions) : [];
    }

    private static List<Clip> BySentence(string id, PlanText plan, List<Mention> mentions)
    {
        var clips = new List<Clip>();
        for (var start = 0; start < mentions.Count;)
        {
            var block = mentions[start].Block;
            var text = plan.BlockText(block);
            var (end, sentenceEnd) = (start, 0);
            do
            {
                var mention = mentions[end++];
                sentenceEnd = Math.Max(
                    sentenceEnd,
                    Sentences.Around(text, new TextRange(mention.Start, mention.Length), plan.SurroundingsOf(block, mention.Start)).End);
            }
            while (end < mentions.Count && end - start < Clip.MaxHits && mentions[end].Block == block && mentions[end].Start < sentenceEnd);

            ImmutableArray<TextRange> hits = [.. mentions[start..end].Select(mention => new TextRange(mention.Start, mention.Length))];
            clips.Add(new Clip { Plan = id, Anchor = plan.AnchorOf(block), Hits = hits, Words = Clip.WordsOf(text, hits) });
            start = end;
        }

        return clips;
    }

    private Excerpt Resolve(
        Clip clip, ClipFolder folder, int number, HashSet<(int? Search, Mention Mention)> shown, CancellationToken cancellationToken)
    {
        var search = clip.Search is { } at ? folder.Searches[at] : new SearchRequest { Query = "" };
        if (PlanOf(clip.Plan) is not { } plan)
        {
            return Without(clip, number, Excerpt.Gone);
        }

        var blocks = plan.Plan.Blocks;
        if (plan.Find(clip.Anchor, clip.Hits) is not var (block, hits) || !Fits(hits, plan.BlockText(block))
            || Clip.WordsOf(plan.BlockText(block), hits) != clip.Words)
        {
            return Without(clip, number, Excerpt.Changed) with
            {
                PlanTitle = plan.Entry.Summary.ShortTitle,
                Region = plan.Entry.Region,
                Citation = PlanCitation.OfPlan(plan.Plan),
                Permalink = PlanPermalink.ToPlan(clip.Plan),
            };
        }

        var cut = ExcerptCutter.Cut(plan, block, hits, clip.Context);
        var cited = blocks[block].Table >= 0 ? block : cut.Block;
        var citations = PlanCitation.All(plan.Plan, cited, plan.BlockText);
        var mentions = clip.Search is not null && InquiryOf(search, cancellationToken).Value is { } inquiry
            ? cut.Among(MentionsIn(plan, inquiry)).ToList()
            : [];
        shown.UnionWith(mentions.Select(each => (clip.Search, each.Mention)));
        int? offset = hits.IsEmpty ? null : hits[0].Start;
        return Without(clip, number, Excerpt.Found) with
        {
            PlanTitle = plan.Entry.Summary.ShortTitle,
            Region = plan.Entry.Region,
            Text = cut.Text,
            Parts = cut.Parts,
            Marks = [.. cut.Hits.Select(hit => ImmutableArray.Create(hit.Start, hit.Length))],
            Mentions = [.. mentions.Select(each => ImmutableArray.Create(each.Shown.Start, each.Shown.Length))],
            InPlan = citations.InPlan,
            Citation = citations.Official,
            Citations = citations,
            SectionsInDoubt = plan.Plan.Outline.IsInDoubt,
            Place = plan.PlaceOf(block, offset ?? 0),
            Permalink = PlanPermalink.To(clip.Plan, search, plan.AnchorOf(block), search.Query.Length > 0 ? offset : null),
        };
    }

    // An anchor is made from the words, so offsets are; a file made by hand may say anything.
    private static bool Fits(ImmutableArray<TextRange> hits, string text)
    {
        var at = 0;
        foreach (var hit in hits)
        {
            if (hit.Start < at || hit.Length == 0 || hit.End > text.Length)
            {
                return false;
            }

            at = hit.End;
        }

        return true;
    }

    private static Excerpt Without(Clip clip, int number, string status) => new()
    {
        Number = number,
        Status = status,
        Plan = clip.Plan,
        PlanTitle = clip.Plan,
        Region = "",
        Aspect = clip.Aspect,
        Context = ClipContexts.NameOf(clip.Context),
        Words = clip.Words,
        Text = "",
        Marks = [],
        Note = clip.Note,
        Citation = "",
        Permalink = "",
        Search = clip.Search,
    };

    private ClipSearch Prove(SearchRequest search, int excerpted, CancellationToken cancellationToken)
    {
        var (inquiry, fault) = InquiryOf(search, cancellationToken);
        return new ClipSearch(search.Query, inquiry?.Certificate, fault) { Excerpted = excerpted };
    }

    private Outcome<Inquiry> InquiryOf(SearchRequest search, CancellationToken cancellationToken)
    {
        if (!_inquiries.TryGetValue(search, out var inquiry))
        {
            _inquiries.Add(search, inquiry = reader.Ask(search with { WithFacets = false }, cancellationToken));
        }

        return inquiry;
    }

    private static Mention[] MentionsIn(PlanText plan, Inquiry inquiry) =>
        inquiry.Counted.Filters.Selected.Contains(plan.Entry.Number) ? inquiry.Counted.MentionsOf([plan.Entry.Number])[0] : [];

    private PlanText? PlanOf(string id)
    {
        if (!_plans.TryGetValue(id, out var plan))
        {
            var entry = reader.View.Find(id).Value;
            _plans[id] = plan = entry is null ? null : new PlanText(reader.View.Snapshot, entry);
        }

        return plan;
    }
}
