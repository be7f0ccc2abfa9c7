using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.HttpOverrides;

namespace PlanSearch.Web.Hosting;

/// <summary>Who asks, as far as bounds are concerned.</summary>
internal static class ClientAddress
{
    private const int NetworkBytes = 8;

    /// <summary>
    /// The address; of IPv6 the /64, for a single line has all the addresses in it. Null for the machine itself, which is not bounded.
    /// </summary>
    public static IPAddress? Of(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address || (IPAddress.IsLoopback(address) && !IsForwarded(context.Request)))
        {
            return null;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new IPAddress([.. address.GetAddressBytes().Take(NetworkBytes), .. new byte[NetworkBytes]])
            : address;
    }

    // Where a proxy's word is taken for the address, its own is put there: 127.0.0.1 is then what the proxy was told.
    private static bool IsForwarded(HttpRequest request) => request.Headers.ContainsKey(ForwardedHeadersDefaults.XOriginalForHeaderName);
}
