using System.Collections.Immutable;
using PlanSearch.Answers.Certificates;

namespace PlanSearch.Answers.Replication;

/// <summary>
/// A certificate with everything by which a later answer can be told apart from this one, cause by cause: what is published with a count.
/// </summary>
/// <param name="Certificate">The proof as every answer carries it.</param>
/// <param name="Program">The version of the program; null in a certificate that came without.</param>
/// <param name="Topics">The topic sets of the query, as they were; null in a certificate that came without.</param>
/// <param name="Collection">Every plan of the collection, in or out of scope, by id; null in a certificate that came without.</param>
public sealed record FullCertificate(
    Certificate Certificate, string? Program, IReadOnlyList<UsedTopic>? Topics, IReadOnlyList<PlanProof>? Collection);

/// <summary>A topic set that a query named.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Digest">SHA-256 over name, members, an empty line and exclusions, each ended by LF; hexadecimal.</param>
/// <param name="Members">Its words.</param>
/// <param name="Exclude">Longer words whose inside does not count.</param>
public sealed record UsedTopic(string Name, string Digest, ImmutableArray<string> Members, ImmutableArray<string> Exclude);

/// <summary>What a plan was when it was counted.</summary>
/// <param name="Plan">Its id.</param>
/// <param name="Title">Its short title.</param>
/// <param name="IsInScope">Whether the filters let it through.</param>
/// <param name="Mentions">Mentions counted in it.</param>
/// <param name="Text">SHA-256 of its decoded text with LF; hexadecimal.</param>
/// <param name="Metadata">SHA-256 of what is known of it; hexadecimal.</param>
/// <param name="Corrections">
/// SHA-256 of what people have corrected of it, hexadecimal; empty where they have not, null in a certificate of before 0.5.0.
/// </param>
public sealed record PlanProof(
    string Plan, string Title, bool IsInScope, long Mentions, string Text, string Metadata, string? Corrections = null);
