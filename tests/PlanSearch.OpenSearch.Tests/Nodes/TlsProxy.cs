using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PlanSearch.OpenSearch.Tests.Nodes;

/// <summary>Ends TLS before a node, which speaks plain HTTP here.</summary>
internal sealed class TlsProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate;
    private readonly Uri _node;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    /// <param name="node">The node.</param>
    /// <param name="until">When its certificate is out of date.</param>
    public TlsProxy(Uri node, DateTimeOffset until)
    {
        _node = node;
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(until.AddYears(-1), until);
        _certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), password: null);
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Where it is.</summary>
    public Uri Url => new($"https://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>SHA-256 of its certificate.</summary>
    public string Fingerprint => _certificate.GetCertHashString(HashAlgorithmName.SHA256);

    public void Dispose()
    {
        _end.Cancel();
        _listener.Stop();
        _serving.Wait();
        _certificate.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                open.Add(PassAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            // It was disposed of.
        }

        await Task.WhenAll(open);
    }

    private async Task PassAsync(TcpClient client)
    {
        using var asked = client;
        try
        {
            await using var outer = new SslStream(asked.GetStream());
            await outer.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _end.Token);
            using var node = new TcpClient();
            await node.ConnectAsync(_node.Host, _node.Port, _end.Token);
            await using var inner = node.GetStream();
            await Task.WhenAny(outer.CopyToAsync(inner, _end.Token), inner.CopyToAsync(outer, _end.Token));
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // Whoever asked did not trust it, or has gone.
            asked.Close();
        }
    }
}
