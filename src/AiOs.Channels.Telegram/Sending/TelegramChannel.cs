using System.Globalization;
using AiOs.Channels.Telegram.Connection;
using AiOs.Channels.Telegram.Rendering;
using AiOs.Contracts;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;
using Telegram.Bot;
using Telegram.Bot.Types.Enums;

namespace AiOs.Channels.Telegram.Sending;

/// <summary>Telegram as the kernel sees it.</summary>
internal sealed class TelegramChannel(TelegramBot bot, ChatWriter writer, ChatLanes lanes, Pacer pacer) : IChatChannel
{
    public ChannelName Name => ChannelName.Telegram;

    public bool IsOn => bot.IsOn;

    /// <summary>A person's own chat has the person's number. Before they wrote to the bot it is closed to us.</summary>
    public string? HomeOf(string sender) =>
        long.TryParse(sender, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? new TelegramPlace(id, null).ToString() : null;

    public Task<SendOutcome> SendAsync(string place, Card card, string? replyTo, CancellationToken cancellationToken) =>
        WriteAsync(place, TelegramCards.Render(card, CardToken.Of), replyTo, cancellationToken);

    public Task<SendOutcome> RewriteAsync(ShownMessages messages, Card card, CancellationToken cancellationToken) =>
        RewriteAsync(messages, TelegramCards.Render(card, CardToken.Of), cancellationToken);

    public Task<SendOutcome> SayAsync(string place, ChatNote note, string? replyTo, CancellationToken cancellationToken) =>
        WriteAsync(place, TelegramNotes.Render(note, CardToken.Of), replyTo, cancellationToken);

    public Task<SendOutcome> RewriteAsync(ShownMessages messages, ChatNote note, CancellationToken cancellationToken) =>
        RewriteAsync(messages, TelegramNotes.Render(note, CardToken.Of), cancellationToken);

    /// <summary>Left out where anything waits for the chat or for all: it is worth less than every message.</summary>
    public async Task ShowTypingAsync(string place, CancellationToken cancellationToken)
    {
        if (!bot.IsOn || TelegramPlace.Read(place) is not { } at || lanes.IsBusy(at.Chat) || !pacer.TryTakeSpare(at.Chat))
        {
            return;
        }

        try
        {
            await bot.CallAsync((client, stop) => client.SendChatAction(at.Chat, ChatAction.Typing, at.Topic, cancellationToken: stop), BotPatience.Short, cancellationToken);
        }
        catch (Exception fault) when (ApiFaults.Read(fault) is not null)
        {
            // Nothing follows from it.
        }
    }

    /// <summary>Says what a tap came to that was answered before it was known. The tap is done by then: it is not taken again because this could not be said.</summary>
    public async Task SayOutcomeAsync(string place, string sentence, string? replyTo, CancellationToken cancellationToken)
    {
        try
        {
            await SayAsync(place, new ChatNote(sentence, []), replyTo, cancellationToken);
        }
        catch (AiOsException fault) when (fault.IsTransient)
        {
            // The card shows it.
        }
    }

    private Task<SendOutcome> WriteAsync(string place, TelegramRendering rendering, string? replyTo, CancellationToken cancellationToken) =>
        TelegramPlace.Read(place) is { } at
            ? writer.WriteAsync(at, rendering, ChatWriter.IdOf(replyTo), cancellationToken)
            : Task.FromResult<SendOutcome>(new SendOutcome.PlaceGone());

    private Task<SendOutcome> RewriteAsync(ShownMessages messages, TelegramRendering rendering, CancellationToken cancellationToken) =>
        TelegramPlace.Read(messages.Place) is { } at
            ? writer.RewriteAsync(at, messages, rendering, cancellationToken)
            : Task.FromResult<SendOutcome>(new SendOutcome.PlaceGone());
}
