using System.Net;
using System.Net.Sockets;

namespace AiOs.Channels.Teams.Security;

/// <summary>Tells an address of the open internet from one of this machine, this house or this cloud.</summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Of the new addresses only what is given out at all, and of that no tunnel that leads back to an old one.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(static text => IPNetwork.Parse(text)),
    ];

    private static readonly IPNetwork GivenOut = IPNetwork.Parse("2000::/3");

    public static bool Is(IPAddress address)
    {
        var meant = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (meant.AddressFamily == AddressFamily.InterNetwork || GivenOut.Contains(meant)) && !Closed.Any(network => network.Contains(meant));
    }
}
