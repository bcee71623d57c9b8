using System.Text.Json;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace AiOs.Channels.Telegram.Receiving;

/// <summary>getUpdates, each update as it came: one that cannot be read must not hide the others.</summary>
internal sealed class RawUpdates() : RequestBase<JsonElement[]>("getUpdates")
{
    /// <summary>The number of the first update that is wanted; all before it are confirmed by that.</summary>
    public int? Offset { get; init; }

    /// <summary>How long the call is held while there is nothing, in seconds.</summary>
    public int? Timeout { get; init; }

    /// <summary>The kinds that are wanted.</summary>
    public IEnumerable<UpdateType>? AllowedUpdates { get; init; }
}
