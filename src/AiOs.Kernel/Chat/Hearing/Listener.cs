using AiOs.Contracts.Chat;
using AiOs.Kernel.Chat.Pairing;
using AiOs.Kernel.Chat.Places;

namespace AiOs.Kernel.Chat.Hearing;

/// <summary>Takes one message to its end.</summary>
internal sealed class Listener(PairedOperators operators, Strangers strangers, Homes homes, Deliveries deliveries, TextHearing texts, FileHearing files, EditHearing edits, Speaker speaker)
{
    public async Task HearAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        var delivery = deliveries.Of(message.Channel, message.Sender, message.DedupeKey);
        if (deliveries.IsRecent(delivery.Dedupe!))
        {
            return;
        }

        if (!operators.IsOperator(message.Channel, message.Sender))
        {
            await strangers.HearAsync(message, cancellationToken);
        }
        else
        {
            await HearOperatorAsync(new Heard(message, speaker.ChannelOf(message.Channel), (message.Text ?? string.Empty).Trim(), delivery), cancellationToken);
        }

        deliveries.Remember(delivery.Dedupe!);
    }

    private async Task HearOperatorAsync(Heard heard, CancellationToken cancellationToken)
    {
        var message = heard.Message;
        if (message.IsPrivate)
        {
            await homes.KeepAsync(message.Channel, message.Sender, message.Place, cancellationToken);
        }

        if (await deliveries.FindAsync(message, heard.Delivery, cancellationToken) is { } known)
        {
            await texts.GoOnAsync(heard, known, cancellationToken);
        }
        else if (message.IsEdit)
        {
            await edits.HearAsync(heard, cancellationToken);
        }
        else if (message.Files.Count > 0)
        {
            await files.HearAsync(heard, cancellationToken);
        }
        else
        {
            await texts.HearAsync(heard, cancellationToken);
        }
    }
}
