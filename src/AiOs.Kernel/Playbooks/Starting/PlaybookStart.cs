using System.Text.Json;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;
using AiOs.Kernel.Playbooks.Running;

namespace AiOs.Kernel.Playbooks.Starting;

/// <summary>
/// <c>playbook.start</c>: opens the work item of one run. Keyed by our own journal, which keeps every key for ever: however often it is called with
/// one key, there is one run.
/// </summary>
internal sealed class PlaybookStart(Func<IInbox> inbox, OpenRuns runs) : IEffectConnector
{
    public EffectKind Kind => EffectKind.PlaybookStart;

    public EffectCategory Category => EffectCategory.Internal;

    public OutcomeClass OutcomeClass => OutcomeClass.Keyed;

    public bool KeepsKeys => true;

    public Undo Undo => Undo.Final;

    public TimeSpan AttemptTimeout { get; } = TimeSpan.FromMinutes(2);

    public EffectPreview Preview(Effect effect) => Read(effect) is { } arguments
        ? new EffectPreview($"Start {arguments.Title}", [new CardBlock.Facts([new Fact("Playbook", $"{arguments.Playbook}, version {arguments.Version}"), .. arguments.Subject is { } subject ? [new Fact("For", subject.ToString())] : Array.Empty<Fact>()])], [])
        : new EffectPreview("Start a playbook", [], ["its arguments cannot be read"]);

    public EffectFacts Examine(Effect effect) => EffectFacts.None;

    /// <summary>The message of one run, for whoever starts it.</summary>
    public static InboundMessage Message(PlaybookStartArguments arguments, string dedupeKey) => new()
    {
        Channel = ChannelName.Playbook,
        Authority = Authority.System,
        DedupeKey = dedupeKey,
        Content = new MessageContent
        {
            Origin = ContentOrigin.Program,
            Subject = arguments.Title,
            Text = arguments.Title,
            Occasion = new Occasion.PlaybookCalled(arguments.Playbook, arguments.Version, arguments.Subject),
        },
    };

    public async Task<EffectResult> PerformAsync(Permit permit, CancellationToken cancellationToken)
    {
        var arguments = Read(permit.Effect) ?? throw new JsonException("The arguments of a playbook.start that was allowed cannot be read.");
        if ((await runs.FindAsync(arguments.Playbook, cancellationToken)).FirstOrDefault(run => run.Called.Subject == arguments.Subject) is { } open)
        {
            return new EffectResult.Done(open.Item.Id.ToString(), $"{arguments.Title} is under way.");
        }

        var receipt = await inbox().ReceiveAsync(Message(arguments, permit.Key), cancellationToken);
        return new EffectResult.Done(receipt.WorkItem.ToString(), $"{arguments.Title} has begun.");
    }

    private static PlaybookStartArguments? Read(Effect effect)
    {
        try
        {
            using var document = JsonDocument.Parse(effect.Bytes);
            return document.RootElement.GetProperty("args"u8).Deserialize(ArgumentsJson.Default.PlaybookStartArguments);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
