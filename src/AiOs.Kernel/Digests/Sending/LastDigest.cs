using System.Globalization;

namespace AiOs.Kernel.Digests.Sending;

/// <summary>The last digest that was delivered.</summary>
/// <param name="Key">The short name of its firing.</param>
/// <param name="DueAt">The moment it was due, UTC.</param>
/// <param name="UpTo">The last position that it told of.</param>
/// <param name="Until">When its window ended, UTC.</param>
internal sealed record LastDigest(string Key, DateTimeOffset DueAt, long UpTo, DateTimeOffset Until)
{
    public static LastDigest? Read(string? text) =>
        text?.Split(' ') is [var key, var due, var position, var until] && long.TryParse(due, CultureInfo.InvariantCulture, out var dueAt)
        && long.TryParse(position, CultureInfo.InvariantCulture, out var upTo) && long.TryParse(until, CultureInfo.InvariantCulture, out var untilAt)
            ? new LastDigest(key, DateTimeOffset.FromUnixTimeMilliseconds(dueAt), upTo, DateTimeOffset.FromUnixTimeMilliseconds(untilAt))
            : null;

    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Key} {DueAt.ToUnixTimeMilliseconds()} {UpTo} {Until.ToUnixTimeMilliseconds()}");
}
