namespace AiOs.Channels.Telegram.Rendering;

/// <summary>A card or a note as messages.</summary>
/// <param name="Earlier">What is sent first, whole, where one message cannot hold the card.</param>
/// <param name="Last">The message that stands for the card: it carries the buttons and is edited later.</param>
/// <param name="ShownWhole">Whether all of the card is shown; where not, nothing can be approved or changed from it.</param>
internal sealed record TelegramRendering(IReadOnlyList<TelegramMessage> Earlier, TelegramMessage Last, bool ShownWhole)
{
    /// <summary>The pictures, as PNG; they are sent before the last message.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Pictures { get; init; } = [];
}
