using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.Web.Access;
using PlanSearch.Web.Api;
using PlanSearch.Web.Api.Requests;
using PlanSearch.Web.Bounds;
using PlanSearch.Web.Faults;
using PlanSearch.Web.Hosting;
using PlanSearch.Web.Pages;
using PlanSearch.Web.Pages.Frame;

namespace PlanSearch.Web;

/// <summary>The one host of page and API; the command line's <c>serve</c> starts the same.</summary>
public static class WebHost
{
    /// <summary>Where it listens when nothing is said.</summary>
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>Puts the host together; nothing is read from disk and no port is taken before it starts.</summary>
    /// <param name="args">
    /// Settings as <c>--name=value</c>: <c>urls</c> and those of <see cref="HostSettings"/> under <c>PlanSearch:</c>.
    /// </param>
    /// <param name="configure">What a test or an embedding host changes before the services are closed; may be null.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        var settings = HostSettings.From(builder.Configuration);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(settings.Corpus.Time);
        builder.Services.AddPageView();
        builder.Services.AddCorpus(settings);
        builder.Services.AddSingleton<AccessKeys>();
        builder.Services.AddSingleton<RequestCounts>();
        builder.Services.AddSingleton(new PublicLinks(settings.PublicUrl));
        builder.Services.AddSingleton<SiteOrigins>();
        builder.Services.AddSingleton(_ => new PlanUpkeep(settings.Corpus, settings.Plans));
        builder.Services.AddSingleton(new TopicUpkeep(settings.Corpus));
        builder.Services.AddPublicPath();
        builder.Services.AddRequestBounds(settings);
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        // Nothing here is protected by keys; without this the components would keep some in the home directory.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddRazorComponents();
        builder.Services.AddSingleton<FaultPageMaker>(PageResults.Fault);
        builder.Services.AddApi(settings);
        builder.Services.AddExceptionHandler<FaultHandler>();
        builder.ListenQuietly();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UsePublicPath(settings);
        app.UseHeadRequests();
        app.UseSecurityHeaders(settings);
        app.Use(app.Services.GetRequiredService<RequestCounts>().CountAsync);
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(FaultHandler.FillEmptyAnswerAsync);
        SiteOrigins.RefuseOddOnes(app);
        AddressBounds.Use(app);
        CarriedToken.Use(app);
        app.UseEmbeddedAssets();
        app.UsePageView();
        app.UseApiDocs();
        app.UseRouting();
        app.UseCors();
        app.UseRateLimiter();
        app.UseAccessControl();
        app.Use(app.Services.GetRequiredService<WorkPermits>().AnswerAsync);
        app.UseRequestTimeouts();
        app.MapApi();
        app.MapPages();
        return app;
    }

    /// <summary>Brings the index in step with the plans, serves until told to stop, and says how it went.</summary>
    /// <returns>
    /// 0 after an orderly stop, 2 when there is nothing to serve, the port is taken or a setting makes no sense, 3 when the index is
    /// damaged.
    /// </returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args);
            return await new StartUp(app).RunAsync();
        }
        catch (HostSettingsException senseless)
        {
            await Console.Error.WriteLineAsync(senseless.Message);
            return StartUp.NothingToServe;
        }
    }
}
