using System.Text.Json;
using System.Text.RegularExpressions;
using PlanSearch.Export.Tables;
using PlanSearch.Plans.Metadata;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;

namespace PlanSearch.Web.Tests.Api.Contract;

/// <summary>
/// The description of the API held against the running host: made from the description itself, so that what is added there is tested here.
/// </summary>
public sealed partial class ContractTests(ContractHosts hosts) : IClassFixture<ContractHosts>
{
    private const string Problem = "application/problem+json";

    // Keys of a table of metadata, a state, and causes by which counts differ.
    private static readonly string[] OtherWords =
    [
        "short_title", "document_number", "not_ready", "text_added", "text_removed", "text_changed", "metadata_changed",
        "corrections_changed", "box_end",
    ];

    private SchemaCheck Schemas => new(hosts.Document);

    [Fact]
    public void Description_EveryOperation_IsDescribedWithExamplesOfItsShape()
    {
        var faults = new List<string>();
        foreach (var operation in hosts.Operations)
        {
            Assert.NotEmpty(operation.Description.GetProperty("summary").GetString()!);
            Assert.NotEmpty(operation.Description.GetProperty("description").GetString()!);
            foreach (var parameter in operation.Parameters)
            {
                Assert.NotEmpty(parameter.GetProperty("description").GetString()!);
                faults.AddRange(Check(operation, Operation.Name(parameter), parameter));
            }

            // No text can show an answer that is a workbook or a PDF.
            var answers = operation.Responses.Where(response => response.Response.TryGetProperty("content", out _))
                .SelectMany(response => response.Response.GetProperty("content").EnumerateObject()).Where(media => !IsBinary(media.Value));
            var requests = operation.Description.TryGetProperty("requestBody", out var request)
                ? request.GetProperty("content").EnumerateObject()
                : default;
            faults.AddRange(answers.Concat(requests).SelectMany(media => Check(operation, media.Name, media.Value)));
        }

        Assert.True(hosts.Operations.Count > 15);
        Assert.Equal("", string.Join('\n', faults));
    }

    // The framework does not see them: they are written there from the table.
    [Theory]
    [InlineData("Search")]
    [InlineData("Feed")]
    [InlineData("Blocks")]
    public void Description_OfWhatTakesASearch_HasEveryFacetOnce(string id) => Assert.Equal(
        PlanFacets.All.Select(facet => facet.Name),
        hosts.Operations.Single(operation => operation.Id == id).Parameters.Select(Operation.Name)
            .Where(name => PlanFacets.Find(name) is not null));

    [Fact]
    public void Description_Codes_AreThoseOfTheTable()
    {
        var code = hosts.Document.GetProperty("components")
            .GetProperty("schemas")
            .GetProperty("ProblemDetails")
            .GetProperty("properties")
            .GetProperty("code");
        var kinds = FaultKinds.All.Where(kind => kind.Status is not null).ToList();

        Assert.Equal(kinds.Select(kind => kind.Code), code.GetProperty("enum").EnumerateArray().Select(value => value.GetString()));
        Assert.All(
            kinds,
            kind => Assert.Contains(
                $"{kind.Code} ({kind.Status}): {kind.InEnglish}", code.GetProperty("description").GetString(), StringComparison.Ordinal));
    }

    // What looks like a code in a sentence is one, or the name of a member or of a value that the description has.
    [Fact]
    public void Description_SentencesNameNoOtherCode()
    {
        var known = FaultKinds.All.Select(kind => kind.Code).Concat(OtherWords).ToHashSet(StringComparer.Ordinal);
        var sentences = new List<string>();
        Read(hosts.Document);
        var named = sentences.SelectMany(sentence => CodeLike().Matches(sentence).Select(word => word.Value)).Distinct().ToList();

        Assert.Contains(FaultKinds.RootShrunk, named);
        Assert.Equal([], named.Where(word => !known.Contains(word)));

        void Read(JsonElement value)
        {
            foreach (var item in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [])
            {
                Read(item);
            }

            foreach (var member in value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : [])
            {
                known.Add(member.Name);
                known.UnionWith(member.Name == "enum" ? member.Value.EnumerateArray().Select(one => one.ToString()) : []);
                if (member.Name is "description" or "summary" && member.Value.ValueKind == JsonValueKind.String)
                {
                    sentences.Add(member.Value.GetString()!);
                }

                Read(member.Value);
            }
        }
    }

    [GeneratedRegex("\\b[a-z]+(_[a-z]+)+\\b")]
    private static partial Regex CodeLike();

    [Fact]
    public void Description_EverySchema_SaysWhatItsMembersAre()
    {
        var silent = hosts.Document.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .Where(schema => schema.Name != "ProblemDetails" && schema.Value.TryGetProperty("properties", out _))
            .SelectMany(schema => schema.Value.GetProperty("properties").EnumerateObject()
                .Where(member => !member.Value.TryGetProperty("description", out _) && !member.Value.TryGetProperty("oneOf", out _))
                    .Select(member => $"{schema.Name}.{member.Name}"));

        Assert.Equal("", string.Join('\n', silent));
    }

    // To the description a table is any string.
    [Theory]
    [InlineData("Mentions.200.csv")]
    [InlineData("MentionsByBody.200.csv")]
    public void Examples_OfTables_HaveTheColumnsThatAreWritten(string name)
    {
        var file = Path.Combine(Repository.Root, "src", "PlanSearch.Web", "Api", "Description", "Examples", name);

        Assert.Equal(string.Join(',', CsvExport.Columns), File.ReadLines(file).First());
    }

    [Fact]
    public async Task Examples_Asked_AreAnsweredAsDescribed()
    {
        // Those that write come in an order that leaves the plan where the next one looks for it.
        foreach (var operation in hosts.Operations.Where(operation => operation.Id != "RemovePlan"))
        {
            var request = operation.Id == "AddPlan" ? operation.Request(query: "id=example") : operation.Request();
            request.Headers.Add("X-Api-Key", TestHost.WriteKey);
            await AssertDescribedAsync(operation, await hosts.Open.Client.SendAsync(request), isSuccess: true);
        }

        var removal = hosts.Operations.Single(operation => operation.Id == "RemovePlan").Request(plan: "example");
        removal.Headers.Add("X-Api-Key", TestHost.WriteKey);
        Assert.Equal(204, (int)(await hosts.Open.Client.SendAsync(removal)).StatusCode);
    }

    [Fact]
    public async Task Parameters_ExampleOfEach_IsTaken()
    {
        var asked = 0;
        foreach (var operation in hosts.Operations)
        {
            foreach (var parameter in operation.Parameters.Where(parameter => parameter.GetProperty("in").GetString() == "query"))
            {
                var name = Operation.Name(parameter);
                if (operation.Id is "AddPlan" or "ReplacePlan" || name == "cursor")
                {
                    // Adding and replacing are asked above; a cursor is only good for the request it came from.
                    continue;
                }

                var query = name == "q" ? "" : "q=" + Uri.EscapeDataString("氢能") + "&";
                using var response = await hosts.Open.Client.SendAsync(operation.Request(query: query + Operation.Example(parameter)));
                await AssertDescribedAsync(operation, response, isSuccess: true);
                asked++;
            }
        }

        Assert.True(asked > 40, $"{asked} asked");
    }

    [Fact]
    public async Task Statuses_EachThatIsDocumented_IsMetAndHasItsShape()
    {
        var met = 0;
        foreach (var operation in hosts.Operations)
        {
            foreach (var (status, _) in operation.Responses.Where(response => response.Status >= 400))
            {
                using var response = await Refusals.ProvokeAsync(hosts, operation, status);
                Assert.True(response is not null, $"{operation} {status}: nobody has written down how to bring it about");
                Assert.True(
                    (int)response.StatusCode == status,
                    $"{operation} {status}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
                await AssertDescribedAsync(operation, response, isSuccess: false);
                met++;
            }
        }

        Assert.True(met > 60, $"{met} met");
    }

    private async Task AssertDescribedAsync(Operation operation, HttpResponseMessage response, bool isSuccess)
    {
        var status = (int)response.StatusCode;
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode == isSuccess, $"{operation}: {status} {text}");
        var described = operation.Responses.Single(known => known.Status == status).Response;
        if (!described.TryGetProperty("content", out var content))
        {
            Assert.Empty(text);
            return;
        }

        var type = response.Content.Headers.ContentType!.MediaType!;
        Assert.True(content.TryGetProperty(type, out var media), $"{operation} {status}: {type} is not described");
        if (type is "application/json" or "application/feed+json" or Problem)
        {
            var faults = Schemas.Faults(media.GetProperty("schema"), JsonDocument.Parse(text).RootElement);
            Assert.True(faults.Count == 0, $"{operation} {status}:\n{string.Join('\n', faults.Take(10))}");
        }
    }

    private static bool IsBinary(JsonElement media) =>
        media.GetProperty("schema").TryGetProperty("format", out var format) && format.GetString() == "binary";

    private IEnumerable<string> Check(Operation operation, string what, JsonElement described) =>
        described.TryGetProperty("example", out var example)
            ? Schemas.Faults(described.GetProperty("schema"), example).Select(fault => $"{operation} {what}: {fault}")
            : [$"{operation} {what}: no example"];
}
