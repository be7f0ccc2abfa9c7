using PlanSearch.Web.Access;
using PlanSearch.Web.Hosting;

namespace PlanSearch.Web.Pages.Embed;

/// <summary>The address of the site as other sites write it, without "/" at its end.</summary>
internal static class SiteAddress
{
    /// <summary>
    /// What the owner has said (PublicUrl), else what the request was asked at; with the token of its path, so that what is copied carries
    /// it on.
    /// </summary>
    public static string Of(HttpContext context, HostSettings settings) => settings.PublicUrl.Length > 0
        ? settings.PublicUrl + context.Features.Get<CarriedToken>()?.PathPrefix
        : $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase.ToUriComponent()}";
}
