using System.Globalization;
using System.Net;
using System.Text;

namespace PlanSearch.OpenSearch.Tests.Nodes;

/// <summary>What a node said, or what is made of it.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body.</param>
internal sealed record NodeAnswer(int Status, string Body)
{
    /// <summary>The connection is cut in the middle of the body.</summary>
    public bool IsCut { get; init; }
}

/// <summary>A request on its way to a node.</summary>
/// <param name="Method">GET, PUT, ….</param>
/// <param name="Path">With its query.</param>
/// <param name="Body">The body.</param>
/// <param name="Authorization">The header; empty for none.</param>
internal sealed record NodeRequest(string Method, string Path, string Body, string Authorization);

/// <summary>Stands between the adapter and a node, on 127.0.0.1, and may change what either says.</summary>
internal sealed class FaultProxy : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpClient _http = new();
    private readonly Uri _node;
    private readonly Thread _thread;

    /// <param name="node">The node.</param>
    public FaultProxy(Uri node)
    {
        _node = node;
        Url = new Uri($"http://127.0.0.1:{FreePorts.One().ToString(CultureInfo.InvariantCulture)}");
        _listener.Prefixes.Add(Url + "");
        _listener.Start();
        _thread = new Thread(Serve) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Where it is.</summary>
    public Uri Url { get; }

    /// <summary>What is answered without asking the node; null to ask it.</summary>
    public Func<NodeRequest, NodeAnswer?> Before { get; set; } = _ => null;

    /// <summary>What is made of the node's answer.</summary>
    public Func<NodeRequest, NodeAnswer, NodeAnswer> After { get; set; } = (_, answer) => answer;

    public void Dispose()
    {
        _listener.Close();
        _thread.Join();
        _http.Dispose();
    }

    private void Serve()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = _listener.GetContext();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // It was disposed of.
                return;
            }

            Answer(context);
        }
    }

    private void Answer(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream);
        var request = new NodeRequest(
            context.Request.HttpMethod, context.Request.RawUrl!, reader.ReadToEnd(), context.Request.Headers["Authorization"] ?? "");
        var answer = After(request, Before(request) ?? Ask(request, context.Request.ContentType));
        var bytes = Encoding.UTF8.GetBytes(answer.Body);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength64 = bytes.Length;
        try
        {
            context.Response.OutputStream.Write(bytes, 0, answer.IsCut ? bytes.Length / 2 : bytes.Length);
            if (answer.IsCut)
            {
                context.Response.OutputStream.Flush();
                context.Response.Abort();
                return;
            }

            context.Response.Close();
        }
        catch (HttpListenerException)
        {
            // Whoever asked has gone.
            context.Response.Abort();
        }
    }

    private NodeAnswer Ask(NodeRequest request, string? type)
    {
        using var asked = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(_node, request.Path));
        if (request.Body.Length > 0)
        {
            asked.Content = new StringContent(request.Body, Encoding.UTF8);
            asked.Content.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue(type ?? "application/json");
        }

        using var response = _http.Send(asked);
        using var text = new StreamReader(response.Content.ReadAsStream());
        return new NodeAnswer((int)response.StatusCode, text.ReadToEnd());
    }
}
