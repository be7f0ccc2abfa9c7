using System.Collections.Immutable;

namespace PlanSearch.OpenSearch.Client;

/// <summary>Which cluster, and how the collection lies in it.</summary>
public sealed record ClusterOptions
{
    /// <summary>The addresses of its nodes; at least one. Where one does not answer the next is asked.</summary>
    public required ImmutableArray<Uri> Urls { get; init; }

    /// <summary>The user; empty for none.</summary>
    public string User { get; init; } = "";

    /// <summary>The file with the user's password; read anew when the client is made.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>
    /// SHA-256 of the certificate that nodes show, hexadecimal; if said, exactly this one is trusted, else those the machine trusts.
    /// </summary>
    public string? CertificateFingerprint { get; init; }

    /// <summary>What the names of the indexes begin with.</summary>
    public string Prefix { get; init; } = "planes";

    /// <summary>Shards of an index that is made anew.</summary>
    public int Shards { get; init; } = 3;

    /// <summary>Copies of each shard beside the first, of an index that is made anew.</summary>
    public int Replicas { get; init; } = 1;

    /// <summary>How long load is waited for and nodes that fail are asked again, before the answer is an error.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection to a node may take before the next one is asked.</summary>
    public TimeSpan ConnectTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a writer that is silent keeps others out.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a generation stays after a newer one; the last two always do.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>About how much memory the plans take that were read last.</summary>
    public int CacheMegabytes { get; init; } = 100;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How messages name the cluster: its addresses and the prefix.</summary>
    internal string Place => $"{string.Join(", ", Urls)} ({Prefix})";
}
