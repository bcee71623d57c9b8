using System.Text.Json;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;

namespace AiOs.Memory.Knowledge;

/// <summary>
/// What the stream of a work item or a message teaches. Pure. Words of different people never share a piece, so that nobody's words become
/// the operator's by standing beside them.
/// </summary>
/// <param name="subjectOf">How a person is called.</param>
internal sealed class WorkLessons(Func<string, string> subjectOf)
{
    /// <summary>Whether an event teaches something only together with what came before it in its stream.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>Whether.</returns>
    public static bool NeedsStream(JournalEvent happened) => happened is EffectSucceeded or EffectSettled or ApprovalRejected or NoteWithdrawn;

    /// <summary>What an event teaches.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="happened">An event of it.</param>
    /// <param name="stream">The whole stream, where it is needed.</param>
    /// <returns>The pieces.</returns>
    public IEnumerable<KnowledgeItem> Of(FeedCommit commit, JournalEvent happened, IReadOnlyList<FeedCommit> stream) => happened switch
    {
        MessageReceived { Personal: { } words } received => OfMessage(commit, received, words.Content),
        EffectSucceeded succeeded => OfEffect(commit, succeeded.Effect, stream),
        EffectSettled settled => OfSettled(commit, settled, stream),
        ApprovalRejected rejected => OfRejection(commit, rejected, stream),
        ChangeRequested { Personal: { } words } change =>
            [Piece(commit, $"change-{change.Approval}", KnowledgeKind.Correction, Provenance.Operator, "A change that the operator wanted", words.Text)],
        _ => [],
    };

    private IEnumerable<KnowledgeItem> OfMessage(FeedCommit commit, MessageReceived received, MessageContent content)
    {
        // Forwarded text is never the operator's words, whoever forwarded it.
        var own = received.Authority is Authority.Operator && content.Origin is ContentOrigin.Typed;
        string[] subjects = [.. People(content).Select(subjectOf).Distinct()];
        yield return Piece(
            commit,
            "message",
            own ? KnowledgeKind.Brief : KnowledgeKind.Message,
            own ? Provenance.Operator : Provenance.External,
            content.Subject ?? "A message",
            content.Text) with
        { Subjects = subjects };
        if (!string.IsNullOrWhiteSpace(content.Note))
        {
            var provenance = received.Authority is Authority.Operator ? Provenance.Operator : Provenance.External;
            yield return Piece(commit, "note", KnowledgeKind.Brief, provenance, "What was written above a forwarded message", content.Note) with { Subjects = subjects };
        }
    }

    private static IEnumerable<string> People(MessageContent content) =>
        ((Mailbox?[])[content.Sender, content.Forwarder, .. content.Recipients, .. content.Copied]).OfType<Mailbox>().Select(mailbox => mailbox.Address);

    private IEnumerable<KnowledgeItem> OfEffect(FeedCommit commit, EffectId effect, IReadOnlyList<FeedCommit> stream)
    {
        if (BytesOf(effect, stream) is { } sent && ReadMail(sent) is { } mail)
        {
            var people = mail.To.Concat(mail.Copy).Select(mailbox => subjectOf(mailbox.Address)).Distinct();
            yield return Piece(commit, effect.ToString(), KnowledgeKind.Output, Provenance.Model, mail.Subject, mail.Text) with { Subjects = [.. people, .. Cited(stream)] };
        }
    }

    private IEnumerable<KnowledgeItem> OfSettled(FeedCommit commit, EffectSettled settled, IReadOnlyList<FeedCommit> stream)
    {
        var happened = settled.Settlement is Settlement.Happened;
        var sentence = happened ? "The operator said that it did happen." : "The operator said that it did not happen.";
        yield return Piece(commit, $"settled-{settled.Effect}", KnowledgeKind.Outcome, Provenance.Operator, "What became of an attempt without an answer", sentence);
        foreach (var item in happened ? OfEffect(commit, settled.Effect, stream) : [])
        {
            yield return item;
        }
    }

    private static IEnumerable<KnowledgeItem> OfRejection(FeedCommit commit, ApprovalRejected rejected, IReadOnlyList<FeedCommit> stream)
    {
        if (rejected.Personal is { Reason: { } reason } && !string.IsNullOrWhiteSpace(reason))
        {
            yield return Piece(commit, $"rejected-{rejected.Approval}", KnowledgeKind.Correction, Provenance.Operator, "Why the operator said no", reason);
        }

        var asked = stream.SelectMany(one => one.Events).OfType<ApprovalRequested>().FirstOrDefault(one => one.Approval == rejected.Approval);
        var proposal = stream.SelectMany(one => one.Events).OfType<ProposalDrafted>().FirstOrDefault(one => one.Proposal == asked?.Proposal);
        if (proposal?.Personal is { } words)
        {
            yield return Piece(commit, $"outcome-{rejected.Approval}", KnowledgeKind.Outcome, Provenance.Model, "Rejected by the operator", words.Summary) with { Subjects = [.. Cited(stream)] };
        }
    }

    /// <summary>The Records that the proposals of a stream rest on.</summary>
    private static IEnumerable<string> Cited(IReadOnlyList<FeedCommit> stream) =>
        stream.SelectMany(commit => commit.Events).OfType<ProposalDrafted>()
            .SelectMany(proposal => proposal.Personal?.Evidence ?? [])
            .Where(evidence => evidence.Source.StartsWith("record ", StringComparison.Ordinal))
            .Select(evidence => "record/" + evidence.Source["record ".Length..])
            .Distinct();

    private static string? BytesOf(EffectId effect, IReadOnlyList<FeedCommit> stream)
    {
        foreach (var proposal in stream.SelectMany(commit => commit.Events).OfType<ProposalDrafted>())
        {
            for (var index = 0; index < proposal.Effects.Count; index++)
            {
                if (proposal.Effects[index].Effect == effect && proposal.Effects[index].Kind == EffectKind.EmailSend)
                {
                    return proposal.Personal?.EffectBytes[index];
                }
            }
        }

        return null;
    }

    private static EmailSendArguments? ReadMail(string bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        return document.RootElement.GetProperty("args"u8).Deserialize(ArgumentsJson.Default.EmailSendArguments);
    }

    private static KnowledgeItem Piece(FeedCommit commit, string what, KnowledgeKind kind, Provenance provenance, string title, string text) => new()
    {
        Id = new KnowledgeId($"{commit.Stream}#{what}"),
        Kind = kind,
        Title = title,
        Text = text,
        Source = commit.Stream,
        Position = commit.Position,
        At = commit.At,
        Provenance = provenance,
        Neighbourhood = commit.Stream.Value,
    };
}
