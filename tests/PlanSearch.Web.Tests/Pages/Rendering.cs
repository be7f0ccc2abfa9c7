using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PlanSearch.Web.Hosting;
using PlanSearch.Web.Pages.Views;

namespace PlanSearch.Web.Tests.Pages;

/// <summary>Components alone, with hand-made answers.</summary>
internal static class Rendering
{
    public static async Task<string> HtmlAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var services = new ServiceCollection()
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
            .AddSingleton(PageView.Default)
            .AddSingleton(PageView.Default.Texts)
            .AddSingleton(new SiteLinks("", PageView.Default))
            .AddSingleton(TimeProvider.System)
            .AddSingleton<Readiness>()
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}
