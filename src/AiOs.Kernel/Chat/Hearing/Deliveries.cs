using AiOs.Contracts.Chat;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Chat.Pairing;
using AiOs.Kernel.Desk;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Sealing;

namespace AiOs.Kernel.Chat.Hearing;

/// <summary>Tells repeats from what is new. The journal decides; what is remembered here only saves saying something twice.</summary>
internal sealed class Deliveries(WorkspaceJournal journal, IJournalStore store, Vault vault, PairedOperators operators, IdSource ids)
{
    private const int MostRemembered = 2048;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _recent = [];
    private readonly Queue<string> _order = new();

    /// <summary>The same hash that the inbox gives a message of this channel with this key.</summary>
    public Delivery Of(ChannelName channel, string sender, string dedupeKey) =>
        new(vault.DedupeHash(channel + "\n" + dedupeKey), Via: null) { Holds = ledger => operators.IsOperator(ledger, channel, sender) };

    /// <summary>What a pasted mail is kept under: the inbox tells mails apart in one way for all channels.</summary>
    public static string MailKeyOf(ChatMessage message) => $"chat/{message.Channel}/{message.DedupeKey}";

    /// <summary>Where the same delivery was taken before.</summary>
    public async Task<StreamId?> FindAsync(ChatMessage message, Delivery delivery, CancellationToken cancellationToken) =>
        await store.FindDedupeAsync(delivery.Dedupe!, cancellationToken)
        ?? await store.FindDedupeAsync(vault.DedupeHash("mail\n" + MailKeyOf(message)), cancellationToken);

    public Task<StreamId?> FindAsync(Delivery delivery, CancellationToken cancellationToken) => store.FindDedupeAsync(delivery.Dedupe!, cancellationToken);

    /// <summary>Takes a delivery that opens, answers and decides nothing; its line in the journal is the reason.</summary>
    /// <returns>Whether it was taken now.</returns>
    public async Task<bool> TakeAsync(Delivery delivery, Func<MessageId, JournalEvent> reason, CancellationToken cancellationToken)
    {
        var id = new MessageId(ids.Next());
        var request = new AppendRequest { Stream = StreamId.Of(id), Cause = "message/" + id, Dedupe = delivery.Dedupe, Decide = at => delivery.Holds(at.Ledger) ? [reason(id)] : [] };
        return await journal.AppendAsync(request, cancellationToken) is AppendResult.Appended;
    }

    public bool IsRecent(string key)
    {
        lock (_gate)
        {
            return _recent.Contains(key);
        }
    }

    public void Remember(string key)
    {
        lock (_gate)
        {
            if (_recent.Add(key))
            {
                _order.Enqueue(key);
            }

            if (_order.Count > MostRemembered)
            {
                _recent.Remove(_order.Dequeue());
            }
        }
    }
}
