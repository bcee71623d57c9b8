using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Chat.Boards.Entries;
using AiOs.Kernel.Chat.Boards.Notes;
using AiOs.Kernel.Chat.Places;

namespace AiOs.Kernel.Chat.Boards;

/// <summary>Answers the conversation from the entries.</summary>
internal sealed class CardPlaces(IJournalStore store, CardEntries entries, WorkingNotes notes) : ICardPlaces
{
    /// <summary>
    /// A card that may stand there counts: a tap can come before the answer to the sending, and whoever taps has seen it. What the channel refused
    /// was seen by nobody.
    /// </summary>
    public async Task<bool> ShowsAsync(ChannelName channel, string place, ApprovalId approval, CancellationToken cancellationToken) =>
        await store.FindApprovalAsync(approval, cancellationToken) is { } item
        && (await entries.FindAsync(channel, item, cancellationToken)).Find(place) is { Phase: not (PlacePhase.Refused or PlacePhase.Gone) } there
        && there.Approval == approval;

    public IAsyncDisposable Begin(IChatChannel channel, ChatMessage message) => notes.Begin(channel, message);
}
