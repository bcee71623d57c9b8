using AiOs.Contracts;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;

namespace AiOs.Kernel.Chat.Hearing;

/// <summary>Files of the operator: a mail goes to intake as a mail, speech is written down, everything else comes with the words under it.</summary>
internal sealed class FileHearing(IMailReader mails, IInbox inbox, IEnumerable<ITranscriber> transcribers, Opener opener, TextHearing texts, Speaker speaker, TimeProvider time)
{
    private const int MostFetches = 4;
    private const string CannotHear = "I cannot listen to recordings: no server is configured that writes speech down. Type it, please; the recording stays here in the chat.";

    private readonly ITranscriber? _transcriber = transcribers.LastOrDefault();

    public async Task HearAsync(Heard heard, CancellationToken cancellationToken)
    {
        var rest = new List<InboundFile>();
        var spoken = new List<string>();
        // Of several, the first being durable does not make the others so.
        heard = heard.Message.Files.Count > 1 ? heard with { Message = heard.Message with { Kept = null } } : heard;
        foreach (var file in heard.Message.Files)
        {
            if (await FetchAsync(heard, file, cancellationToken) is not { } bytes)
            {
                return;
            }

            if (file.IsMail)
            {
                await HearMailAsync(heard, file, bytes, cancellationToken);
            }
            else if (file.Kind is ChatFileKind.Voice)
            {
                spoken.Add(await WriteDownAsync(file, bytes, cancellationToken));
            }
            else
            {
                rest.Add(new InboundFile(FileNames.Safe(file.Name, "file"), file.MediaType, bytes));
            }
        }

        await HearRestAsync(heard, rest, spoken, cancellationToken);
    }

    private async Task HearRestAsync(Heard heard, List<InboundFile> files, List<string> spoken, CancellationToken cancellationToken)
    {
        var said = string.Join('\n', spoken.Where(words => words.Length > 0));
        if (spoken.Count > 0 && said.Length == 0)
        {
            await speaker.SayAsync(heard, new ChatNote(CannotHear, []), link: null, cancellationToken);
        }
        else if (said.Length > 0)
        {
            await speaker.SayAsync(heard, new ChatNote("I heard:", [new CardBlock.Quote("You", said)]), link: null, cancellationToken);
        }

        var words = string.Join('\n', ((string[])[heard.Text, said]).Where(text => text.Trim().Length > 0));
        if (files.Count > 0)
        {
            await opener.OpenAsync(heard with { Text = words.Length > 0 ? words : WhatCame(heard.Message.Files) }, follows: null, files, cancellationToken);
        }
        else if (said.Length > 0 || (spoken.Count > 0 && words.Length > 0))
        {
            await texts.HearAsync(heard with { Text = words, Spoken = said.Length > 0 }, cancellationToken);
        }
        else if (spoken.Count > 0)
        {
            await speaker.TakeAsync(heard, cancellationToken);
        }
    }

    private async Task HearMailAsync(Heard heard, ChatFile file, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        switch (mails.Read(bytes, cancellationToken))
        {
            case MailReading.Readable mail:
                var caption = heard.Text.Trim();
                await opener.OpenMailAsync(heard, caption.Length > 0 && mail.Content.Note is null ? mail with { Content = mail.Content with { Note = caption } } : mail, bytes, cancellationToken);
                break;
            case MailReading.Unreadable unreadable:
                await inbox.RefuseAsync(heard.Message.Channel, unreadable.Code, bytes.Length, heard.Message.DedupeKey, cancellationToken);
                await speaker.SayAsync(heard, new ChatNote(unreadable.Sentence, [new CardBlock.Facts([new Fact("File", FileNames.Safe(file.Name, "mail"))])]), link: null, cancellationToken);
                break;
            default:
                throw new InvalidOperationException("There is no third kind of reading.");
        }
    }

    private async Task<ReadOnlyMemory<byte>?> FetchAsync(Heard heard, ChatFile file, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await file.FetchAsync(cancellationToken);
            }
            catch (AiOsException fault) when (fault.IsTransient && tries < MostFetches && !cancellationToken.IsCancellationRequested)
            {
                // The line that brought the message may be down for a moment, and the message does not come again.
                await Task.Delay(TimeSpan.FromSeconds(1 << (tries - 1)), time, cancellationToken);
            }
            catch (AiOsException fault) when (!cancellationToken.IsCancellationRequested)
            {
                // The contract of a file: what it throws is a sentence for the operator.
                await speaker.TellAsync(heard, new ChatNote($"{fault.Message} Nothing was done; send it again.", [new CardBlock.Facts([new Fact("File", FileNames.Safe(file.Name, "file"))])]), about: null, cancellationToken);
                return null;
            }
        }
    }

    private async Task<string> WriteDownAsync(ChatFile file, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        _transcriber is null ? string.Empty : (await _transcriber.TranscribeAsync(file.Name, file.MediaType, bytes, cancellationToken) ?? string.Empty).Trim();

    /// <summary>Our own words, without the file's name: that is somebody else's, and would count as the operator's here.</summary>
    private static string WhatCame(IReadOnlyList<ChatFile> files) => files switch
    {
        [{ Kind: ChatFileKind.Photo }] => "A photo came without words.",
        [_] => "A file came without words.",
        _ => $"{files.Count} files came without words.",
    };
}
