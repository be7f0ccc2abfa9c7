using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using PlanSearch.Index.Port;

namespace PlanSearch.OpenSearch.Client;

/// <summary>The calls to a cluster: which node is asked, what is asked again, and what its errors mean.</summary>
/// <remarks>
/// Safe for any number of threads. What may be asked twice goes to the next node where one fails. Load (429) is waited for; a block, which
/// is 429 too, is an error at once. Nothing here looks into an answer that is none of these.
/// </remarks>
internal sealed class ClusterClient : IDisposable
{
    // A check reads every text: no single answer of it takes as long.
    private static readonly TimeSpan AnswerTime = TimeSpan.FromMinutes(2);

    private const string Gzip = "gzip";

    private readonly ClusterOptions _options;
    private readonly HttpClient _http;
    private int _node;

    public ClusterClient(ClusterOptions options)
    {
        _options = options;
        var handler = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = options.ConnectTime,
            UseCookies = false,
            UseProxy = false,
            AllowAutoRedirect = false,
        };
        if (options.CertificateFingerprint is { } fingerprint)
        {
            var wanted = Convert.FromHexString(fingerprint.Replace(":", "", StringComparison.Ordinal));
            handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is X509Certificate2 shown
                && CryptographicOperations.FixedTimeEquals(SHA256.HashData(shown.RawData), wanted)
                && shown.NotAfter > options.Time.GetLocalNow().LocalDateTime;
        }

        // A limit of its own tells a late answer from a connection that is not made.
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        if (options.User.Length > 0)
        {
            var password = options.PasswordFile is { } file ? File.ReadAllText(file).TrimEnd('\r', '\n') : "";
            _http.DefaultRequestHeaders.Authorization =
                new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{password}")));
        }
    }

    /// <summary>How messages name the cluster: its addresses and the prefix.</summary>
    public string Place => _options.Place;

    /// <summary>What it was made with.</summary>
    public ClusterOptions Options => _options;

    /// <summary>Asks for something.</summary>
    public ClusterReply Get(string path, CancellationToken cancellationToken) =>
        Send(HttpMethod.Get, path, default, isRepeatable: true, cancellationToken);

    /// <summary>Asks for something by a body, or changes something that is the same after a second time.</summary>
    public ClusterReply Post(string path, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        Send(HttpMethod.Post, path, body, isRepeatable: true, cancellationToken);

    /// <summary>
    /// The same, where the answer is bytes that are packed already: a node that packed them again would take longer than for all else.
    /// </summary>
    public ClusterReply PostForPacked(string path, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        Send(HttpMethod.Post, path, body, isRepeatable: true, cancellationToken, isPacked: true);

    /// <summary>Changes something once: whether it was done is not known where no answer comes.</summary>
    public ClusterReply Put(string path, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        Send(HttpMethod.Put, path, body, isRepeatable: false, cancellationToken);

    /// <summary>Removes something.</summary>
    public ClusterReply Delete(string path, CancellationToken cancellationToken) =>
        Send(HttpMethod.Delete, path, default, isRepeatable: true, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private ClusterReply Send(
        HttpMethod method,
        string path,
        ReadOnlyMemory<byte> body,
        bool isRepeatable,
        CancellationToken cancellationToken,
        bool isPacked = false)
    {
        var patience = new Patience(_options);
        while (true)
        {
            var node = _options.Urls[(int)((uint)Volatile.Read(ref _node) % (uint)_options.Urls.Length)];
            var (reply, fault) = Try(method, new Uri(node, path), body, isPacked, cancellationToken);
            if (reply is { } answered)
            {
                return answered;
            }

            Interlocked.Increment(ref _node);
            if ((!isRepeatable && !fault!.IsRefusal) || patience.IsOver)
            {
                throw new IndexUnavailableException($"{node} ({fault!.Said})", fault.Cause);
            }

            patience.Pause(cancellationToken);
        }
    }

    /// <summary>An answer, or why there is none that counts and it may be asked again.</summary>
    private (ClusterReply? Reply, NodeFault? Fault) Try(
        HttpMethod method, Uri address, ReadOnlyMemory<byte> body, bool isPacked, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(isPacked ? "identity" : Gzip));
        if (!body.IsEmpty)
        {
            request.Content = new ReadOnlyMemoryContent(body);
            request.Content.Headers.ContentType =
                new MediaTypeHeaderValue(address.AbsolutePath is "/_bulk" or "/_msearch" ? "application/x-ndjson" : "application/json");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(AnswerTime);
        try
        {
            using var response = _http.Send(request, HttpCompletionOption.ResponseContentRead, limit.Token);
            using var content = new MemoryStream((int)(response.Content.Headers.ContentLength ?? 0));
            using var stream = response.Content.ReadAsStream(limit.Token);
            using var plain = response.Content.Headers.ContentEncoding.Contains(Gzip)
                ? new GZipStream(stream, CompressionMode.Decompress)
                : stream;
            plain.CopyTo(content);
            var bytes = content.GetBuffer().AsMemory(0, (int)content.Length);
            return response.StatusCode switch
            {
                HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NotFound or HttpStatusCode.Conflict =>
                    (new ClusterReply(response.StatusCode, Json(address, bytes)), null),
                _ => (null, ClusterFaults.Of(_options, address, response.StatusCode, Encoding.UTF8.GetString(bytes.Span))),
            };
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError == HttpRequestError.SecureConnectionError)
        {
            throw ClusterFaults.Refused(
                _options,
                $"{address} shows a certificate that is not trusted, or is out of date. "
                + "Say its SHA-256 in PlanSearch__OpenSearch__CertificateFingerprint.",
                fault);
        }
        catch (Exception fault) when (fault is HttpRequestException or InvalidDataException or IOException and not PlanIndexException)
        {
            return (null, new NodeFault(fault.Message, IsRefusal: false, fault));
        }
        catch (OperationCanceledException late) when (late.InnerException is TimeoutException)
        {
            // A machine that is switched off refuses nothing: no connection, so nothing was sent.
            return (null, new NodeFault($"no connection in {_options.ConnectTime}", IsRefusal: true, late));
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            Interlocked.Increment(ref _node);
            throw new IndexUnavailableException($"{address} (no answer in {AnswerTime})", late);
        }
    }

    private JsonElement Json(Uri address, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes).RootElement;
        }
        catch (JsonException cut)
        {
            throw ClusterFaults.Refused(
                _options, $"{address} answers what is no JSON: it is no OpenSearch, or something between changes its answers.", cut);
        }
    }
}
