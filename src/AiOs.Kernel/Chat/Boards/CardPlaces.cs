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
    /// Only what the channel said stands there counts: a typed yes must not rest on a card that perhaps nobody saw whole. A tap is no such case, since
    /// it carries what it decides.
    /// </summary>
    public async Task<bool> ShowsAsync(ChannelName channel, string place, ApprovalId approval, CancellationToken cancellationToken) =>
        await store.FindApprovalAsync(approval, cancellationToken) is { } item
        && (await entries.FindAsync(channel, item, cancellationToken)).Find(place) is { Phase: PlacePhase.Shown, Print: not null, Doubtful: false } there
        && there.Approval == approval;

    public IAsyncDisposable Begin(IChatChannel channel, ChatMessage message) => notes.Begin(channel, message);
}
