using System.Buffers.Binary;
using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Text;

namespace PlanSearch.Web.Tests.Api.Contract;

/// <summary>How each status of the description that is no success is brought about.</summary>
internal static class Refusals
{
    /// <summary>The answer of a host that has reason to refuse; null when nobody has written down how.</summary>
    public static async Task<HttpResponseMessage?> ProvokeAsync(ContractHosts hosts, Operation operation, int status) => status switch
    {
        400 => await SendAsync(hosts.Open, Senseless(operation)),
        401 => await hosts.Keyed.Client.SendAsync(operation.Request()),
        403 => await SendAsync(hosts.ReadOnly, operation.Request()),
        404 => await SendAsync(hosts.Open, operation.Request(plan: "nowhere")),
        409 when operation.Id
            == "AddMember" => await SendAsync(hosts.Open, operation.Request(content: Text("""{"word":"制氢"}""", "application/json"))),
        409 when operation.Id == "AddPlan" => await SendAsync(hosts.Open, operation.Request(query: "id=linyi")),
        409 when operation.Id == "ImportMetadata" => await SendAsync(hosts.Homeless, operation.Request()),
        409 => await SendAsync(hosts.Elsewhere, operation.Request()),
        410 when operation.Id == "Source" => await ChangedFileAsync(hosts.ReadOnly, operation),
        410 => await OutdatedAsync(hosts.Open, operation),
        413 => await SendAsync(hosts.Narrow, operation.Request()),
        415 when operation.Id is "CorrectPlan" or "AddMember" or "CorrectLine" or "ConfirmPlan" => await SendAsync(
            hosts.Open, operation.Request(content: Text("title: a", "text/plain"))),
        415 => await SendAsync(
            hosts.Open, operation.Request(query: "id=binary", content: new ByteArrayContent([0x25, 0, 0, 1, 2, 0, 0, 3]))),
        422 when operation.Id
            == "CorrectLine" => await SendAsync(
                hosts.Open, operation.Request(content: Text("""{"line":1,"is":"title"}""", "application/json"))),
        422 when operation.Id
            == "ConfirmPlan" => await SendAsync(hosts.Open, operation.Request(content: Text("""{"part":"boxes"}""", "application/json"))),
        422 when operation.Id == "Plans" => await SendAsync(hosts.Open, operation.Request(query: "confirmed=boxes")),
        422 when operation.Id
            == "CorrectPlan" => await SendAsync(hosts.Open, operation.Request(content: Text("""{"level":"银河级"}""", "application/json"))),
        422 => await SendAsync(hosts.Open, operation.Request(query: "id=blank", content: Text(" \n", "text/plain"))),
        429 => await TwiceAsync(hosts.Limited, operation),
        503 when operation.Id == "Ready" => await hosts.Empty.Client.SendAsync(operation.Request()),
        503 => await SendAsync(hosts.Busy, operation.Request()),
        _ => null,
    };

    private static HttpRequestMessage Senseless(Operation operation) => operation.Id switch
    {
        "AddPlan" => operation.Request(query: "id=" + Uri.EscapeDataString("../../etc/passwd")),
        "ReplacePlan" => operation.Request(content: new MultipartFormDataContent { { new StringContent("x"), "other" } }),
        "CorrectPlan" or "CorrectLine" or "ConfirmPlan" => operation.Request(content: Text("{", "application/json")),
        "AddMember" => operation.Request(content: Text("""{"word":"(氢"}""", "application/json")),
        "Suggest" => operation.Request(query: "q=a&count=0"),
        "Metadata" => operation.Request(query: "format=dbf"),
        "ImportMetadata" => operation.Request(content: new MultipartFormDataContent { { new StringContent("x"), "other" } }),
        "Clips" => operation.Request(query: "clips=broken"),
        "ClipsByBody" => operation.Request(content: Text("""{"format":"other"}""", "application/json")),
        "SearchByBody" or "MentionsByBody" or "CollocatesByBody" or "Replicate" => operation.Request(
            content: Text("{}", "application/json")),
        _ => operation.Request(query: "q=a&mode=guess"),
    };

    private static async Task<HttpResponseMessage> OutdatedAsync(TestHost host, Operation operation)
    {
        var isSearch = operation.Id.StartsWith("Search", StringComparison.Ordinal);
        var list = isSearch ? "search" : "mentions";
        var first = await host.Client.GetAsync(new Uri($"/api/v1/{list}?q=营商环境&size=1", UriKind.Relative));
        var bytes = Base64Url.DecodeFromChars((await first.JsonAsync()).GetProperty("next").GetString()!);

        // The same place in a generation that nobody keeps: those that are kept are answered from.
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1), 1_000_000);
        var cursor = Base64Url.EncodeToString(bytes);
        return await host.Client.SendAsync(operation.Id.EndsWith("ByBody", StringComparison.Ordinal)
            ? operation.Request(content: Text($$"""{"q":"营商环境","size":1,"cursor":"{{cursor}}"}""", "application/json"))
            : operation.Request(query: $"q={Uri.EscapeDataString("营商环境")}&size=1&cursor={cursor}"));
    }

    private static async Task<HttpResponseMessage> ChangedFileAsync(TestHost host, Operation operation)
    {
        await File.AppendAllTextAsync(Path.Combine(host.Collection.Plans, "linyi.txt"), "又及。");
        return await host.Client.SendAsync(operation.Request());
    }

    private static async Task<HttpResponseMessage> TwiceAsync(TestHost host, Operation operation)
    {
        // An address for each operation, so that the first request of each is let through.
        var address = $"203.0.113.{1 + (Math.Abs(operation.Id.Sum(sign => sign) * 7) % 250)}";
        using var first = await SendAsync(host, From(operation.Request(), address));
        return await SendAsync(host, From(operation.Request(), address));
    }

    private static HttpRequestMessage From(HttpRequestMessage request, string address)
    {
        request.Headers.Add(TestHost.ClientHeader, address);
        return request;
    }

    private static Task<HttpResponseMessage> SendAsync(TestHost host, HttpRequestMessage request)
    {
        request.Headers.Add("X-Api-Key", TestHost.WriteKey);
        return host.Client.SendAsync(request);
    }

    private static StringContent Text(string text, string type) => new(text, Encoding.UTF8, MediaTypeHeaderValue.Parse(type));
}
