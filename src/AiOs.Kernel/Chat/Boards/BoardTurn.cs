using AiOs.Contracts.Chat;
using AiOs.Kernel.Chat.Boards.Spots;

namespace AiOs.Kernel.Chat.Boards;

/// <summary>What one turn at the cards of a channel keeps in mind. All of it can be lost: the cursor and the entries say the rest.</summary>
internal sealed class BoardTurn(IChatChannel channel, long position, Audience audience, TimeProvider time)
{
    public IChatChannel Channel => channel;

    /// <summary>Up to where the journal was read.</summary>
    public long Position { get; set; } = position;

    public Audience Audience { get; set; } = audience;

    /// <summary>The homes that were shown what waits.</summary>
    public IReadOnlySet<string> Welcomed { get; set; } = new HashSet<string>();

    public Pauses Pauses { get; } = new(time);

    public LateItems Late { get; } = new();
}
