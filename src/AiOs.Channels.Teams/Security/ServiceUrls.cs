namespace AiOs.Channels.Teams.Security;

/// <summary>Where a token of ours may go: exact hosts, since anybody can have a name under trafficmanager.net.</summary>
/// <param name="others">Addresses beside the known ones.</param>
/// <param name="anyLoopback">Whether all of this machine is one, for a playground to which no token goes.</param>
internal sealed class ServiceUrls(IReadOnlyList<Uri> others, bool anyLoopback)
{
    private const string Parent = ".botframework.com";

    private static readonly string[] Hosts =
    [
        "smba.trafficmanager.net",
        "smba.infra.gcc.teams.microsoft.com",
        "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us",
    ];

    public bool Allows(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var asked) || asked.UserInfo.Length > 0 || asked.HostNameType is UriHostNameType.Unknown or UriHostNameType.Basic)
        {
            return false;
        }

        return IsKnown(asked) || others.Any(other => IsSame(other, asked)) || (anyLoopback && asked.IsLoopback && asked.Scheme.StartsWith("http", StringComparison.Ordinal));
    }

    private static bool IsKnown(Uri asked)
    {
        // IdnHost: what is looked up, whatever look-alike was written.
        var host = asked.IdnHost;
        return asked.Scheme == Uri.UriSchemeHttps && asked.IsDefaultPort
            && (Hosts.Contains(host, StringComparer.OrdinalIgnoreCase) || (host.EndsWith(Parent, StringComparison.OrdinalIgnoreCase) && host.Length > Parent.Length));
    }

    /// <summary>Without encryption on loopback only, whatever is configured.</summary>
    private static bool IsSame(Uri other, Uri asked) =>
        (other.Scheme == Uri.UriSchemeHttps || other.IsLoopback)
        && Uri.Compare(other, asked, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
