using System.Text.Json;
using AiOs.Contracts.Messages;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace AiOs.Channels.Telegram.Updates;

/// <summary>Reads an update, however it reached us: polled or pushed.</summary>
internal static class UpdateReader
{
    /// <summary>Reads the body of a webhook call.</summary>
    /// <returns>What it says; nothing where it is no update.</returns>
    public static IncomingUpdate? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<Update>(json, JsonBotAPI.Options) is { Id: not 0 } update ? Read(update) : null;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // An edge: whatever is odd about one update, it is refused by its number and the others go on.
            return null;
        }
    }

    /// <summary>Reads an update that the client brought.</summary>
    public static IncomingUpdate Read(Update update) => update switch
    {
        { Message: { } message } => OfMessage(update.Id, IncomingKind.Message, message),
        { EditedMessage: { } message } => OfMessage(update.Id, IncomingKind.Edited, message),
        { CallbackQuery: { } query } => OfTap(update.Id, query),
        { MyChatMember: { } member } => new IncomingUpdate
        {
            UpdateId = update.Id,
            Kind = IncomingKind.Membership,
            SenderId = member.From.Id,
            ChatId = member.Chat.Id,
            IsPrivate = member.Chat.Type == ChatType.Private,
            IsMember = member.NewChatMember.Status is ChatMemberStatus.Member or ChatMemberStatus.Administrator,
            At = member.Date,
        },
        _ => new IncomingUpdate { UpdateId = update.Id, Kind = IncomingKind.Other },
    };

    private static IncomingUpdate OfMessage(long id, IncomingKind kind, Message message)
    {
        var files = Files(message);
        var text = message.Text ?? message.Caption;
        return new IncomingUpdate
        {
            UpdateId = id,
            // Somebody joined, a topic was opened, a title changed: nothing was said.
            Kind = text is null && files.Count == 0 ? IncomingKind.Other : kind,
            // Who speaks as a chat or a channel is no person, whatever stands in From.
            SenderId = message.SenderChat is null && message.From is { IsBot: false } from ? from.Id : null,
            ChatId = message.Chat.Id,
            IsPrivate = message.Chat.Type == ChatType.Private,
            TopicId = message.IsTopicMessage ? message.MessageThreadId : null,
            MessageId = message.Id,
            ReplyToMessageId = ReplyTo(message),
            ReplyToSenderId = ReplyTo(message) is null ? null : message.ReplyToMessage?.From?.Id,
            At = message.EditDate ?? message.Date,
            Text = text,
            IsForwarded = message.ForwardOrigin is not null,
            AlbumId = message.MediaGroupId,
            Files = files,
        };
    }

    private static IncomingUpdate OfTap(long id, CallbackQuery query) => new()
    {
        UpdateId = id,
        Kind = IncomingKind.Tap,
        SenderId = query.From is { IsBot: false } from ? from.Id : null,
        ChatId = query.Message?.Chat.Id ?? 0,
        IsPrivate = query.Message?.Chat.Type == ChatType.Private,
        TopicId = query.Message is { IsTopicMessage: true } message ? message.MessageThreadId : null,
        MessageId = query.Message?.Id,
        TapToken = query.Data,
        TapId = query.Id,
    };

    /// <summary>In a topic every message answers the one that opened it; that is no reply.</summary>
    private static int? ReplyTo(Message message) =>
        message.ReplyToMessage is { } other && !(message.IsTopicMessage && other.Id == message.MessageThreadId) ? other.Id : null;

    private static List<IncomingFile> Files(Message message)
    {
        List<IncomingFile> files = [];
        if (message.Document is { } document)
        {
            files.Add(new IncomingFile(FileKind.Document, document.FileId, document.FileUniqueId, FileNames.Safe(document.FileName, "document"), MediaType(document.MimeType), document.FileSize));
        }

        if (message.Photo is { Length: > 0 } sizes)
        {
            var photo = sizes.MaxBy(static size => (long)size.Width * size.Height)!;
            files.Add(new IncomingFile(FileKind.Photo, photo.FileId, photo.FileUniqueId, "photo.jpg", "image/jpeg", photo.FileSize));
        }

        if (message.Voice is { } voice)
        {
            files.Add(new IncomingFile(FileKind.Voice, voice.FileId, voice.FileUniqueId, "voice.ogg", voice.MimeType is null ? "audio/ogg" : MediaType(voice.MimeType), voice.FileSize));
        }

        return files;
    }

    private static string MediaType(string? declared) => declared?.Split(';')[0].Trim().ToLowerInvariant() is { Length: > 2 and < 100 } type
        && type.All(static c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '+' or '-' or '_') && type.Count('/') == 1
        ? type
        : "application/octet-stream";
}
