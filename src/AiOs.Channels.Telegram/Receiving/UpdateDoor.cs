using System.Globalization;
using AiOs.Channels.Telegram.Connection;
using AiOs.Channels.Telegram.Sending;
using AiOs.Channels.Telegram.Updates;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;

namespace AiOs.Channels.Telegram.Receiving;

/// <summary>Hands one update to the conversation, in the words of the contracts. Returns when it may be confirmed.</summary>
internal sealed class UpdateDoor(TelegramBot bot, FileFetch files, TelegramChannel channel, IConversation conversation)
{
    public Task TakeAsync(IncomingUpdate update, TapAnswer? answer, CancellationToken cancellationToken) => update switch
    {
        { Kind: IncomingKind.Message or IncomingKind.Edited, SenderId: { } sender, MessageId: { } message } => HearAsync(update, Text(sender), message, cancellationToken),
        { Kind: IncomingKind.Tap } => TapAsync(update, answer, cancellationToken),
        { Kind: IncomingKind.Membership, IsPrivate: true, IsMember: true, SenderId: { } sender } =>
            conversation.MeetAsync(ChannelName.Telegram, Text(sender), new TelegramPlace(update.ChatId, null).ToString(), cancellationToken),
        _ => Task.CompletedTask,
    };

    private async Task HearAsync(IncomingUpdate update, string sender, int message, CancellationToken cancellationToken)
    {
        var me = await bot.MeAsync(cancellationToken);
        var (isForBot, text) = GroupWords.Read(update.Text, update.IsPrivate, update.ReplyToSenderId == me.Id, me.Name);
        if (!isForBot || (text is null && update.Files.Count == 0))
        {
            return;
        }

        var isEdit = update.Kind == IncomingKind.Edited;
        var key = string.Create(CultureInfo.InvariantCulture, $"{update.ChatId}/{message}");
        await conversation.HearAsync(
            new ChatMessage
            {
                Channel = ChannelName.Telegram,
                Sender = sender,
                Place = new TelegramPlace(update.ChatId, update.TopicId).ToString(),
                IsPrivate = update.IsPrivate,
                Message = Text(message),
                DedupeKey = isEdit ? string.Create(CultureInfo.InvariantCulture, $"e/{key}/{update.At?.ToUnixTimeSeconds() ?? 0}") : "m/" + key,
                ReplyTo = update.ReplyToMessageId is { } other ? Text(other) : null,
                Text = text,
                IsForwarded = update.IsForwarded,
                IsEdit = isEdit,
                At = update.At,
                Files = [.. update.Files.Select(files.Of)],
            },
            cancellationToken);
    }

    private async Task TapAsync(IncomingUpdate update, TapAnswer? answer, CancellationToken cancellationToken)
    {
        if (update is not { SenderId: { } sender, TapToken: { } token, TapId: { } id, ChatId: not 0 })
        {
            await Give(string.Empty, asAlert: false);
            return;
        }

        var place = new TelegramPlace(update.ChatId, update.TopicId).ToString();
        var message = update.MessageId is { } under ? Text(under) : null;
        var reply = await conversation.TapAsync(
            new ChatTap { Channel = ChannelName.Telegram, Sender = Text(sender), Place = place, Message = message, Token = token, DedupeKey = "t/" + id },
            cancellationToken);
        // The card itself is rewritten by the kernel: what is known here may be older than what stands there by now.
        if (!await Give(reply.Sentence, asAlert: !reply.Accepted) && reply is { IsForStranger: false, Sentence.Length: > 0 })
        {
            await channel.SayOutcomeAsync(place, reply.Sentence, message, cancellationToken);
        }

        Task<bool> Give(string sentence, bool asAlert) => answer?.GiveAsync(sentence, asAlert) ?? Task.FromResult(true);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
