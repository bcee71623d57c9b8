using System.Collections.Concurrent;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ports;

namespace AiOs.Channels.Web.Commands;

/// <summary>Keeps answers for the page that the form leads on to, some minutes and in memory only: a reload then repeats nothing.</summary>
internal sealed class ReplyShelf(TimeProvider clock, IEntropy entropy)
{
    private const int MostReplies = 100;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, (CommandReply Reply, DateTimeOffset At)> _kept = new(StringComparer.Ordinal);

    /// <summary>Keeps an answer.</summary>
    /// <param name="reply">The answer.</param>
    /// <returns>Its name, which nobody can guess.</returns>
    public string Put(CommandReply reply)
    {
        Span<byte> bytes = stackalloc byte[16];
        entropy.Fill(bytes);
        var id = Convert.ToHexStringLower(bytes);
        Tidy();
        _kept[id] = (reply, clock.GetUtcNow());
        return id;
    }

    /// <summary>Finds an answer.</summary>
    /// <param name="id">Its name.</param>
    /// <returns>The answer, or nothing where there is none or it is too old.</returns>
    public CommandReply? Find(string? id) =>
        id is not null && _kept.TryGetValue(id, out var kept) && clock.GetUtcNow() - kept.At < KeptFor ? kept.Reply : null;

    private void Tidy()
    {
        var now = clock.GetUtcNow();
        foreach (var (id, _) in _kept.Where(kept => now - kept.Value.At >= KeptFor))
        {
            _kept.TryRemove(id, out _);
        }

        foreach (var (id, _) in _kept.OrderBy(kept => kept.Value.At).Take(Math.Max(0, _kept.Count - MostReplies + 1)))
        {
            _kept.TryRemove(id, out _);
        }
    }
}
