using System.Collections.Immutable;
using PlanSearch.Answers.Certificates;
using PlanSearch.Corpus.Generations;
using PlanSearch.Queries.Requests;
using PlanSearch.Queries.Words;

namespace PlanSearch.Answers.Replication;

/// <summary>Two certificates of one search -> what differs, by cause.</summary>
public static class CertificateComparison
{
    /// <summary>
    /// Makes the search of a certificate again, in the same mode and under the same filters, and says what differs and why.
    /// </summary>
    public static ReplicationReport Replicate(CollectionReader reader, FullCertificate certificate, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(certificate);
        return Of(
            certificate,
            FullCertificateMaker.Make(reader, RequestOf(certificate.Certificate), cancellationToken),
            reader.Vocabulary.Topics);
    }

    /// <summary>What differs, and why; where there is no answer now, no counts, and of causes the topic sets alone.</summary>
    /// <param name="then">The one that was given.</param>
    /// <param name="now">The one of the answer now, or why there is none.</param>
    /// <param name="topics">The topic sets there are now.</param>
    internal static ReplicationReport Of(FullCertificate then, Outcome<FullCertificate> now, TopicCatalog topics)
    {
        ImmutableArray<ReplicationCause> causes = [.. TopicCauses(then.Topics, topics), .. now.Value is { } made
            ? CausesOf(then, made)
            : []];
        var counts = now.Value is { } counted ? Counts(then.Certificate, counted.Certificate) : [];
        var isSame = now.Fault is null && counts.IsEmpty && causes.All(cause => cause.Kind == ReplicationCause.Program);
        return new ReplicationReport(
            isSame, then.Certificate.Query, counts, causes, Notes(then), now.Fault, then.Certificate, now.Value?.Certificate);
    }

    // Of a question the words are counted that were, and it is not cut anew.
    private static SearchRequest RequestOf(Certificate certificate) => new()
    {
        Query = certificate.Question is null ? certificate.Query : certificate.NormalForm,
        Mode = certificate.Mode == "literal" ? QueryMode.Literal : QueryMode.Expression,
        Exact = certificate.Exact,
        Filters = certificate.Filters.ToImmutableSortedDictionary(filter => filter.Key, filter => FacetSelection.Of(filter.Value)),
    };

    private static IEnumerable<ReplicationCause> CausesOf(FullCertificate then, FullCertificate now) =>
    [
        .. then.Collection is { } plans ? PlanComparison.Of(plans, now.Collection!) : Unnamed(then.Certificate, now.Certificate),
        .. VersionCauses(then.Certificate.Versions, now.Certificate.Versions)
            .Where(cause => cause.Name != QueryVersion.Name || !Counts(then.Certificate, now.Certificate).IsEmpty),
        .. FileCauses(then.Certificate, now.Certificate),
        .. then.Program is { } program && program != now.Program
            ? [new ReplicationCause(ReplicationCause.Program, "plansearch", "程序", program, now.Program)]
            : Array.Empty<ReplicationCause>(),
    ];

    // The digest covers texts, metadata and two of the rules: where those are the same, some text or some metadata is not.
    private static IEnumerable<ReplicationCause> Unnamed(Certificate then, Certificate now) =>
        then.Digest == now.Digest || VersionCauses(then.Versions, now.Versions).Any(cause => cause.Name is "parser" or "fold")
            ? []
            : [new ReplicationCause("texts", "digest", "规划文本或规划信息", then.Digest, now.Digest)];

    // Most searches have the same number under other rules of reading: these are a cause only where a number differs.
    private static IEnumerable<ReplicationCause> VersionCauses(
        ImmutableSortedDictionary<string, string> then, ImmutableSortedDictionary<string, string> now) =>
        then.Keys.Union(now.Keys).Except([QueryVersion.StorageFormat]).Order(StringComparer.Ordinal)
            .Where(name => then.GetValueOrDefault(name) != now.GetValueOrDefault(name))
            .Select(name => new ReplicationCause("rules", name, TitleOf(name), then.GetValueOrDefault(name), now.GetValueOrDefault(name)));

    // The certificate of a search names the first of the files: of those it does not name only the number is known.
    private static IEnumerable<ReplicationCause> FileCauses(Certificate then, Certificate now)
    {
        foreach (var file in then.NotSearched.Except(now.NotSearched))
        {
            yield return new ReplicationCause("files", file.File, "未能检索的文件", file.Reason, null);
        }

        if (then.NotSearched.Length == then.NotSearchedTotal)
        {
            foreach (var file in now.NotSearched.Except(then.NotSearched))
            {
                yield return new ReplicationCause("files", file.File, "未能检索的文件", null, file.Reason);
            }
        }
        else if (then.NotSearchedTotal != now.NotSearchedTotal)
        {
            yield return new ReplicationCause("files", "未能检索的文件", "未能检索的文件数", $"{then.NotSearchedTotal}", $"{now.NotSearchedTotal}");
        }
    }

    private static IEnumerable<ReplicationCause> TopicCauses(IReadOnlyList<UsedTopic>? then, TopicCatalog topics)
    {
        foreach (var former in then ?? [])
        {
            if (topics.Find(former.Name) is not { } topic)
            {
                yield return new ReplicationCause("topic", former.Name, "专题", former.Digest, null);
            }
            else if (FullCertificateMaker.Used(topic) is var now && now.Digest != former.Digest)
            {
                yield return new ReplicationCause("topic", former.Name, "专题：" + Words(former, now), former.Digest, now.Digest);
            }
        }
    }

    private static string Words(UsedTopic then, UsedTopic now)
    {
        (string Say, IEnumerable<string> Words)[] differences =
        [
            ("新增", now.Members.Except(then.Members)), ("去掉", then.Members.Except(now.Members)),
            ("新增排除", now.Exclude.Except(then.Exclude)), ("不再排除", then.Exclude.Except(now.Exclude)),
        ];
        var said = differences.Where(difference => difference.Words.Any())
            .Select(difference => $"{difference.Say} {string.Join("、", difference.Words)}")
            .ToList();
        return said.Count > 0 ? string.Join("；", said) : "只有先后不同";
    }

    private static ImmutableArray<CountDifference> Counts(Certificate then, Certificate now) =>
    [
        .. new CountDifference[]
        {
            new("mentions", then.Mentions, now.Mentions),
            new("records", then.Records, now.Records),
            new("plans", then.Plans, now.Plans),
            new("plansWithout", then.PlansWithout, now.PlansWithout),
            new("plansSearched", then.PlansSearched, now.PlansSearched),
            new("excluded.toc", then.Excluded.Toc, now.Excluded.Toc),
            new("excluded.cover", then.Excluded.Cover, now.Excluded.Cover),
            new("excluded.noise", then.Excluded.Noise, now.Excluded.Noise),
            new("excluded.longerRuns", then.Excluded.LongerRuns, now.Excluded.LongerRuns),
        }.Where(count => count.Then != count.Now),
    ];

    private static ImmutableArray<string> Notes(FullCertificate then) => then.Collection is not null && then.Topics is not null
        ? []
        : ["这份检索说明没有逐份规划的校验码和专题的词，文本若有变化只能说有、不能指出哪一份。用 --certificate 写出的复核单可以。"];

    private static string TitleOf(string version) => version switch
    {
        "reader" => "读取文件的规则",
        "parser" => "切分规划的规则",
        "fold" => "合并字形的规则",
        QueryVersion.Name => "读检索式、筛选和另计的规则",
        "divisions" => "行政区划",
        _ => version,
    };
}
