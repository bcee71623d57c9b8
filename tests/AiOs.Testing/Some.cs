using System.Globalization;
using System.Text;
using System.Text.Json;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Testing;

/// <summary>Things that a test needs and does not care about.</summary>
public static class Some
{
    /// <summary>When tests begin.</summary>
    public static DateTimeOffset Moment { get; } = new(2026, 11, 22, 13, 19, 0, TimeSpan.Zero);

    /// <summary>Somebody who writes.</summary>
    public static Mailbox Anna { get; } = new("Anna Berg", "anna@berg.example");

    /// <summary>The operator's immutable id on the web page.</summary>
    public static string Operator => "operator";

    /// <summary>A mail from outside.</summary>
    /// <param name="number">Tells it from others; the same number is the same mail.</param>
    /// <param name="text">What it says.</param>
    /// <param name="subject">Its subject.</param>
    /// <param name="raw">The mail as it came.</param>
    /// <param name="files">What came with it.</param>
    /// <returns>The message.</returns>
    public static InboundMessage Mail(int number = 1, string text = "What does a week cost?", string subject = "A question", string raw = "From: anna", params InboundFile[] files) => new()
    {
        Channel = ChannelName.Mail,
        Authority = Authority.External,
        DedupeKey = string.Create(CultureInfo.InvariantCulture, $"<{number}@berg.example>"),
        Content = new MessageContent { Origin = ContentOrigin.DirectMail, Sender = Anna, Subject = subject, Text = text },
        Raw = Encoding.UTF8.GetBytes(raw),
        Files = files,
    };

    /// <summary>The mail that a reply is.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="to">To whom.</param>
    /// <param name="subject">Its subject.</param>
    /// <returns>The draft of the effect.</returns>
    public static EffectDraft Email(string text, string to = "anna@berg.example", string subject = "Re: A question")
    {
        var arguments = new EmailSendArguments { To = [new Mailbox(null, to)], Subject = subject, Text = text };
        return new EffectDraft(EffectKind.EmailSend, JsonSerializer.Serialize(arguments, ArgumentsJson.Default.EmailSendArguments));
    }

    /// <summary>A note about Anna.</summary>
    /// <param name="text">What it says.</param>
    /// <returns>The draft of the effect.</returns>
    public static EffectDraft Note(string text) => new(
        EffectKind.NoteKeep,
        JsonSerializer.Serialize(new NoteKeepArguments("Anna", text, [Anna.Address]), ArgumentsJson.Default.NoteKeepArguments));

    /// <summary>A Record about Anna.</summary>
    /// <param name="value">The value of its one field.</param>
    /// <param name="expected">The version it follows.</param>
    /// <param name="key">Which client.</param>
    /// <returns>The draft of the effect.</returns>
    public static EffectDraft Client(string value, long expected = 0, string key = "berg")
    {
        var arguments = new RecordWriteArguments
        {
            Record = new RecordId("client", key),
            ExpectedVersion = expected,
            Fields = new Dictionary<string, RecordField> { ["city"] = new(value, Provenance.External) },
            People = [Anna.Address],
        };
        return new EffectDraft(EffectKind.RecordWrite, JsonSerializer.Serialize(arguments, ArgumentsJson.Default.RecordWriteArguments));
    }

    /// <summary>A proposal.</summary>
    /// <param name="effects">What it would do.</param>
    /// <returns>The draft.</returns>
    public static ProposalDraft Proposal(params EffectDraft[] effects) => new()
    {
        Summary = "Answer Anna.",
        Reasons = ["she asked"],
        Evidence = [new Evidence("message", null, "What does a week cost?", Provenance.External)],
        Confidence = new Confidence(800),
        Effects = effects,
    };

    /// <summary>What the scripted agent does by itself: it answers, and takes the operator's words over.</summary>
    /// <param name="brief">The brief.</param>
    /// <returns>The draft.</returns>
    public static ProposalDraft Reply(AgentBrief brief) => Proposal(Email("Thank you. " + string.Join(' ', brief.OperatorWords)));
}
