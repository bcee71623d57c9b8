using System.Security.Cryptography;
using System.Text;

namespace AiOs.Bot.MailIn;

/// <summary>What proves that a posted mail comes from whom the operator gave the secret: HMAC-SHA256 of the body's bytes, in hexadecimal.</summary>
internal sealed class BodySignature(string secret)
{
    public const string Header = "X-AiOs-Signature";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(secret);

    /// <summary>The signature that a header carries; nothing where it can be none, whatever the body is. More or less than one value is none.</summary>
    public static byte[]? Of(IReadOnlyList<string?> headerValues)
    {
        if (headerValues is not [{ Length: 2 * SHA256.HashSizeInBytes } text] || !text.All(char.IsAsciiHexDigit)) return null;
        return Convert.FromHexString(text);
    }

    /// <summary>Compares in a time that tells nothing of the right one.</summary>
    public bool Fits(byte[] given, ReadOnlySpan<byte> body) => CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(_key, body), given);
}
