using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AiOs.Kernel.Chat.Pairing;

/// <summary>The one code that pairs one sender: for an hour, for ten wrong tries, once. Pure.</summary>
/// <param name="Digest">The keyed hash of the code, which is kept nowhere.</param>
/// <param name="Until">When it ends, UTC.</param>
/// <param name="Wrong">How often something else was tried.</param>
/// <param name="TakenBy">Who used it, as a short hash; a crash after that must not cost them the code.</param>
internal sealed record PairingCode(string Digest, DateTimeOffset Until, int Wrong, string? TakenBy)
{
    public const int Length = 10;
    public const int MostWrong = 10;

    /// <summary>Without what looks like something else: no I and 1, no O and 0.</summary>
    public const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>The code as it is after a try, and whether the try fits. The same where nothing is to be kept.</summary>
    public (PairingCode After, bool Fits) Try(string digest, string sender, DateTimeOffset now)
    {
        if (now >= Until || Wrong >= MostWrong || (TakenBy is { } other && other != sender))
        {
            return (this, false);
        }

        var fits = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(digest), Encoding.ASCII.GetBytes(Digest));
        return fits ? (this with { TakenBy = sender }, true) : (this with { Wrong = Wrong + 1 }, false);
    }

    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Digest} {Until.ToUnixTimeMilliseconds()} {Wrong} {TakenBy}").TrimEnd();

    public static PairingCode? Read(string? text) => text?.Split(' ') switch
    {
        [var digest, var until, var wrong, .. var rest] when rest.Length < 2 && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var end) && int.TryParse(wrong, NumberStyles.None, CultureInfo.InvariantCulture, out var tries) =>
            new PairingCode(digest, DateTimeOffset.FromUnixTimeMilliseconds(end), tries, rest is [var by] ? by : null),
        _ => null,
    };
}
