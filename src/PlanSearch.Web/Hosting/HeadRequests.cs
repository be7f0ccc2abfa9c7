using Microsoft.AspNetCore.Http.Features;

namespace PlanSearch.Web.Hosting;

/// <summary>Answers HEAD as GET without the body: monitors and link checkers ask so, and endpoints know only GET.</summary>
internal static class HeadRequests
{
    public static void UseHeadRequests(this WebApplication app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
            context.Features.Set<IHttpResponseBodyFeature>(
                new StreamResponseBodyFeature(Stream.Null, context.Features.GetRequiredFeature<IHttpResponseBodyFeature>()));
        }

        return next(context);
    });
}
