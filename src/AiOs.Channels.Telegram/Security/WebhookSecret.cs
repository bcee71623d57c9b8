using System.Security.Cryptography;
using System.Text;

namespace AiOs.Channels.Telegram.Security;

/// <summary>What proves that a call of the webhook comes from Telegram. Asked before one byte of the body is read.</summary>
internal sealed class WebhookSecret
{
    public const string Header = "X-Telegram-Bot-Api-Secret-Token";
    private const int Longest = 256;

    private readonly byte[] _digest;

    /// <summary>Takes the configured secret; an empty one, or one that Telegram would not take, stops the start.</summary>
    public WebhookSecret(string? secret)
    {
        if (!IsUsable(secret))
        {
            throw new ArgumentException("The webhook's secret has 1 to 256 letters, digits, hyphens and underscores.", nameof(secret));
        }

        _digest = SHA256.HashData(Encoding.UTF8.GetBytes(secret!));
    }

    /// <summary>Whether Telegram takes it as a secret.</summary>
    public static bool IsUsable(string? secret) =>
        secret is { Length: > 0 and <= Longest } && secret.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    /// <summary>Compares in a time that tells nothing of the secret, not even its length. More or less than one value is a no.</summary>
    public bool IsCarriedBy(IReadOnlyList<string?> headerValues)
    {
        // A header of any length is hashed only as far as a secret can be long.
        var given = headerValues.Count == 1 ? headerValues[0] ?? string.Empty : string.Empty;
        var bytes = Encoding.UTF8.GetBytes(given.Length > Longest ? given[..Longest] + "!" : given);
        return CryptographicOperations.FixedTimeEquals(SHA256.HashData(bytes), _digest);
    }
}
