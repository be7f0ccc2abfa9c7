using System.Net;
using System.Text;

namespace PlanSearch.Web.Tests.Api;

/// <summary>The table of metadata out and in, by the API and by the page's form.</summary>
public sealed class MetadataTableTests : IAsyncLifetime
{
    private const string Table = "编号,文号,牵头部门\nlinyi,临政发〔2021〕1号,发展改革委\nnowhere,,\njihu,,=1+1\n";

    private TestHost _host = null!;

    public async Task InitializeAsync() => _host = await TestHost.StartAsync(settings: "WriteKeys=" + TestHost.WriteKey);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task ExportThenImport_ChangesNothing(string format, string type)
    {
        using var export = await _host.Client.GetAsync(Address($"/api/v1/metadata?format={format}"));
        var bytes = await export.Content.ReadAsByteArrayAsync();
        using var import = await _host.WriteAsync(HttpMethod.Post, "/api/v1/metadata", new ByteArrayContent(bytes));

        Assert.Equal(type, export.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"规划信息表.{format}", export.Content.Headers.ContentDisposition!.FileNameStar);
        var report = await import.JsonAsync();
        Assert.Equal(0, report.GetProperty("written").GetArrayLength());
        Assert.Equal(0, report.GetProperty("faults").GetArrayLength());
        Assert.True(report.GetProperty("unchanged").GetInt32() > 2);
    }

    [Fact]
    public async Task Import_GoodAndBadRows_AreSearchableAndNamed()
    {
        using var import = await _host.WriteAsync(HttpMethod.Post, "/api/v1/metadata", new StringContent(Table, Encoding.UTF8, "text/csv"));

        var report = await import.JsonAsync();
        Assert.Equal(["linyi", "jihu"], report.GetProperty("written").EnumerateArray().Select(id => id.GetString()));
        Assert.StartsWith(
            "第 3 行：没有编号为“nowhere”的规划", Assert.Single(report.GetProperty("faults").EnumerateArray()).GetString(), StringComparison.Ordinal);
        var found = await (await _host.Client.GetAsync(Address("/api/v1/search?q=氢能&牵头部门=发展改革委"))).JsonAsync();
        Assert.Equal(1, found.GetProperty("certificate").GetProperty("plans").GetInt32());
        Assert.Contains(found.GetProperty("facets").EnumerateArray(), facet => facet.GetProperty("name").GetString() == "牵头部门");
        Assert.Contains("牵头部门", await _host.Client.GetStringAsync(Address("/search?q=氢能")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_CellThatCouldBeAFormula_IsGuardedAndComesBackAsItWas()
    {
        using var import = await _host.WriteAsync(HttpMethod.Post, "/api/v1/metadata", new StringContent(Table, Encoding.UTF8, "text/csv"));

        var csv = await _host.Client.GetStringAsync(Address("/api/v1/metadata"));
        Assert.Contains(",'=1+1", csv, StringComparison.Ordinal);
        using var again = await _host.WriteAsync(HttpMethod.Post, "/api/v1/metadata", new StringContent(csv, Encoding.UTF8, "text/csv"));
        Assert.Equal(0, (await again.JsonAsync()).GetProperty("written").GetArrayLength());
    }

    [Fact]
    public async Task Form_WithKey_SaysWhatItDidAndDoesIt()
    {
        Assert.Contains("type=\"file\"", await _host.Client.GetStringAsync(Address("/metadata")), StringComparison.Ordinal);
        using var answer = await _host.Client.PostAsync(Address("/metadata"), Form(TestHost.WriteKey));

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("已改 2 份", html, StringComparison.Ordinal);
        Assert.Contains("第 3 行", html, StringComparison.Ordinal);
        Assert.Contains("临政发〔2021〕1号", await _host.Client.GetStringAsync(Address("/plans/linyi/ledger")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData(null)]
    public async Task Form_WithoutItsKey_ChangesNothing(string? key)
    {
        var sidecar = Path.Combine(_host.Collection.Plans, "linyi.meta.yaml");
        var before = await File.ReadAllTextAsync(sidecar);
        using var answer = await _host.Client.PostAsync(Address("/metadata"), Form(key));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(sidecar));
    }

    [Fact]
    public async Task Form_OfAHostThatDoesNotWrite_IsRefused()
    {
        await using var host = await TestHost.StartAsync();
        using var answer = await host.Client.PostAsync(Address("/metadata"), Form(TestHost.WriteKey));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static Uri Address(string address) => new(address, UriKind.Relative);

    private static MultipartFormDataContent Form(string? key)
    {
        var form = new MultipartFormDataContent();
        if (key is not null)
        {
            form.Add(new StringContent(key), "key");
        }

        form.Add(new StringContent(Table), "file", "规划信息表.csv");
        return form;
    }
}
