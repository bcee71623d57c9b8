using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Chat.Boards.Entries;
using AiOs.Kernel.Chat.Boards.Faces;
using AiOs.Kernel.Chat.Boards.Notes;
using AiOs.Kernel.Chat.Places;
using AiOs.Kernel.Desk;
using AiOs.Kernel.Journal;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Chat.Boards;

/// <summary>Answers the conversation from the entries.</summary>
internal sealed class CardPlaces(IJournalStore store, WorkspaceJournal journal, Views views, CardEntries entries, WorkingNotes notes) : ICardPlaces
{
    /// <summary>
    /// Only what the channel said stands there counts: a typed yes must not rest on a card that perhaps nobody saw whole. A tap is no such case, since
    /// it carries what it decides.
    /// </summary>
    public async Task<bool> ShowsAsync(ChannelName channel, string place, ApprovalId approval, CancellationToken cancellationToken) =>
        await store.FindApprovalAsync(approval, cancellationToken) is { } item
        && (await entries.FindAsync(channel, item, cancellationToken)).Find(place) is { Phase: PlacePhase.Shown, Print: not null, Doubtful: false } there
        && there.Approval == approval;

    public async Task<bool> KeepsAsync(ChannelName channel, string place, WorkItemId item, CancellationToken cancellationToken) =>
        (await entries.FindAsync(channel, item, cancellationToken)).Find(place) is { Phase: PlacePhase.Shown or PlacePhase.Sending };

    public async Task<bool> HoldsAsync(ChannelName channel, string place, string message, WorkItemId item, CancellationToken cancellationToken) =>
        (await entries.FindAsync(channel, item, cancellationToken)).Find(place) is { } there && (there.Last == message || there.Earlier?.Contains(message) == true);

    /// <summary>Where the work item has moved on meanwhile, the bell is left out, so that the board rings for what is new.</summary>
    public async Task TakeOverAsync(ChannelName channel, Card card, SendOutcome.Sent sent, string? person, CancellationToken cancellationToken)
    {
        if (await journal.LoadAsync(StreamId.Of(card.WorkItem), cancellationToken) is not WorkItem { Version: > 0 } item)
        {
            return;
        }

        var messages = sent.Messages;
        var entry = await entries.OpenAsync(channel, card.WorkItem, cancellationToken);
        if (entry.Value.Find(messages.Place) is { Phase: PlacePhase.Shown or PlacePhase.Sending })
        {
            return;
        }

        var face = new Face(item, views.Of(item).CardWhenAsked, channel);
        var isNow = face.Print == CardPrint.Of(card);
        var there = new PlaceEntry
        {
            Place = messages.Place,
            Person = person,
            Phase = PlacePhase.Shown,
            Bell = isNow ? face.Bell : null,
            Approval = isNow && sent.IsWhole ? face.Approval : null,
            Print = CardPrint.Of(card),
        };
        await entry.SaveAsync(there.At(messages), cancellationToken);
    }

    public IAsyncDisposable Begin(IChatChannel channel, ChatMessage message) => notes.Begin(channel, message);
}
