using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Chat.Places;
using AiOs.Kernel.Chat.Words;
using AiOs.Kernel.Controls;
using AiOs.Kernel.Controls.Commands;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Chat.Hearing;

/// <summary>Commands with a slash, and the same in plain words. One that changes something runs at most once for each delivery.</summary>
internal sealed partial class CommandHearing(OperatorCommands commands, Deliveries deliveries, ICursors cursors, Speaker speaker, ILogger<CommandHearing> logger)
{
    /// <summary>The command that a text is; nothing where it is a message.</summary>
    /// <param name="heard">The message.</param>
    /// <returns>The command with its slash. In a reply only stopping counts in plain words: "go on" there is meant for the card. What was spoken may be misheard, so of what changes something only stopping counts.</returns>
    public string? Read(Heard heard)
    {
        var text = heard.Text.Trim();
        if (commands.IsCommand(text) && (text[0] == '/' || (heard.Message.ReplyTo is null && !heard.Spoken)))
        {
            return text;
        }

        return PlainWords.Read(text) is { } plain && (plain == "/freeze" || (heard.Message.ReplyTo is null && !(heard.Spoken && commands.ChangedBy(plain) is not null))) ? plain : null;
    }

    public async Task RunAsync(Heard heard, string command, MessageLink? about, CancellationToken cancellationToken)
    {
        var message = heard.Message;
        if (commands.ChangedBy(command) is { } name && !await deliveries.TakeAsync(heard.Delivery, _ => new CommandTaken(message.Channel, message.Sender, name), cancellationToken))
        {
            return;
        }

        var reply = await RunAsync(command, new Caller(message.Channel, message.Sender) { Place = message.Place, IsPrivate = message.IsPrivate, At = message.At, About = about?.WorkItem, AboutApproval = about?.Kind is LinkKind.Card ? about.Approval : null }, cancellationToken);
        if (reply.Card is { } card)
        {
            await speaker.ShowAsync(heard, card, cancellationToken);
        }

        if (reply.Card is null || !reply.Done)
        {
            await speaker.SayAsync(heard, new ChatNote(reply.Title, reply.Card is null ? reply.Blocks : []) { Buttons = reply.Buttons }, link: null, cancellationToken);
        }

        if (commands.ChangedBy(command) is not null)
        {
            await cursors.TryMoveAsync(RanOf(heard), expected: null, "1", cancellationToken);
        }
    }

    /// <summary>The same delivery of a command again, after the process ended between taking it and having run it: to stop is done again, of all else it is said.</summary>
    /// <returns>Whether it was a command that changes something.</returns>
    public async Task<bool> GoOnAsync(Heard heard, CancellationToken cancellationToken)
    {
        if (Read(heard) is not { } command || commands.ChangedBy(command) is not { } name)
        {
            return false;
        }

        if (await cursors.FindAsync(RanOf(heard), cancellationToken) is null)
        {
            var again = name == "freeze" ? await RunAsync(command, new Caller(heard.Message.Channel, heard.Message.Sender), cancellationToken) : null;
            var note = again is null ? new ChatNote($"Whether /{name} was done is not known, since the host stopped in the middle. Look how things stand, and send it again.", []) : new ChatNote(again.Title, again.Blocks);
            await speaker.SayAsync(heard, note, link: null, cancellationToken);
            await cursors.TryMoveAsync(RanOf(heard), expected: null, "1", cancellationToken);
        }

        return true;
    }

    private static string RanOf(Heard heard) => $"chat/{heard.Message.Channel}/ran/{ChatNames.Short(heard.Delivery.Dedupe!)}";

    /// <summary>One that was taken does not come again, so what goes wrong in it is said. The text of the fault is for the log only.</summary>
    private async Task<CommandReply> RunAsync(string command, Caller who, CancellationToken cancellationToken)
    {
        try
        {
            return await commands.RunAsync(command, who, cancellationToken);
        }
        catch (Exception fault) when (commands.ChangedBy(command) is { } name && !cancellationToken.IsCancellationRequested)
        {
            // An edge: whatever broke, whoever asked is told.
            LogFailed(logger, fault, name);
            return new CommandReply(Done: false, "That did not work; the log says why. Look how things stand, and send it again.", []);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The command {Command} failed.")]
    private static partial void LogFailed(ILogger logger, Exception fault, string command);
}
