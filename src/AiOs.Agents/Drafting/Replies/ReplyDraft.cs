using AiOs.Agents.Drafting.Letters;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Drafting.Replies;

/// <summary>
/// Makes a proposal of a reply, or says why there is none: automatic mail is never answered, and nobody is written to
/// without an address.
/// </summary>
internal static class ReplyDraft
{
    /// <summary>Makes the proposal.</summary>
    /// <param name="desk">The brief.</param>
    /// <param name="summary">What the reply does.</param>
    /// <param name="paragraphs">Its paragraphs between greeting and closing.</param>
    /// <param name="question">What is asked beside it.</param>
    /// <param name="fields">Which values it rests on.</param>
    /// <returns>The proposal.</returns>
    public static ProposalDraft Make(DraftDesk desk, string summary, IEnumerable<string> paragraphs, string? question,
        params FieldName[] fields)
    {
        var evidence = desk.Evidence([FieldName.Topic, .. fields]);
        if (desk.Message.Automatic)
        {
            return QuietDrafter.Keep(desk, "This mail was sent automatically, so it is not answered; keep a note of it.");
        }

        if (desk.Recipient is not { } to)
        {
            return new ProposalDraft
            {
                Summary = "A reply is wanted, but I know no address that takes answers.",
                Reasons = [.. desk.Brief.Intent.Reasons],
                Evidence = evidence,
                Confidence = desk.Brief.Intent.Confidence,
                Question = $"Which address shall the reply to {desk.SenderLabel} go to?",
            };
        }

        return new ProposalDraft
        {
            Summary = summary,
            Reasons = [.. desk.Brief.Intent.Reasons, .. Doubts(desk, to)],
            Evidence = evidence,
            Confidence = desk.Brief.Intent.Confidence,
            Effects = [EffectDrafts.Reply(desk, to, Letter.Write(desk, paragraphs))],
            Question = question,
        };
    }

    private static IEnumerable<string> Doubts(DraftDesk desk, Mailbox to)
    {
        if (desk.Message.Origin == ContentOrigin.InlineForward && to == desk.Message.Sender)
        {
            yield return "the address is the one that the forwarded text names";
        }
    }
}
