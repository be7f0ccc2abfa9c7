using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Metadata;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Api.Feeds;
using PlanSearch.Web.Api.Requests;

namespace PlanSearch.Web.Api.Description;

/// <summary>
/// An example for every parameter, body, answer and error of the description; a test asks each of them of the running host.
/// </summary>
/// <remarks>The files are answers over the plans that come with the program, their lists cut to two.</remarks>
internal static class Examples
{
    // An answer that no text can show: a workbook, a PDF.
    private const string BinaryFormat = "binary";

    private static readonly Assembly Home = typeof(Examples).Assembly;

    private static readonly Dictionary<string, JsonNode> Parameters = new()
    {
        ["id"] = "linyi",
        ["name"] = "氢能",
        ["facet"] = "level",
        ["q"] = "氢能",
        ["qcode"] = "Imz9gA",
        ["unit"] = "plans",
        ["aside"] = true,
        ["longer"] = true,
        ["mode"] = "auto",
        ["off"] = new JsonArray("住房"),
        ["places"] = "off",
        ["exact"] = false,
        ["sort"] = "document",
        ["size"] = 5,
        ["cursor"] = "AQAAAAAAAAAB3q2-7wAAAAAAAAAAAAAABQ",
        ["facets"] = true,
        ["format"] = "csv",
        ["Feed.format"] = "atom",
        ["allowDrop"] = false,
        ["sample"] = 100,
        ["seed"] = "2026",
        ["coding"] = "编码,备注",
        ["since"] = 1,
        ["Clips.format"] = "txt",
        ["ClipsByBody.format"] = "txt",
        ["clips"] = "AQFC5kOFkL9OAyEcx9_lN2MiTZMaXqW5gdJfhYhAgVSbyw2mDsahg3F0cnG0k3HRp9HePYY_vMacg3Ej338foIaFj-cyg4BgpUsoo9JHypqQgMEKYzLegeAMsskWKbbfPXabNzL7LCYQ0xqWQ2dhbKYmiPp7lAJgjVsbqJqmYtCvl1bvHkwG0intIwmTwBUuT8ack6pNLukpH7NRRfULH-dpiFPeZbwsT0hIJ6ewbKWAqmjtdtfevvzcF8Rxw_4mr3Secxlmp3pAHv0LnlmvzkhxPpc_-njdtg9X3dP1583d_vm-e9_84lfNFw",
        ["anchor"] = "vhtd1apbgh",
        ["from"] = 0,
        ["count"] = 20,
        ["confirmed"] = "outline",
    };

    private static readonly Dictionary<string, (string Code, string Detail)> Problems = new()
    {
        ["400"] = (FaultKinds.QueryEmpty, "请输入要查找的词句。"),
        ["401"] = (FaultKinds.KeyMissing, "本站须凭密钥读取：Authorization: Bearer 密钥，或 X-Api-Key。"),
        ["403"] = (FaultKinds.WritingOff, "本站没有开放修改：没有设置录入密钥（PlanSearch:WriteKeys）。"),
        ["404"] = (FaultKinds.PlanUnknown, "没有编号为“linyi”的规划。"),
        ["409"] = (FaultKinds.PlanExists, "已有编号为“linyi”的规划或文件；要替换请用 PUT。"),
        ["410"] = (FaultKinds.CursorGone, "规划数据已更新，这一翻页标记属于更新前的版本。请从第一页重新开始，以免前后两页来自不同版本。"),
        ["413"] = (FaultKinds.UploadTooLarge, string.Create(CultureInfo.InvariantCulture, $"文件超过上限 {PlanReader.MaxFileBytes} 字节。")),
        ["415"] = (FaultKinds.TypeUnsupported, "文件含空字节，不是文本。"),
        ["422"] = (FaultKinds.FileUnreadable, "文件为空（0 字节）。"),
        ["429"] = (FaultKinds.TooManyRequests, "请求过于频繁，请稍后再试。"),
        ["503"] = (FaultKinds.IndexMissing, "还没有索引：请先入库。"),
    };

    public static Task ApplyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var name = operation.OperationId!;
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            // What an operation takes under a name that others have too is under its own.
            parameter.Example = (Parameters.GetValueOrDefault($"{name}.{parameter.Name}")
                ?? Parameters.GetValueOrDefault(parameter.Name!))?.DeepClone()
                ?? (PlanFacets.Find(parameter.Name!) is { } facet ? new JsonArray(facet.Example) : null);
        }

        Fill(operation.RequestBody?.Content, name + ".request");
        foreach (var (status, response) in operation.Responses!)
        {
            Fill(response.Content?.Where(media => media.Value.Schema?.Format != BinaryFormat), $"{name}.{status}");
            if (response.Content is { } content && content.TryGetValue("application/problem+json", out var problem))
            {
                problem.Example = Problems.TryGetValue(status, out var fault) ? ProblemOf(status, fault.Code, fault.Detail) : null;
            }
        }

        return Task.CompletedTask;
    }

    private static void Fill(IEnumerable<KeyValuePair<string, OpenApiMediaType>>? content, string name)
    {
        foreach (var (type, media) in content ?? [])
        {
            if (Read($"{name}.{EndOf(type)}") is { } example)
            {
                media.Example = type switch
                {
                    "application/json" or FeedFormats.JsonType => JsonNode.Parse(example),
                    "multipart/form-data" => new JsonObject { [Upload.Field] = example },
                    _ => example,
                };
            }
        }
    }

    private static string EndOf(string type) => type switch
    {
        "application/json" or FeedFormats.JsonType => "json",
        FeedFormats.AtomType => "xml",
        "application/x-ndjson" => "ndjson",
        "text/csv" => "csv",
        _ => "txt",
    };

    private static string? Read(string name)
    {
        using var stream = Home.GetManifestResourceStream("PlanSearch.Web.Examples." + name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static JsonObject ProblemOf(string status, string code, string detail) => new()
    {
        ["type"] = "https://tools.ietf.org/html/rfc9110",
        ["status"] = int.Parse(status, CultureInfo.InvariantCulture),
        ["detail"] = detail,
        ["code"] = code,
    };
}
