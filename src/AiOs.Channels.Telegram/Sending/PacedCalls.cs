using AiOs.Channels.Telegram.Connection;
using AiOs.Channels.Telegram.Rendering;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace AiOs.Channels.Telegram.Sending;

/// <summary>
/// The calls that write into a chat, each at the pace that Telegram allows. Only what certainly did not happen is done again here: where Telegram
/// wants us to wait, and where a group has moved.
/// </summary>
internal sealed class PacedCalls(TelegramBot bot, Pacer pacer)
{
    private const int MostWaits = 4;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private static readonly LinkPreviewOptions NoPreview = new() { IsDisabled = true };

    public Task<Attempt> SendAsync(TelegramPlace place, TelegramMessage message, int? replyTo, CancellationToken cancellationToken) => TryAsync(
        place,
        async (client, at, stop) => (await client.SendMessage(
            at.Chat,
            message.Html,
            ParseMode.Html,
            replyParameters: Reply(replyTo),
            replyMarkup: message.Markup,
            linkPreviewOptions: NoPreview,
            messageThreadId: at.Topic,
            cancellationToken: stop)).Id,
        follows: true,
        cancellationToken);

    public Task<Attempt> SendPictureAsync(TelegramPlace place, ReadOnlyMemory<byte> png, CancellationToken cancellationToken) => TryAsync(
        place,
        async (client, at, stop) =>
        {
            using var bytes = new MemoryStream(png.ToArray(), writable: false);
            return (await client.SendPhoto(at.Chat, InputFile.FromStream(bytes, "picture.png"), messageThreadId: at.Topic, cancellationToken: stop)).Id;
        },
        follows: true,
        cancellationToken);

    public Task<Attempt> EditAsync(TelegramPlace place, int message, TelegramMessage now, CancellationToken cancellationToken) => TryAsync(
        place,
        async (client, at, stop) =>
        {
            await client.EditMessageText(at.Chat, message, now.Html, ParseMode.Html, now.Keyboard, NoPreview, cancellationToken: stop);
            return message;
        },
        // Messages are counted anew in a group that moved, so the number there is another one's.
        follows: false,
        cancellationToken);

    private async Task<Attempt> TryAsync(TelegramPlace place, Func<ITelegramBotClient, TelegramPlace, CancellationToken, Task<int>> call, bool follows, CancellationToken cancellationToken)
    {
        for (var (waits, moves) = (0, 0); ;)
        {
            if (pacer.Ahead(place.Chat) is var ahead && ahead > LongestWait)
            {
                return new Attempt(0, new ApiFault.TooMany(ahead), place);
            }

            await pacer.WaitAsync(place.Chat, cancellationToken);
            var attempt = await OnceAsync(place, call);
            switch (attempt.Fault)
            {
                case ApiFault.Moved moved when follows && moves++ == 0:
                    place = place with { Chat = moved.Chat };
                    break;
                case ApiFault.TooMany many:
                    pacer.Pause(place.Chat, many.Wait);
                    if (many.Wait > LongestWait || ++waits == MostWaits)
                    {
                        return attempt;
                    }

                    break;
                default:
                    return attempt;
            }
        }
    }

    /// <summary>Once begun, a call is not given up: then nobody would know what became of it.</summary>
    private async Task<Attempt> OnceAsync(TelegramPlace place, Func<ITelegramBotClient, TelegramPlace, CancellationToken, Task<int>> call)
    {
        try
        {
            return new Attempt(await bot.CallAsync((client, stop) => call(client, place, stop), BotPatience.Send, CancellationToken.None), null, place);
        }
        catch (Exception fault) when (ApiFaults.Read(fault) is { } read)
        {
            return new Attempt(0, read, place);
        }
    }

    private static ReplyParameters? Reply(int? message) => message is { } id ? new ReplyParameters { MessageId = id, AllowSendingWithoutReply = true } : null;
}
