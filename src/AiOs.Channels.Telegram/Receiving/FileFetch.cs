using AiOs.Channels.Telegram.Connection;
using AiOs.Channels.Telegram.Updates;
using AiOs.Contracts;
using AiOs.Contracts.Chat;
using Telegram.Bot;

namespace AiOs.Channels.Telegram.Receiving;

/// <summary>Brings the bytes of a file. Its address holds the bot token, so it appears in no text.</summary>
internal sealed class FileFetch(TelegramBot bot)
{
    public ChatFile Of(IncomingFile file) => new(KindOf(file.Kind), file.Name, file.MediaType, stop => FetchAsync(file, stop));

    private async Task<ReadOnlyMemory<byte>> FetchAsync(IncomingFile file, CancellationToken cancellationToken)
    {
        if (!file.CanBeFetched)
        {
            throw TooLarge();
        }

        using var bytes = new BoundedBuffer(ChatFile.MostBytes);
        try
        {
            await bot.CallAsync(
                async (client, stop) =>
                {
                    var found = await client.GetFile(file.FileId, stop);
                    await client.DownloadFile(found, bytes, stop);
                },
                BotPatience.Download,
                cancellationToken);
            return bytes.ToArray();
        }
        catch (Exception) when (bytes.IsOver)
        {
            throw TooLarge();
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && ApiFaults.Read(fault) is { } read)
        {
            throw read switch
            {
                ApiFault.Refused { Why: var why } when why.Contains("too big", StringComparison.Ordinal) => TooLarge(),
                ApiFault.Refused or ApiFault.PlaceGone or ApiFault.MessageGone => new AiOsException("Telegram no longer has the file; send it again."),
                _ => new AiOsException("The file could not be fetched from Telegram.") { IsTransient = true },
            };
        }
    }

    private static AiOsException TooLarge() => new("The file is larger than 20 MB, which is the most that Telegram gives to a bot.");

    private static ChatFileKind KindOf(FileKind kind) => kind switch
    {
        FileKind.Photo => ChatFileKind.Photo,
        FileKind.Voice => ChatFileKind.Voice,
        _ => ChatFileKind.Document,
    };
}
