using AiOs.Agents.Drafting.Changes;
using AiOs.Agents.Drafting.Letters;
using AiOs.Agents.Intake;
using AiOs.Agents.Intake.Categories;
using AiOs.Agents.Intake.Extraction;
using AiOs.Agents.Intake.Extraction.Tokens;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Drafting;

/// <summary>One brief laid out for drafting: language, recipient, topic, and what the operator said, each worked out once.</summary>
internal sealed class DraftDesk
{
    private const int MaxTopic = 60;
    private const int MaxAnswer = 4_000;

    public DraftDesk(AgentBrief brief)
    {
        Brief = brief;
        German = Languages.IsGerman(brief.Message.Subject, brief.Message.Text);
        Words = German ? Wording.German : Wording.English;
        Topic = PlainText.Line(brief.Intent.Fields.FirstOrDefault(field => field.Name == FieldName.Topic)?.Value, MaxTopic);
        Answers = [.. brief.OperatorWords.Where(words =>
            !CategoryWords.TryRead(words, out _)).Select(words => PlainText.Lines(words, MaxAnswer))];
        AnswerFields = FieldExtractor.ReadWords(string.Join('\n', Answers), brief.ReceivedAt, brief.TimeZone, brief.Currency).Fields;
        var said = AnswerFields.FirstOrDefault(field => field.Name == FieldName.Email)?.Value;
        var sender = brief.Message.Sender;
        Recipient = said is not null ? new Mailbox(null, said)
            : sender is not null && !MessageMarks.TakesNoAnswers(sender.Address) ? sender : null;
        RecipientName = said is null || string.Equals(said, sender?.Address, StringComparison.OrdinalIgnoreCase) ? sender?.Name : null;
    }

    public AgentBrief Brief { get; }

    public MessageContent Message => Brief.Message;

    public bool German { get; }

    public Wording Words { get; }

    /// <summary>What it is about, short, without web addresses and without characters that deceive the eye; may be empty.</summary>
    public string Topic { get; }

    /// <summary>What the operator said of this work item, without words that only name a category; oldest first.</summary>
    public IReadOnlyList<string> Answers { get; }

    /// <summary>The values in those words.</summary>
    public IReadOnlyList<ExtractedField> AnswerFields { get; }

    /// <summary>To whom a reply goes: the address the operator named, else the sender's; nothing where that takes no answers.</summary>
    public Mailbox? Recipient { get; }

    public string? RecipientName { get; }

    /// <summary>The operator's own words for the body of a reply, as sentences; empty where they said none.</summary>
    public string OwnWords
    {
        get
        {
            var spoken = Answers.Select(ChangeReader.Read).Select(change => change switch
            {
                ChangeRequest.Say say => say.Text,
                ChangeRequest.NewText text => text.Text,
                ChangeRequest.Unclear unclear when !unclear.IsInstruction => Sentence(unclear.Words),
                _ => string.Empty,
            });
            return string.Join("\n\n", spoken.Where(words => words.Length > 0 && !IsOnlyAddress(words)));
        }
    }

    public string SenderLabel =>
        PlainText.Line(Message.Sender?.Name, 60) is { Length: > 0 } name ? name : Message.Sender?.Address ?? "an unknown sender";

    public IEnumerable<ExtractedField> Values(params FieldName[] names) => Brief.Intent.Fields.Where(field => names.Contains(field.Name));

    public List<Evidence> Evidence(params FieldName[] names)
    {
        var spoken = Brief.Authority == Authority.Operator && Message.Origin == ContentOrigin.Typed;
        var provenance = spoken ? Provenance.Operator : Provenance.External;
        return [.. Values(names).Take(8).Select(field => new Evidence("message", null, PlainText.Line(field.Quote, 120), provenance))];
    }

    /// <summary>Makes words a sentence: a capital at the start, a full stop at the end.</summary>
    public static string Sentence(string words)
    {
        var text = words.Trim();
        if (text.Length == 0)
        {
            return text;
        }

        var end = char.IsLetterOrDigit(text[^1]) || text[^1] is '€' or '%' or ')' or '"' ? "." : string.Empty;
        return string.Concat(char.ToUpperInvariant(text[0]).ToString(), text.AsSpan(1), end);
    }

    private static bool IsOnlyAddress(string words)
    {
        var tokens = Tokenizer.Cut(words);
        var plain = 0;
        var address = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            address |= tokens.Is(i, TokenKind.Email);
            plain += tokens.Is(i, TokenKind.Word) ? 1 : 0;
        }

        return address && plain <= 4;
    }
}
