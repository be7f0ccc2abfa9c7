using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Answers.Words;
using PlanSearch.Answers.Clips;
using PlanSearch.Answers.Hits;
using PlanSearch.Answers.Mentions;
using PlanSearch.Corpus.Ingest.Metadata;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.Export.Word;
using PlanSearch.Index.Stored;
using PlanSearch.Plans.Reading;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Requests;
using PlanSearch.Queries.Signs;
using PlanSearch.Web.Access;
using PlanSearch.Web.Api.Requests;
using PlanSearch.Web.Bounds;
using PlanSearch.Web.Hosting;
using PlanSearch.Web.Tokens;

namespace PlanSearch.Web.Api;

/// <summary><c>/api/v1/limits</c>: everything that is bounded, and what this machine lacks.</summary>
internal static class LimitEndpoints
{
    public static void MapLimits(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/limits", Limits)
            .WithName("Limits").WithTags("Status").WithSummary("Everything that is bounded, and which optional programs are there.")
            .WithDescription("A value of 0 is no limit.");

    internal static Ok<LimitsAnswer> Limits(HostSettings settings, AccessKeys keys) => TypedResults.Ok(new LimitsAnswer(
        [
            new("queryLength", SearchRequest.MaxQueryLength, "UTF-16 code units", "The longest query."),
            new("address", AddressBounds.MaxAddress, "characters", "The longest address; what is longer is posted."),
            new("headers", AddressBounds.MaxHeaders, "characters", "Of all headers of a request."),
            new("queryTerms", QueryParser.MaxTerms, "terms", "The most terms of an expression."),
            new("queryDepth", QueryParser.MaxDepth, "levels", "The deepest brackets of an expression."),
            new("queryMembers", QueryParser.MaxMembers, "words", "The most an expression comes to with the words of its topics."),
            .. PairOperators.All.Select(row => new Limit(
                $"{row.Word.ToLowerInvariant()}Distance", row.MaxDistance, "characters", $"The most of {row.Word}/n.")),
            new("wildcardGaps", PatternTerm.MaxGaps, "signs", "The most * in a word."),
            new("wildcardSingles", PatternTerm.MaxQuestionMarks, "signs", "The most ? in a word."),
            new("sortedMentions", KwicSort.MaxMentions, "mentions", "The most that are sorted by what stands beside them."),
            new("suggestions", Suggestion.MaxCount, "suggestions", "Of one call."),
            new("querySeconds", settings.QuerySeconds, "seconds", "What is over it is an error, never a part of an answer."),
            new("pageSize", SearchRequest.MaxSize, "records or mentions", "The most of one page."),
            new(
                "passages",
                RecordHit.MaxPassages,
                "passages",
                "The most of one record on a page; the mentions of the rest are counted (moreMentions)."),
            new(
                "context",
                MentionRow.ContextLength,
                "UTF-16 code units",
                "Of context on each side of a mention; its sentence is always whole."),
            new("blockCount", BlockEndpoints.MaxCount, "blocks", "The most of one page of blocks."),
            new("sample", MentionSampling.MaxSize, "mentions", "The most of one sample."),
            new("codingColumns", CodingColumns.MaxCount, "columns", "The most blank columns of an export."),
            new(
                "changeDays",
                settings.Corpus.ChangeLog!.Days,
                "days",
                "How long it is known what changed; older changes go with the next commit."),
            new(
                "changeBytes",
                settings.Corpus.ChangeLog.Bytes,
                "bytes",
                "The most that former versions of plans take; the oldest go first."),
            new("changes", ChangeLogBounds.MaxChanges, "commits", "The most of which it is known what they changed."),
            new("exportRows", 0, "rows", "Of an export."),
            new("wordMentions", MentionWordExport.MaxMentions, "mentions", "Of a Word document; more are refused, never cut."),
            new("clips", ClipFolder.MaxClips, "excerpts", "Of a folder of excerpts."),
            new("clipSearches", ClipFolder.MaxSearches, "searches", "That the excerpts of a folder come from."),
            new("clipLink", ClipLink.MaxLength, "signs", "Of a folder as a link; a longer one goes by form or file."),
            new("clipNote", Clip.MaxNoteLength, "UTF-16 code units", "Of the note on an excerpt."),
            new("clipFile", ClipFile.MaxBytes, "bytes", "Of a folder as a file."),
            new(
                "requestsPerMinute",
                settings.RequestsPerMinute,
                "requests a minute",
                "Of one client address, of IPv6 the /64; the machine itself is not limited."),
            new("concurrency", settings.Concurrency, "requests", "Worked on at once, body read and answer not sent yet; more wait."),
            new(
                "concurrencyPerClient",
                settings.ConcurrencyPerClient,
                "requests",
                "Of one client among them; the machine itself is not limited."),
            new(
                "underWayPerClient",
                settings.Concurrency * RequestBounds.UnderWayPerPermit,
                "requests",
                "Of one client that come in, are worked on or go out; the machine itself is not limited."),
            new("exports", settings.Exports, "exports", "Sent at once; as many again wait."),
            new("exportsPerClient", settings.ExportsPerClient, "exports", "Of one client among them; the machine itself is not limited."),
            new(
                "unsentBytes",
                WorkPermits.MaxUnsentBytes,
                "bytes",
                "Of answers that are made and not sent; no further one is begun above it."),
            new("leastSent", RequestBounds.LeastSentPerSecond, "bytes a second", "Of a request's body; a slower client is parted with."),
            new("leastRead", RequestBounds.LeastReadPerSecond, "bytes a second", "Of an answer; a slower client is parted with."),
            new("topicWordLength", TopicUpkeep.MaxWordLength, "UTF-16 code units", "The longest word that is added to a topic set."),
            new("tokenLength", TokenSigner.MaxLength, "characters", "The longest scope token."),
            new("uploadBytes", settings.MaxUploadBytes, "bytes", "The largest file that may be sent."),
            new("upkeepWaiting", PlanUpkeep.MaxWaiting, "changes", "Under way and waiting."),
            new("idBytes", PlanId.MaxBytes, "bytes of UTF-8", "The longest id of a plan that is added."),
            .. ReadingBound.All.Select(bound => new Limit(bound.Name, bound.Value, bound.Unit, bound.Meaning)),
            new("sidecarBytes", SidecarBounds.Metadata.MaxBytes, "bytes", "The largest metadata file beside a plan."),
            new("sidecarDepth", SidecarBounds.Metadata.MaxDepth, "levels", "The deepest nesting of a metadata file."),
            new("outlineBytes", SidecarBounds.Outline.MaxBytes, "bytes", "The largest file of corrections beside a plan."),
            new("outlineDepth", SidecarBounds.Outline.MaxDepth, "levels", "The deepest nesting of a file of corrections."),
        ],
        OptionalPart.Probe(),
        keys.IsReadingKeyed,
        keys.IsWritingOn));
}

/// <summary>What is bounded.</summary>
/// <param name="Limits">Every limit.</param>
/// <param name="OptionalParts">Programs and libraries that are used where they are installed.</param>
/// <param name="ReadingNeedsKey">Whether reading needs a key.</param>
/// <param name="WritingIsOn">Whether plans can be added, replaced, corrected and removed, with a write key.</param>
internal sealed record LimitsAnswer(
    ImmutableArray<Limit> Limits, ImmutableArray<OptionalPart> OptionalParts, bool ReadingNeedsKey, bool WritingIsOn);

/// <summary>A bound of this installation, as the API lists it.</summary>
/// <param name="Name">Its name, which does not change.</param>
/// <param name="Value">How much; 0 is no limit.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Meaning">What it bounds.</param>
internal sealed record Limit(string Name, double Value, string Unit, string Meaning);
