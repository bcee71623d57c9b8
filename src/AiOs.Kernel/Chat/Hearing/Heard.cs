using AiOs.Contracts.Chat;
using AiOs.Kernel.Desk;

namespace AiOs.Kernel.Chat.Hearing;

/// <summary>A message of the operator on its way.</summary>
/// <param name="Message">As the channel handed it over.</param>
/// <param name="Channel">Where the answer goes.</param>
/// <param name="Text">What was said: typed, under a file, or written down from speech.</param>
/// <param name="Delivery">What a repeat is told by.</param>
internal sealed record Heard(ChatMessage Message, IChatChannel Channel, string Text, Delivery Delivery)
{
    /// <summary>Whether the words were spoken and written down by a machine.</summary>
    public bool Spoken { get; init; }

    public Delivery Via(string via) => Delivery with { Via = via };
}
