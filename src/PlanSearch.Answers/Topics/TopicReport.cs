using System.Collections.Immutable;
using PlanSearch.Answers.Hits;
using PlanSearch.Answers.Mentions;
using PlanSearch.Queries.Words;

namespace PlanSearch.Answers.Topics;

/// <summary>A topic set over a collection: what its words count, and which words might be added.</summary>
/// <param name="Topic">The set.</param>
/// <param name="Query">The search for it, an expression.</param>
/// <param name="Mentions">处 of the set.</param>
/// <param name="Records">章节 of the set.</param>
/// <param name="Plans">部 of the set.</param>
/// <param name="PlansSearched">Plans of the collection.</param>
/// <param name="Members">Its words, each counted by itself.</param>
/// <param name="Proposals">Words for a person to decide on; none is part of the set.</param>
/// <param name="Generation">The generation of the index that was counted.</param>
public sealed record TopicReport(
    Topic Topic,
    string Query,
    long Mentions,
    int Records,
    int Plans,
    int PlansSearched,
    ImmutableArray<MemberCount> Members,
    ImmutableArray<TopicProposal> Proposals,
    long Generation);

/// <summary>A word of the collection that a topic set may lack.</summary>
/// <param name="Word">The word.</param>
/// <param name="Source">characters: shares rare characters with the set's words; listing: is printed beside them in lists (甲、乙、丙).</param>
/// <param name="Because">The shared characters, or the words it is beside.</param>
/// <param name="Mentions">处 of the word.</param>
/// <param name="Records">章节 of the word.</param>
/// <param name="Plans">部 of the word.</param>
/// <param name="Gain">处 that the set would have more.</param>
/// <param name="Query">The word alone as an expression: a search for it has these numbers.</param>
/// <param name="Example">The first of its mentions.</param>
/// <param name="Line">The line of topics.yaml with the word added.</param>
public sealed record TopicProposal(
    string Word,
    string Source,
    string Because,
    long Mentions,
    int Records,
    int Plans,
    long Gain,
    string Query,
    MentionRow Example,
    string Line);
