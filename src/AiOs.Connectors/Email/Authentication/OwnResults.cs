using System.Text;
using MimeKit;
using MimeKit.Cryptography;

namespace AiOs.Connectors.Email.Authentication;

/// <summary>
/// Finds what our own mail server wrote about who sent a mail. Servers write at the top, so of several fields with our name only the first one
/// counts, and none below the hop of a foreign server or below what the sender wrote. That our server takes away fields with its name before it
/// adds its own is its duty (RFC 8601 section 5), which the first one does not rest on.
/// </summary>
internal static class OwnResults
{
    /// <summary>What only the sender writes, or the sender's server; what stands below is theirs.</summary>
    private static readonly HashSet<HeaderId> Theirs = [HeaderId.From, HeaderId.To, HeaderId.Subject, HeaderId.Date, HeaderId.MimeVersion, HeaderId.DkimSignature];

    /// <summary>The results; nothing where our server wrote none that can be believed.</summary>
    public static AuthenticationResults? Find(HeaderList headers, string authservId)
    {
        var own = DomainNames.Plain(authservId);
        foreach (var header in headers)
        {
            if (Theirs.Contains(header.Id)) return null;
            if (header.Id == HeaderId.Received && !HopReader.IsOurs(header.Value, authservId)) return null;
            if (header.Id != HeaderId.AuthenticationResults) continue;
            if (!AuthenticationResults.TryParse(header.RawValue, out var results))
            {
                // What cannot be read may be ours; then nothing below it is.
                if (Encoding.Latin1.GetString(header.RawValue).Contains(authservId, StringComparison.OrdinalIgnoreCase)) return null;
                continue;
            }

            if (DomainNames.Plain(results.AuthenticationServiceIdentifier) is { } by && by == own) return results;
        }

        return null;
    }
}
