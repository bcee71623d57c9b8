using System.Globalization;
using System.Text;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Chat.Pairing;
using AiOs.Kernel.Chat.Places;
using AiOs.Kernel.Timing;

namespace AiOs.Kernel.Chat.Hearing;

/// <summary>Somebody unknown: nothing is said and nothing fetched. Only the code, and only where nobody else reads along, makes them known.</summary>
internal sealed class Strangers(PairedOperators operators, Homes homes, IInbox inbox, Speaker speaker, TimeProvider time)
{
    public async Task HearAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        if (message is { IsPrivate: true, IsForwarded: false, IsEdit: false } && CodeWords.Read(message.Text) is { } code
            && await operators.TryAsync(message.Channel, message.Sender, code, cancellationToken))
        {
            await homes.KeepAsync(message.Channel, message.Sender, message.Place, cancellationToken);
            await speaker.SayAsync(speaker.ChannelOf(message.Channel), message.Place, Welcome.Note, message.Message, link: null, cancellationToken);
            return;
        }

        await NoteAsync(message.Channel, message.Sender, Encoding.UTF8.GetByteCount(message.Text ?? string.Empty), cancellationToken);
    }

    /// <summary>One line for each sender and day, whatever and however much they send.</summary>
    public Task NoteAsync(ChannelName channel, string sender, long bytes, CancellationToken cancellationToken)
    {
        var day = time.Instant().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return inbox.RefuseAsync(channel, "unknown-sender", bytes, $"stranger\n{sender}\n{day}", cancellationToken);
    }
}
