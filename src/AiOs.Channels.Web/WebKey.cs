using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AiOs.Contracts.Ports;

namespace AiOs.Channels.Web;

/// <summary>
/// What the operator proves themselves with: it stands in the printed address, once, and in the headers of scripts.
/// A browser gets a session token made from it, so that a cookie never holds the key and a new key ends every session.
/// </summary>
public sealed class WebKey
{
    private const int Bytes = 20;
    private readonly byte[] _key;
    private readonly byte[] _session;

    /// <summary>Takes a key that was made before.</summary>
    /// <param name="text">At least 22 characters that carry 128 random bits.</param>
    public WebKey(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(text.Length, 22, nameof(text));
        Text = text;
        _key = Encoding.UTF8.GetBytes(text);
        SessionToken = Convert.ToHexStringLower(HMACSHA256.HashData(_key, "aios web session v1"u8));
        _session = Encoding.ASCII.GetBytes(SessionToken);
        CookieName = "aios-" + Convert.ToHexStringLower(HMACSHA256.HashData(_key, "aios web cookie name v1"u8).AsSpan(0, 4));
    }

    /// <summary>The key as it stands in the printed address.</summary>
    public string Text { get; }

    /// <summary>What the cookie holds.</summary>
    internal string SessionToken { get; }

    /// <summary>Cookies are shared between the ports of a host, so each key names its own.</summary>
    internal string CookieName { get; }

    /// <summary>Makes a key of 160 random bits.</summary>
    /// <param name="entropy">The randomness.</param>
    /// <returns>A new key.</returns>
    public static WebKey Make(IEntropy entropy)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        entropy.Fill(bytes);
        return new WebKey(Base64Url.EncodeToString(bytes));
    }

    /// <summary>Never the key: this object may end up in a log.</summary>
    /// <returns>A fixed word.</returns>
    public override string ToString() => "(web key)";

    /// <summary>Compares without telling by its duration where the texts differ.</summary>
    internal bool Opens(ReadOnlySpan<char> given) => Same(given, _key);

    /// <summary>The same for the session token of a cookie.</summary>
    internal bool OpensSession(ReadOnlySpan<char> given) => Same(given, _session);

    private static bool Same(ReadOnlySpan<char> given, ReadOnlySpan<byte> wanted)
    {
        Span<byte> bytes = stackalloc byte[256];
        return Encoding.UTF8.TryGetBytes(given, bytes, out var count)
            && CryptographicOperations.FixedTimeEquals(bytes[..count], wanted);
    }
}
