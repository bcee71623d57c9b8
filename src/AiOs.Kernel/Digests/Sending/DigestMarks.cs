using System.Globalization;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Schedules;
using AiOs.Kernel.Chat.Places;
using AiOs.Kernel.Digests.Counting;
using AiOs.Kernel.Timing;

namespace AiOs.Kernel.Digests.Sending;

/// <summary>Remembers which stretch of the journal was told, and fixes it for a firing at its first attempt, so that every attempt tells the same.</summary>
internal sealed class DigestMarks(ICursors cursors, IJournalStore store, DigestMaker maker, TimeProvider time)
{
    private const string Last = "digest/last";

    /// <summary>The window of the first digest of all begins a day before.</summary>
    private static readonly TimeSpan First = TimeSpan.FromDays(1);

    public static string KeyOf(JobCall call) => ChatNames.Short(call.Key);

    public async Task<LastDigest?> LastAsync(CancellationToken cancellationToken) => LastDigest.Read(await cursors.FindAsync(Last, cancellationToken));

    /// <summary>The window that a firing was given.</summary>
    /// <returns>Nothing where it was given none.</returns>
    public async Task<DigestWindow?> FindAsync(string key, CancellationToken cancellationToken) => Read(await cursors.FindAsync(NameOf(key), cancellationToken));

    public async Task<DigestWindow> OpenAsync(string key, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, cancellationToken) is { } known)
        {
            return known;
        }

        var window = await NextAsync(cancellationToken);
        return await cursors.TryMoveAsync(NameOf(key), expected: null, Write(window), cancellationToken) ? window : (await FindAsync(key, cancellationToken))!;
    }

    /// <summary>What is told next, without telling it.</summary>
    public async Task<DigestWindow> NextAsync(CancellationToken cancellationToken)
    {
        var now = time.Instant();
        var head = (await store.HeadAsync(cancellationToken)).Position;
        return await LastAsync(cancellationToken) is { } last && last.UpTo <= head
            ? new DigestWindow(last.UpTo, head, last.Until, now)
            : await maker.SinceAsync(now - First, now, cancellationToken);
    }

    /// <summary>It was delivered: the next one begins where it ended. One that is told after a later one changes nothing.</summary>
    public async Task MoveAsync(LastDigest told, CancellationToken cancellationToken)
    {
        while (true)
        {
            var there = await cursors.FindAsync(Last, cancellationToken);
            if ((LastDigest.Read(there) is { } last && last.DueAt >= told.DueAt) || await cursors.TryMoveAsync(Last, there, told.Write(), cancellationToken))
            {
                return;
            }
        }
    }

    /// <summary>The channels in which a place turned out to be closed: it is no place of the operator's any more, and so could not be found later.</summary>
    public async Task<IReadOnlyList<ChannelName>> ClosedAsync(string key, CancellationToken cancellationToken) =>
        [.. (await cursors.FindAsync(ClosedOf(key), cancellationToken) ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static name => new ChannelName(name))];

    public async Task CloseAsync(string key, IEnumerable<ChannelName> channels, CancellationToken cancellationToken)
    {
        var known = await ClosedAsync(key, cancellationToken);
        if (channels.Except(known).ToArray() is { Length: > 0 } more)
        {
            await cursors.SetAsync(ClosedOf(key), string.Join(' ', known.Concat(more)), cancellationToken);
        }
    }

    private static string ClosedOf(string key) => "digest/closed/" + key;

    private static string NameOf(string key) => "digest/window/" + key;

    private static string Write(DigestWindow window) =>
        string.Create(CultureInfo.InvariantCulture, $"{window.After} {window.UpTo} {window.Since.ToUnixTimeMilliseconds()} {window.Until.ToUnixTimeMilliseconds()}");

    private static DigestWindow? Read(string? text) => text?.Split(' ') is [var after, var upTo, var since, var until]
        ? new DigestWindow(Number(after), Number(upTo), DateTimeOffset.FromUnixTimeMilliseconds(Number(since)), DateTimeOffset.FromUnixTimeMilliseconds(Number(until)))
        : null;

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
